/** The published measures a picture can be held to (docs/design.md names each with its source). */

/** Runs in the page: measures that are not kept, each as a sentence. */
export function measureFaults(): string[] {
  const faults = new Set<string>();
  const ramp = ["12px", "14px", "16px", "20px"];
  const gutter = 12;
  const corner = { width: 12, height: 32 };
  const width = document.documentElement.clientWidth;
  const isMirrored = document.documentElement.dir === "rtl";
  const says = (text: string) => text.trim().slice(0, 40);
  const has = (element: Element | null, style: "clipPath" | "textOverflow", value: string): boolean =>
    element !== null &&
    (getComputedStyle(element)[style] === value || has(element.parentElement, style, value));
  const isSeen = (element: Element) =>
    getComputedStyle(element).visibility !== "hidden" && !has(element, "clipPath", "inset(50%)");

  const texts = document.createTreeWalker(document.querySelector("#root")!, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement!;
    const words = text.textContent ?? "";
    if (words.trim() === "" || !isSeen(parent)) continue;
    const { fontSize, fontWeight } = getComputedStyle(parent);
    // The one size below the ramp's text: the key a button shows, which is said to nobody else.
    const isKey = fontSize === "10px" && parent.matches("[dir=ltr]");
    if (!ramp.includes(fontSize) && !isKey) faults.add(`"${says(words)}" is ${fontSize}, off the ramp`);
    if (Number(fontWeight) > 600) faults.add(`"${says(words)}" is bolder than semibold`);
    // What ends in an ellipsis reaches further than is seen of it.
    if (has(parent, "textOverflow", "ellipsis")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, width: wide } of range.getClientRects())
      if (wide > 0 && (left < gutter - 1 || right > width - gutter + 1))
        faults.add(`"${says(words)}" stands in the gutter: ${Math.round(left)}–${Math.round(right)}`);
  }
  let filled = 0;
  const probe = document.createElement("i");
  probe.style.backgroundColor = "var(--colorBrandBackground)";
  document.querySelector(".fui-FluentProvider")!.append(probe);
  const brand = getComputedStyle(probe).backgroundColor;
  probe.remove();
  for (const button of document.querySelectorAll("#root button")) {
    const { top, left, right, height } = button.getBoundingClientRect();
    if (height === 0 || !isSeen(button)) continue;
    const isAtEnd = isMirrored ? left < corner.width : right > width - corner.width;
    if (top < corner.height && isAtEnd)
      faults.add(`"${says(button.textContent ?? "")}" stands where the personality menu may`);
    if (getComputedStyle(button).backgroundColor !== brand) continue;
    filled += 1;
  }
  // One group of messages each has its own.
  const groups = document.querySelectorAll("main section[aria-labelledby] input[type=checkbox]").length;
  // Under forced colours every button has the system's one background.
  const isForced = matchMedia("(forced-colors: active)").matches;
  if (filled > 1 && groups === 0 && !isForced) faults.add(`${filled} buttons are filled`);
  return [...faults];
}

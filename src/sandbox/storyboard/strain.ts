/** What people do to a pane to be able to read it: zoom to 400 %, text twice as large, wider spacing; and what breaks by it. */
import type { Page } from "playwright-core";
import { contrastFaults, layoutFaults } from "./faults.ts";

/** WCAG 1.4.12: what a reader's own style sheet may set. */
const spacing = `#root * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
#root p { margin-block-end: 2em !important }`;

/** Runs in the page: every text twice as large, as by a browser that enlarges text only. */
function enlarge(): void {
  const sizes = [...document.querySelectorAll<HTMLElement | SVGElement>("#root *")].map((element) => {
    const { fontSize, lineHeight } = getComputedStyle(element);
    return [element, Number.parseFloat(fontSize), Number.parseFloat(lineHeight)] as const;
  });
  for (const [element, size, line] of sizes) {
    // An icon holds no text.
    if (element instanceof SVGElement || !element.textContent?.trim()) continue;
    element.style.setProperty("font-size", `${2 * size}px`, "important");
    if (Number.isFinite(line)) element.style.setProperty("line-height", `${2 * line}px`, "important");
  }
}

/** Runs in the page: texts that lie on one another, each pair as a sentence. */
function overlaps(): string[] {
  /** What of it can be seen: lists scroll in themselves, and the foot lies over what scrolls beneath it. */
  const seenOf = (element: Element, box: DOMRect): DOMRect | undefined => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return undefined;
    let { left, top, right, bottom } = box;
    for (let one: Element | null = element; one; one = one.parentElement) {
      const { clipPath, overflowX, position } = getComputedStyle(one);
      if (clipPath === "inset(50%)" || position === "sticky") return undefined;
      if (overflowX === "visible" || one === document.documentElement || one === document.body) continue;
      const frame = one.getBoundingClientRect();
      [left, top] = [Math.max(left, frame.left), Math.max(top, frame.top)];
      [right, bottom] = [Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
    }
    return right - left > 1 && bottom - top > 1
      ? new DOMRect(left, top, right - left, bottom - top)
      : undefined;
  };
  const lines: { text: string; node: Node; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.getElementById("root")!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || parent.matches("option, title")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const whole of range.getClientRects()) {
      const box = seenOf(parent, whole);
      if (box) lines.push({ text: node.textContent.trim(), node, box });
    }
  }
  const faults = new Set<string>();
  for (const [at, one] of lines.entries())
    for (const other of lines.slice(at + 1)) {
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      const line = Math.min(one.box.height, other.box.height);
      if (one.node !== other.node && wide > 2 && high > line / 3)
        faults.add(`"${one.text.slice(0, 30)}" lies on "${other.text.slice(0, 30)}"`);
    }
  return [...faults];
}

/** Runs in the page: what cannot be seen although it has the focus (WCAG 2.4.11). */
function hiddenFocus(): string[] {
  const pressed = "button, summary, a[href], select, input, textarea, [tabindex='0']";
  const faults: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(`#root :is(${pressed})`)) {
    element.focus();
    if (document.activeElement !== element) continue;
    const target = element.matches("input[type=radio]") ? (element.closest("label") ?? element) : element;
    // A person's browser scrolls to it as this does.
    element.scrollIntoView({ block: "nearest" });
    const box = target.getBoundingClientRect();
    const isSeen = [0.1, 0.5, 0.9].some((share) => {
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * share);
      return top !== null && (target.contains(top) || top.contains(target));
    });
    if (!isSeen)
      faults.push(
        `"${(element.getAttribute("aria-label") ?? target.textContent ?? "").slice(0, 30)}" has the focus and is not seen`,
      );
  }
  (document.activeElement as HTMLElement | null)?.blur();
  scrollTo(0, 0);
  return faults;
}

/** Runs in the page: fields too low for the line of text in them. */
function lowFields(): string[] {
  const fields = [
    ...document.querySelectorAll<HTMLElement>("#root :is(select, input:not([type=radio], [type=checkbox]))"),
  ];
  return fields
    .filter(
      (field) =>
        field.clientHeight > 0 &&
        field.clientHeight < Number.parseFloat(getComputedStyle(field).fontSize) * 1.2,
    )
    .map(
      (field) =>
        `the field ${(field as HTMLSelectElement).labels?.[0]?.textContent ?? ""} is too low for its text`,
    );
}

const letterbox = { width: 320, height: 256 };
const narrow = { width: 320, height: 640 };

const broken = async (page: Page): Promise<string[]> => [
  ...(await page.evaluate(layoutFaults)),
  ...(await page.evaluate(overlaps)),
  ...(await page.evaluate(lowFields)),
];

/** Of the scene that is drawn; it has to be drawn anew afterwards. */
export async function strainFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const under = (name: string, them: readonly string[]) =>
    faults.push(...them.map((one) => `${name}: ${one}`));
  under("contrast", await contrastFaults(page));
  await page.setViewportSize(letterbox);
  under("at 400 %", await broken(page));
  under("at 400 %", await page.evaluate(hiddenFocus));
  await page.setViewportSize(narrow);
  under("in a narrow pane", await page.evaluate(hiddenFocus));
  const style = await page.addStyleTag({ content: spacing });
  under("with wider spacing", await broken(page));
  await style.evaluate((element) => (element as Element).remove());
  await page.evaluate(enlarge);
  under("with text at 200 %", await broken(page));
  return faults;
}

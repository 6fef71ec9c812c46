/** What is wrong with the picture that is drawn: too wide, cut off, too small to press, or anything axe finds. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { measureFaults } from "./measures.ts";

/** Runs in the page: layout faults, each as a sentence. */
export function layoutFaults(): string[] {
  const faults: string[] = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide in ${width}`);
  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()}> ${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}`;
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const shortens = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).textOverflow === "ellipsis" || shortens(element.parentElement));
  const isHidden = (element: Element) => getComputedStyle(element).clipPath === "inset(50%)";
  for (const element of document.querySelectorAll("#root *")) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (box.width === 0 || box.height === 0 || style.visibility === "hidden" || isHidden(element)) continue;
    if (
      (box.right > width + 1 || box.left < -1) &&
      !scrolls(element.parentElement) &&
      !shortens(element.parentElement)
    )
      faults.push(`${nameOf(element)} sticks out: ${Math.round(box.left)}–${Math.round(box.right)}`);
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    // An ellipsis is a promise that the whole stands somewhere: in the title.
    const isTold = element.closest("[title]") !== null || style.textOverflow === "ellipsis";
    if (hasText && style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1 && !isTold)
      faults.push(`${nameOf(element)} is cut off at the side`);
    if (hasText && style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 2)
      faults.push(`${nameOf(element)} is cut off below`);
    const isPressed = element.matches("button, summary, a[href], select, input, textarea, [role=tab]");
    const target = element.matches("input[type=radio]") ? (element.closest("label") ?? element) : element;
    const { width: wide, height: high } = target.getBoundingClientRect();
    if (isPressed && style.display !== "inline" && (wide < 24 || high < 24))
      faults.push(`${nameOf(element)} is ${Math.round(wide)}×${Math.round(high)} to press`);
  }
  return faults;
}

interface Axe {
  run(options: object): Promise<{
    violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[];
  }>;
}

let source: Promise<string> | undefined;

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function axeFaults(page: Page, runOnly = everything): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.filename).resolve("axe-core/axe.min.js"), "utf8");
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ content: await source });
  return page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({
      resultTypes: ["violations"],
      runOnly,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ""} ${html.slice(0, 120)}`),
    );
  }, runOnly);
}

/** The same picture in each of our themes, without drawing it anew: every colour comes from a token. */
export async function contrastFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "none" });
  const faults: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await page.evaluate((theme) => window.storyboard.dye(theme), theme);
    faults.push(...(await axeFaults(page, ["color-contrast"])).map((fault) => `${theme}: ${fault}`));
  }
  return faults;
}

export async function faultsIn(page: Page, { withAxe = true } = {}): Promise<string[]> {
  return [
    ...(await page.evaluate(layoutFaults)),
    ...(await page.evaluate(measureFaults)),
    ...(withAxe ? await axeFaults(page) : []),
  ];
}

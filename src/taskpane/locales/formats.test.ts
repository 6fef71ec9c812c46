/** Figures as they are read side by side: differences fit the shares beside them, and a minus is a minus. */
import fc from "fast-check";
import { type PaneLanguage, paneLanguages } from "./catalogue.ts";
import { formatsIn } from "./formats.ts";

const digits = (text: string) => Number(text.replace(/[^\d\u2212]/g, "").replace("\u2212", "-"));
const share = fc.double({ min: 0, max: 1, noNaN: true });

test.each(paneLanguages)(
  "in %s two shares and their difference agree as they are shown",
  (language: PaneLanguage) => {
    const f = formatsIn(language);
    fc.assert(
      fc.property(share, share, (now, before) => {
        const shown = f.pointsBetween(now, before);
        expect(digits(shown)).toBe(digits(f.share(now)) - digits(f.share(before)));
        expect(shown).not.toContain("-");
      }),
    );
  },
);

test("what rounds to 85 % and 88 % is 3 points apart, whatever the digits behind", () => {
  const f = formatsIn("en");
  expect([f.share(0.8451), f.share(0.8849), f.pointsBetween(0.8849, 0.8451)]).toEqual(["85%", "88%", "+3"]);
  expect(f.pointsBetween(0.845, 0.8849)).toMatch(/^\u2212\d$/);
  expect(f.pointsBetween(0.5, 0.5)).toBe("0");
});

test("in words that run to the left a difference stands apart, with its sign in front", () => {
  expect(formatsIn("ar").pointsBetween(0.5, 0.8)).toMatch(/^\u2066\u200e?\u2212\D*30\u2069$/);
});

test("the ends of a difference lie outside of it", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (low, width) => {
        const f = formatsIn("en");
        const [from, to] = f.pointEnds(low, low + width).map(digits) as [number, number];
        expect(from).toBeLessThanOrEqual(low * 100 + 1e-6);
        expect(to).toBeGreaterThanOrEqual((low + width) * 100 - 1e-6);
        expect(to - from).toBeLessThan(width * 100 + 2.001);
      },
    ),
  );
});

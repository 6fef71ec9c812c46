/** What went and what came between two texts, in languages with and without spaces. */
import fc from "fast-check";
import { wordChanges } from "./wordChanges.ts";

const shown = (before: string, after: string, language = "en") =>
  wordChanges(before, after, language).map((pieces) =>
    pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join(""),
  );

test("a sentence that was added is all that came", () => {
  expect(shown("Money back.", "Money back. Also when it was paid twice.")).toEqual([
    "Money back.",
    "Money back. [Also when it was paid twice.]",
  ]);
});

test("one word for another is told in both texts, with nothing around it", () => {
  expect(shown("Goods that come back.", "Goods that go back.")).toEqual([
    "Goods that [come ]back.",
    "Goods that [go ]back.",
  ]);
});

test("a language without spaces is told word by word, too", () => {
  const [went, came] = shown("請求書と支払い", "請求書と督促", "ja");
  expect(went).toMatch(/^請求書と\[/);
  expect(came).toMatch(/^請求書と\[/);
});

test("both texts stay whole, whatever they are, and a text has no change against itself", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const whole = wordChanges(before, after, "en").map((all) => all.map(({ text }) => text).join(""));
      expect(whole).toEqual([before, after]);
      expect(wordChanges(before, before, "en")[0].some(({ isChanged }) => isChanged)).toBe(false);
    }),
  );
});

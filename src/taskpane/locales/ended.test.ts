/** A sentence that ends with a day has one full stop, however the language writes its months. */
import { ended } from "./ended.ts";
import { formatsIn } from "./formats.ts";

test.each([
  ["de", "Version 12 gilt seit 21. Nov."],
  ["en", "Version 12 gilt seit Nov 21."],
] as const)("in %s", (language, sentence) => {
  expect(ended(`Version 12 gilt seit ${formatsIn(language).day("2026-11-21")}.`)).toBe(sentence);
});

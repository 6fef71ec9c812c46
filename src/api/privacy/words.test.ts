/** Which words are found in written texts, and what is left of the text. */
import fc from "fast-check";
import { excerptsIn, matcherOf, struckOut } from "./words.ts";

const without = (text: string, ...words: string[]) => struckOut(text, matcherOf(words)!).text;

test("a name is struck out whatever its case and spacing, and never inside another word", () => {
  expect(without("ask ANN  lee, not Annlee or joann lee", "Ann Lee")).toBe(
    "ask […], not Annlee or joann lee",
  );
});

test("an address is struck out as it stands; its dots stand for dots alone", () => {
  expect(without("ann.lee@x.example, annXlee@x.example", "ann.lee@x.example")).toBe("[…], annXlee@x.example");
});

test("of two names the longer is struck out whole", () => {
  expect(without("Ann Lee came", "Ann", "Ann Lee")).toBe("[…] came");
});

test("an accent written in two signs is the same name", () => {
  expect(without("Rene\u0301 was here", "René")).toBe("[…] was here");
});

test("where words are not spaced, a name is found within the text", () => {
  expect(without("担当は田中です", "田中")).toBe("担当は[…]です");
});

test("of JSON, what people wrote is struck out and what names things stays", () => {
  const text = JSON.stringify({
    id: "anna",
    ownerIds: ["anna"],
    name: "Anna's ideas",
    deep: [{ note: "Anna" }],
  });
  expect(JSON.parse(String(without(text, "anna")))).toEqual({
    id: "anna",
    ownerIds: ["anna"],
    name: "[…]'s ideas",
    deep: [{ note: "[…]" }],
  });
  expect(excerptsIn(text, matcherOf(["anna"])!)).toEqual(["Anna's ideas", "Anna"]);
});

test("a text without the words is left exactly as it is", () => {
  const odd = '{ "name" : "Rene\u0301" }';
  expect(struckOut(odd, matcherOf(["Anna"])!)).toEqual({ text: odd, isChanged: false });
});

test("no words find nothing", () => {
  expect(matcherOf([" ", ""])).toBeUndefined();
});

test("whatever the word is made of, a text of that word alone is struck out", () => {
  const word = fc.string({ unit: "grapheme", minLength: 2 }).filter((one) => one.trim().length > 1);
  fc.assert(
    fc.property(word, (one) => {
      const struck = struckOut(`x ${one.trim()} y`, matcherOf([one])!);
      expect(struck.isChanged).toBe(true);
    }),
    { numRuns: 300, seed: 7 },
  );
});

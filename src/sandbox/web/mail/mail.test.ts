/** Claims about how mail is listed and shown. */
import { groupOf, shortTime } from "../dates.ts";
import { en } from "../words/en.ts";
import { targetOf } from "./listKeys.ts";
import { mailDocument, showable } from "./mailDocument.ts";
import { between, toggled } from "./several.ts";

const now = new Date(2026, 10, 23, 9, 0).getTime();
const daysAgo = (days: number) => now - days * 86_400_000;

test("keys move by one, by a page and to both ends, and never beyond them", () => {
  expect(targetOf("ArrowDown", 0, 3)).toBe(1);
  expect(targetOf("ArrowDown", 2, 3)).toBe(2);
  expect(targetOf("ArrowUp", 0, 3)).toBe(0);
  expect(targetOf("PageDown", 0, 3)).toBe(2);
  expect([targetOf("Home", 2, 3), targetOf("End", 0, 3)]).toEqual([0, 2]);
  expect(targetOf("ArrowDown", -1, 3)).toBe(0);
  expect([targetOf("x", 0, 3), targetOf("Home", -1, 0)]).toEqual([undefined, undefined]);
});

test("with Ctrl one more or one less is selected, with Shift everything up to there", () => {
  expect(toggled(["a"], "c")).toEqual(["a", "c"]);
  expect(toggled(["a", "c"], "a")).toEqual(["c"]);
  expect(toggled(["a"], "a")).toEqual(["a"]);
  const all = ["a", "b", "c", "d"];
  expect([between(all, "b", "d"), between(all, "c", "a")]).toEqual([
    ["b", "c", "d"],
    ["c", "b", "a"],
  ]);
  expect(between(all, "gone", "b")).toEqual(["b"]);
});

test("messages stand under today, yesterday, this week, or their month", () => {
  const groups = [0, 1, 3, 20].map((days) => groupOf(daysAgo(days), now, en, "en-US"));
  expect(groups).toEqual(["Today", "Yesterday", "This week", "November 2026"]);
  expect(groupOf(0, now, en, "en-US")).toBe("Earlier");
  expect(shortTime(now, now, "en-US")).toBe("9:00 AM");
});

test("a letter with a million marks is shown with a few of them, and other marks stay", () => {
  expect(showable(`a${"\u0301".repeat(1_000_000)}b`)).toBe(`a${"\u0301".repeat(20)}b`);
  expect(showable("Thérèse, Ελλάδα, עִבְרִית, العَرَبِيَّة")).toBe("Thérèse, Ελλάδα, עִבְרִית, العَرَبِيَّة");
});

test("a mail's document forbids everything before the mail can say anything", () => {
  const document = mailDocument(
    `<meta http-equiv="Content-Security-Policy" content="x"><script>1</script>`,
    "light",
  );
  expect(document.indexOf("default-src 'none'")).toBeLessThan(document.indexOf("<script>"));
  expect(document).not.toMatch(/script-src|connect-src|img-src [^;]*https/);
});

/** Claims about what leaves the mailbox. */
import fc from "fast-check";
import { blockLimit, blockNames, featuresOf, packed } from "./features.ts";

const key = "a key for tests";
const of = (body: string, subject = "") => featuresOf({ subject, body }, key);

test("the same message under the same key gives the same features, under another key none alike", () => {
  const message = { subject: "Refund", body: "Where is my refund for order 1142?", sender: "a@shop.example" };
  expect(featuresOf(message, key)).toEqual(featuresOf(message, key));
  const other = featuresOf(message, "another key");
  const shared = other.words.ids.filter((id) => featuresOf(message, key).words.ids.includes(id));
  expect(shared.length).toBeLessThan(2);
});

test("features hold numbers only, never a word of the message", () => {
  const text = JSON.stringify(
    featuresOf({ subject: "Geheim", body: "Passwort", sender: "eva@firma.example" }, key),
  );
  expect(text).not.toMatch(/geheim|passwort|eva|firma/i);
});

test("whatever a message holds, its features are valid, bounded and plain JSON", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
    fc.constantFrom("constructor", "__proto__", "\0\0", "\ud800", "\u202egnihton", "<", "<a".repeat(999)),
  );
  fc.assert(
    fc.property(hostile, hostile, hostile, (subject, body, sender) => {
      const features = featuresOf({ subject, body, sender }, key);
      expect(JSON.parse(JSON.stringify(features))).toEqual(features);
      for (const name of blockNames) {
        const { ids, counts } = features[name]!;
        expect(counts.length).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(blockLimit);
        expect(ids.every((id, i) => id >= 0 && id < 65_536 && (i === 0 || id > ids[i - 1]!))).toBe(true);
        expect(counts.every((count) => count >= 1 && count <= 65_535)).toBe(true);
      }
    }),
  );
});

test.each([
  ["one token of 10 MB", "a".repeat(10_000_000)],
  ["10 MB of words", "word ".repeat(2_000_000)],
  ["10 MB of tags", "<div>".repeat(2_000_000)],
  ["10 MB of open tags", "<a ".repeat(3_333_333)],
  ["10 MB of lines", ">\n".repeat(5_000_000)],
  ["10 MB of one script's characters", "漢".repeat(5_000_000)],
  ["10 MB of header lines", "From: \n".repeat(1_400_000)],
])("%s cost bounded time", (_, body) => {
  // What this process computed, however much else the machine has to do; without a bound it would be minutes.
  const before = process.cpuUsage();
  of(body);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(3_000);
});

test("HTML reads like its text", () => {
  expect(of("<p>Bitte <b>Zugang</b> sperren</p><style>p{color:red}</style>")).toEqual(
    of("Bitte Zugang sperren"),
  );
});

test("a decomposed, a full-width and an invisibly marked spelling are the same word", () => {
  expect(of("Re\u0301sume\u0301 \u200frefund\u202e ＡＢＣ")).toEqual(of("Résumé refund ABC"));
});

test("scripts without spaces give pairs of characters", () => {
  const shared = of("退款申请").words.ids.filter((id) => of("我要退款").words.ids.includes(id));
  expect(shared.length).toBeGreaterThanOrEqual(1);
});

test("packed features are the same features", () => {
  const features = of("where is my refund", "order");
  const again = packed(features);
  for (const name of blockNames) expect(Array.from(again[name]!.ids)).toEqual(features[name]!.ids);
});

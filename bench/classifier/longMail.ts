/** Long messages that no data set has by the thousand: pieces of real ones of the same label, put together until a message is full. */
import { featuresOf, packed } from "../../src/classifier/features.ts";
import type { Row } from "../../src/classifier/replayRows.ts";
import { randomOf } from "../../src/classifier/solver.ts";
import { key, type Split, textOf } from "./mail.ts";

/** Words taken from one message at a time. */
const piece = 40;

/** `count` messages of so many words, all different; labels are drawn evenly. */
export function longMail(splits: readonly Split[], count: number, words: number): Row[] {
  const texts = new Map<string, string[][]>();
  for (const message of splits.flatMap(({ messages }) => messages)) {
    const own = texts.get(message.label) ?? [];
    own.push(textOf(message).split(/\s+/));
    texts.set(message.label, own);
  }
  const labels = [...texts.keys()].sort();
  const random = randomOf(1);
  const drawn = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const label = drawn(labels);
    const taken: string[] = [];
    while (taken.length < words) {
      const text = drawn(texts.get(label)!);
      const from = Math.floor(random() * text.length);
      taken.push(...text.slice(from, from + piece));
    }
    const features = packed(featuresOf({ subject: "", body: taken.slice(0, words).join(" ") }, key));
    return { id: `long ${i}`, label, features };
  });
}

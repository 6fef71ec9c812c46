/** Is the evidence what carried the call? It is deleted, and as many random words in its place, and the model is asked again. */
import { evidenceWords } from "../../src/classifier/evidence.ts";
import { featuresOf, type MessageText } from "../../src/classifier/features.ts";
import { type Predictor, predict } from "../../src/classifier/predictor.ts";
import { loadPredictor, serialisePredictor } from "../../src/classifier/predictorFile.ts";
import { servedOf } from "../../src/classifier/served.ts";
import { randomOf } from "../../src/classifier/solver.ts";
import { key, type Split, textOf } from "./mail.ts";

export interface Faithful {
  readonly messages: number;
  /** share of messages in which deleting the evidence lowers the called category's probability */
  readonly lowered: number;
  /** share in which it lowers it more than deleting as many random words */
  readonly moreThanRandom: number;
  readonly meanDrop: number;
  readonly meanRandomDrop: number;
}

const most = 500;

function without(message: MessageText, gone: ReadonlySet<string>): MessageText {
  const cut = (text: string) =>
    text.replace(/[\p{L}\p{M}\p{N}_]+/gu, (word) => (gone.has(word.toLowerCase()) ? " " : word));
  return { ...message, subject: cut(message.subject), body: cut(message.body) };
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];

export function faithfulness(predictor: Predictor, { messages }: Split): Faithful {
  const served = loadPredictor(serialisePredictor(predictor));
  const random = randomOf(7);
  const drops: { evidence: number; random: number }[] = [];
  for (const message of messages.slice(0, most)) {
    const features = featuresOf(message, key);
    const { id, probability } = predict(predictor, features).categories[0]!;
    const after = (gone: ReadonlySet<string>) =>
      predict(predictor, featuresOf(without(message, gone), key)).categories.find((one) => one.id === id)!
        .probability;
    const shown = evidenceWords(message, servedOf(served, features, "v1", true).evidence, key);
    const evidence = new Set(shown.flatMap(wordsIn));
    const all = [...new Set(wordsIn(textOf(message)))];
    if (evidence.size === 0 || all.length <= evidence.size) continue;
    const lot = new Set<string>();
    while (lot.size < evidence.size) lot.add(all[Math.floor(random() * all.length)]!);
    drops.push({ evidence: probability - after(evidence), random: probability - after(lot) });
  }
  const mean = (of: (one: (typeof drops)[number]) => number) =>
    drops.reduce((sum, one) => sum + of(one), 0) / Math.max(1, drops.length);
  return {
    messages: drops.length,
    lowered: mean(({ evidence }) => Number(evidence > 0)),
    moreThanRandom: mean((one) => Number(one.evidence > one.random)),
    meanDrop: mean(({ evidence }) => evidence),
    meanRandomDrop: mean((one) => one.random),
  };
}

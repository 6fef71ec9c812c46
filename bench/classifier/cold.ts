/** Before the first verdict: the model from definitions alone, beside matching their words and always saying the commonest. */
import { figuresOf, type Outcome } from "../../src/classifier/measure.ts";
import type { Described } from "../../src/classifier/prior.ts";
import { replay } from "../../src/classifier/replay.ts";
import { key, type Split, textOf } from "./mail.ts";

export interface Cold {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly keywords: number;
  readonly commonest: number;
}

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);

/** The label most of whose words stand in the message; where none does, the first. */
function byKeywords(labels: readonly Described[], { messages }: Split): number {
  const known = labels.map(({ texts }) => words(texts.join(" ")));
  const right = messages.filter((message) => {
    const own = words(textOf(message));
    const hits = known.map((set) => [...set].filter((word) => own.has(word)).length);
    return labels[hits.indexOf(Math.max(...hits))]!.id === message.label;
  });
  return right.length / messages.length;
}

function byCommonest(labels: readonly Described[], { messages }: Split): number {
  const all = labels.map(({ id }) => {
    const outcomes = messages.map(
      ({ label }): Outcome => ({
        probabilities: labels.map((one) => Number(one.id === id)),
        truth: labels.findIndex((one) => one.id === label),
      }),
    );
    return figuresOf(outcomes).accuracy;
  });
  return Math.max(...all);
}

export function coldStart(labels: readonly Described[], test: Split): Cold {
  const { accuracy, macroF1 } = replay([], test.rows, {
    field: "category",
    key,
    seed: 1,
    clock: () => performance.now(),
    described: labels,
  });
  return { accuracy, macroF1, keywords: byKeywords(labels, test), commonest: byCommonest(labels, test) };
}

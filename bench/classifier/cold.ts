/** Before the first verdict: the model from definitions alone, beside matching their words and always saying the commonest. */
import { figuresOf, type Outcome } from "../../src/classifier/measure.ts";
import type { Described } from "../../src/classifier/prior.ts";
import { replay } from "../../src/classifier/replay.ts";
import { mostObserved } from "./curves.ts";
import { key, type Split, textOf } from "./mail.ts";
import { mean } from "./results.ts";

export interface Cold {
  readonly accuracy: number;
  readonly macroF1: number;
  /** the same once it has seen mail without verdicts */
  readonly observing: { readonly accuracy: number; readonly macroF1: number };
  readonly keywords: number;
  /** the same where a tie goes to the label that stands first */
  readonly keywordsFirst: number;
  readonly commonest: number;
}

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);

/** The label most of whose words stand in the message; of several (or where none does, of all) each is drawn as often, or the first is taken. */
function byKeywords(labels: readonly Described[], { messages }: Split, ties: "drawn" | "first"): number {
  const known = labels.map(({ texts }) => words(texts.join(" ")));
  const shares = messages.map((message) => {
    const own = words(textOf(message));
    const hits = known.map((set) => [...set].filter((word) => own.has(word)).length);
    const all = labels.filter((_, k) => hits[k] === Math.max(...hits));
    const best = ties === "first" ? all.slice(0, 1) : all;
    return best.some(({ id }) => id === message.label) ? 1 / best.length : 0;
  });
  return mean(shares);
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

/** `mail` is the department's other mail: its labels are not looked at. */
export function coldStart(labels: readonly Described[], mail: Split, test: Split): Cold {
  const options = {
    field: "category",
    key,
    seed: 1,
    clock: () => performance.now(),
    described: labels,
  } as const;
  const { accuracy, macroF1 } = replay([], test.rows, options);
  const unlabelled = mail.rows.slice(0, mostObserved);
  const observing = replay([], test.rows, { ...options, unlabelled });
  return {
    accuracy,
    macroF1,
    observing: { accuracy: observing.accuracy, macroF1: observing.macroF1 },
    keywords: byKeywords(labels, test, "drawn"),
    keywordsFirst: byKeywords(labels, test, "first"),
    commonest: byCommonest(labels, test),
  };
}

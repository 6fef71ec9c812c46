/** Classifiers from npm, trained and tested in the same run on the same messages. */
import bayes from "bayes";
import winkClassifier from "wink-naive-bayes-text-classifier";
import { figuresOf } from "../../src/classifier/measure.ts";
import type { Peer } from "./recorded.ts";

export interface Labelled {
  readonly text: string;
  readonly label: string;
}

interface Untyped {
  learn(text: string, label: string): unknown;
  say(text: string): string | Promise<string>;
  /** before the first question */
  settle(): void;
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
/** `bayes` keeps words as keys of plain objects and breaks on those that every object inherits. */
const safe = (text: string): string[] => words(text).map((word) => (word in {} ? `${word}_` : word));

function bayesOf(): Untyped {
  const one = bayes({ tokenizer: safe });
  return { learn: (text, label) => one.learn(text, label), say: (text) => one.categorize(text), settle() {} };
}

function winkOf(): Untyped {
  const one = winkClassifier();
  one.definePrepTasks([safe]);
  one.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  return {
    learn: (text, label) => one.learn(text, label),
    say: (text) => one.predict(text),
    settle: () => one.consolidate(),
  };
}

const makers: readonly [string, () => Untyped][] = [
  ["npm bayes 1.0.0", bayesOf],
  ["npm wink-naive-bayes 2.2.1", winkOf],
];

/** Neither gives calibrated probabilities, so only what they answer is compared. */
export async function npmPeers(train: readonly Labelled[], test: readonly Labelled[]): Promise<Peer[]> {
  const labels = [...new Set(train.map(({ label }) => label))].sort();
  const peers: Peer[] = [];
  for (const [name, make] of makers) {
    const one = make();
    for (const { text, label } of train) await one.learn(text, label);
    one.settle();
    const start = performance.now();
    const outcomes = [];
    for (const { text, label } of test) {
      const said = await one.say(text);
      outcomes.push({
        probabilities: labels.map((known) => Number(known === said)),
        truth: labels.indexOf(label),
      });
    }
    const micros = ((performance.now() - start) * 1000) / test.length;
    const { accuracy, macroF1 } = figuresOf(outcomes);
    peers.push({ name, accuracy, macroF1, micros });
  }
  return peers;
}

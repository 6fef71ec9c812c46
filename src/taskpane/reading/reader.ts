/** Turns a message's text into features, and evidence back into its words: long texts in a worker, so that the pane never stutters. */
import { evidenceWords } from "../../classifier/evidence.ts";
import { featuresOf } from "../../classifier/features.ts";
import type { Features, MessageText } from "../../triage/message.ts";
import type { Contribution } from "../../triage/prediction.ts";

export type Order =
  | { kind: "features"; text: MessageText; key: string }
  | { kind: "evidence"; text: MessageText; key: string; evidence: readonly Contribution[] };

export interface Reader {
  features(text: MessageText, key: string): Promise<Features>;
  evidence(text: MessageText, evidence: readonly Contribution[], key: string): Promise<readonly string[]>;
}

/** What a worker answers; `value` is absent where it failed. */
export interface Answer {
  id: number;
  value?: unknown;
}

/** The few members of a Worker that are used. */
export interface WorkerLike {
  postMessage(letter: { id: number; order: Order }): void;
  onmessage: ((event: { data: Answer }) => void) | null;
  onerror: ((event: never) => void) | null;
  terminate(): void;
}

/** Carries an order out, here or in the worker. */
export const carryOut = (order: Order): unknown =>
  order.kind === "features"
    ? featuresOf(order.text, order.key)
    : evidenceWords(order.text, [...order.evidence], order.key);

/** Shorter texts are read sooner than a letter to a worker is. */
export const longFrom = 20_000;
const patienceMs = 5_000;

export const readHere: Reader = readerFrom(async (order) => carryOut(order));

function readerFrom(run: (order: Order) => Promise<unknown>): Reader {
  return {
    features: async (text, key) => (await run({ kind: "features", text, key })) as Features,
    evidence: async (text, evidence, key) =>
      (await run({ kind: "evidence", text, evidence, key })) as readonly string[],
  };
}

/** Where workers are blocked, or one fails or keeps silent, everything is read here. */
export function makeReader(start: () => WorkerLike): Reader {
  const waiting = new Map<number, (answer: Answer) => void>();
  let worker: WorkerLike | "broken" | undefined;
  let last = 0;

  function giveUp() {
    if (worker !== "broken") worker?.terminate();
    worker = "broken";
    for (const [id, done] of waiting) done({ id });
    waiting.clear();
  }
  function started(): WorkerLike {
    const fresh = start();
    fresh.onmessage = ({ data }) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    };
    fresh.onerror = giveUp;
    return fresh;
  }
  function ask(order: Order): Promise<Answer> {
    const id = ++last;
    return new Promise((resolve) => {
      const timer = setTimeout(giveUp, patienceMs);
      waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      try {
        worker ??= started();
        if (worker !== "broken") worker.postMessage({ id, order });
      } catch {
        giveUp();
      }
    });
  }
  return readerFrom(async (order) => {
    if (order.text.body.length < longFrom || worker === "broken") return carryOut(order);
    const { value } = await ask(order);
    return value ?? carryOut(order);
  });
}

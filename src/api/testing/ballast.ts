/** Very long messages, many at once: what each takes in memory is kept until it is stored. */
import { v7 } from "uuid";
import { newRef } from "./api.ts";

export interface Ballast {
  /** predictions that were acknowledged */
  stored: Set<string>;
  /** how many were refused with 429 or 503, and how many of them without a Retry-After */
  refused(): { all: number; mute: number };
  stop(): Promise<void>;
}

const length = 6_000;
const many = {
  ids: Array.from({ length }, (_, i) => i * 10),
  counts: Array.from({ length }, () => 1),
};
const features = { words: many, chars: many, subject: many, sender: many, marks: many, pairs: many };
const longestMs = 10_000;

/** Each sender sends one after the other. Answers that are neither success nor "try again" end it, and `stop` throws. */
export function startBallast(
  origin: () => string | undefined,
  authorization: string,
  senders: number,
): Ballast {
  const stored = new Set<string>();
  const refused = { all: 0, mute: 0 };
  let isOver = false;

  async function sendOne(to: string): Promise<void> {
    const opening = {
      predictionId: v7(),
      departmentId: "service",
      messageRef: newRef(),
      features: { scheme: "c1", ...features },
      bodyRead: true,
      openedAt: Date.now(),
    };
    const answer = await fetch(`${to}/api/predictions`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify(opening),
      signal: AbortSignal.timeout(longestMs),
    }).catch(() => undefined);
    if (answer === undefined) return;
    if (answer.ok) stored.add(opening.predictionId);
    else if (answer.status === 429 || answer.status === 503) {
      refused.all++;
      if (!answer.headers.get("retry-after")) refused.mute++;
    } else throw new Error(`${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer().catch(() => undefined);
  }

  const sending = Promise.all(
    Array.from({ length: senders }, async () => {
      while (!isOver) {
        const to = origin();
        if (to) await sendOne(to);
        await new Promise((done) => setTimeout(done, 20));
      }
    }),
  );
  sending.catch(() => {});
  return {
    stored,
    refused: () => refused,
    stop: async () => {
      isOver = true;
      await sending;
    },
  };
}

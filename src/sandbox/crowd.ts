/** Many panes at once in one process: the pane's own client and outbox against a real API, without a screen. */
import { v7 } from "uuid";
import { featuresOf } from "../classifier/features.ts";
import { conforms } from "../taskpane/answers.ts";
import { type ApiClient, makeApiClient } from "../taskpane/apiClient.ts";
import { openOutbox } from "../taskpane/outbox/outbox.ts";
import { memoryStore } from "../taskpane/outbox/outboxStore.ts";
import type { Me } from "../triage/department.ts";
import type { Verdict, VerdictRequest } from "../triage/verdict.ts";

export interface CrowdParts {
  origin: string;
  /** access tokens; panes share them in turn */
  tokens: readonly string[];
  panes: number;
  /** that each of them opens and answers */
  messages: number;
  /** the longest a person looks at one before they press */
  pauseMs: number;
  /** how much faster than ours the outboxes' clock goes, for who cannot wait; 1 when absent */
  haste?: number;
}

/** What became of it all, as the panes saw it. */
export interface Crowd {
  /** milliseconds from asking to a prediction, of those that got one */
  predicted: number[];
  /** milliseconds from the press to the receipt, with all waiting in between */
  delivered: number[];
  /** ids of verdicts and undos that the outbox has seen stored */
  verdicts: Set<string>;
  undos: Set<string>;
  /** refused for good, which must not happen */
  refused: string[];
  /** answers of the API by status; and of its 429 and 503 those that did not say when to come again */
  statuses: Map<number, number>;
  withoutRetryAfter: number;
  /** verdicts given without a prediction, since the API had no time for one */
  withoutPrediction: number;
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Resolves when every outbox is empty. */
export async function crowd(parts: CrowdParts): Promise<Crowd> {
  const seen: Crowd = {
    predicted: [],
    delivered: [],
    verdicts: new Set(),
    undos: new Set(),
    refused: [],
    statuses: new Map(),
    withoutRetryAfter: 0,
    withoutPrediction: 0,
  };
  await Promise.all(Array.from({ length: parts.panes }, (_, n) => pane(parts, n, seen)));
  return seen;
}

function clientOf({ origin, tokens }: CrowdParts, n: number, seen: Crowd): ApiClient {
  return makeApiClient({
    fetch: async (path, init) => {
      const answer = await fetch(`${origin}/${path}`, init);
      seen.statuses.set(answer.status, (seen.statuses.get(answer.status) ?? 0) + 1);
      if ([429, 503].includes(answer.status) && !answer.headers.has("retry-after")) seen.withoutRetryAfter++;
      return answer;
    },
    token: async () => ({ ok: true, token: tokens[n % tokens.length]! }),
    conforms: async () => conforms,
    isOnline: () => true,
  });
}

async function pane(parts: CrowdParts, n: number, seen: Crowd): Promise<void> {
  const api = clientOf(parts, n, seen);
  const pressedAt = new Map<string, number>();
  const { haste = 1 } = parts;
  const outbox = await openOutbox({
    store: memoryStore(),
    api,
    now: () => performance.now() * haste,
    random: Math.random,
    newId: v7,
    alone: (work) => work(),
    later: (run, ms) => {
      const timer = setTimeout(run, ms / haste);
      return () => clearTimeout(timer);
    },
  });
  outbox.listen({
    onDelivered: ({ delivery, id }) => {
      if (delivery.kind === "verdict") seen.verdicts.add(delivery.request.feedbackId);
      if (delivery.kind === "undo") seen.undos.add(delivery.feedbackId);
      seen.delivered.push(performance.now() - pressedAt.get(id)!);
    },
    onRefused: (_, { code }) => void seen.refused.push(code),
  });
  const me = await profileOf(api, haste);
  for (let i = 0; i < parts.messages; i++) {
    const departmentId = me.departments[0]!.id;
    const opening = {
      predictionId: v7(),
      departmentId,
      messageRef: v7().replaceAll("-", "").padEnd(43, "0"),
      features: featuresOf({ subject: subjects[i % subjects.length]!, body: "" }, me.featureKey),
      bodyRead: true,
      openedAt: Date.now(),
    };
    const from = performance.now();
    const opened = await api.predict(opening);
    if (opened.ok) seen.predicted.push(performance.now() - from);
    else seen.withoutPrediction++;
    await pause(Math.random() * parts.pauseMs);
    const predictionId = opened.ok ? opened.value.predictionId : opening.predictionId;
    const entry = {
      lane: opening.messageRef,
      departmentId,
      predictionId,
      ...(opened.ok ? {} : { opening }),
    };
    const request = verdictOn(opening.messageRef, verdicts(me)[i % 3]!);
    pressedAt.set(request.feedbackId, performance.now());
    await outbox.add({ ...entry, delivery: { kind: "verdict", request } });
    if (i % 7 !== 6) continue;
    pressedAt.set(`undo:${request.feedbackId}`, performance.now());
    await outbox.add({ ...entry, delivery: { kind: "undo", feedbackId: request.feedbackId } });
  }
  while (outbox.status().waiting > 0) await pause(50);
  outbox.close();
}

const subjects = ["wrong amount on the invoice", "the parcel has not arrived", "please cancel my contract"];

function verdicts(me: Me): Verdict[] {
  const [first, second] = me.departments[0]!.taxonomy.categories;
  return [
    { kind: "holds", category: first!.id, priority: "normal" },
    { kind: "holds", category: second!.id, priority: "high" },
    { kind: "unsure" },
  ];
}

/** As a pane does at the start: until it knows whose it is. */
async function profileOf(api: ApiClient, haste: number): Promise<Me> {
  for (;;) {
    const me = await api.me();
    if (me.ok) return me.value;
    await pause((1_000 * (0.5 + Math.random())) / haste);
  }
}

const verdictOn = (messageRef: string, verdict: Verdict): VerdictRequest => ({
  feedbackId: v7(),
  messageRef,
  verdict,
  presses: 1,
  handlingMs: 1_500,
  decidedAt: Date.now(),
});

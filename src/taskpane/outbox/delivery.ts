/** Brings one entry of the outbox to the API: first the opening it still lacks, then what was said. */
import type { Moved } from "../../triage/department.ts";
import type { Receipt, Undone } from "../../triage/receipt.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import type { ApiClient } from "../apiClient.ts";
import type { Entry } from "./outboxEntry.ts";

export type Delivered =
  | { kind: "receipt"; receipt: Receipt }
  | { kind: "undone"; undone?: Undone }
  | { kind: "moved"; moved: Moved };

type Api = Pick<ApiClient, "predict" | "putVerdict" | "undoVerdict" | "move">;

export async function deliver(
  api: Api,
  entry: Entry,
  /** Told as soon as the opening is stored, so that a crash right after does not open twice. */
  onOpened: (predictionId: string) => Promise<void>,
): Promise<ApiAnswer<Delivered>> {
  if (!entry.opening) return say(api, entry, entry.predictionId);
  const opened = await api.predict(entry.opening);
  if (!opened.ok) return opened;
  await onOpened(opened.value.predictionId);
  return say(api, entry, opened.value.predictionId);
}

async function say(api: Api, { delivery }: Entry, predictionId: string): Promise<ApiAnswer<Delivered>> {
  if (delivery.kind === "verdict")
    return as(await api.putVerdict(predictionId, delivery.request), (receipt) => ({
      kind: "receipt",
      receipt,
    }));
  if (delivery.kind === "move")
    return as(await api.move(predictionId, delivery.request), (moved) => ({ kind: "moved", moved }));
  const answer = await api.undoVerdict(predictionId, delivery.feedbackId);
  // What the API never stored, or has undone already, needs no undoing.
  if (
    !answer.ok &&
    (answer.failure.code === "verdict_unknown" || answer.failure.code === "prediction_unknown")
  )
    return { ok: true, value: { kind: "undone" } };
  return as(answer, (undone) => ({ kind: "undone", undone }));
}

const as = <A, B>(answer: ApiAnswer<A>, make: (value: A) => B): ApiAnswer<B> =>
  answer.ok ? { ok: true, value: make(answer.value) } : answer;

/** An API in memory, with the product's rules on verdicts: idempotent by id, one opening per message, undo by name. */
import type { Failure, MovedTo } from "../../triage/failure.ts";
import type { PredictionRequest } from "../../triage/message.ts";
import type { Opened } from "../../triage/prediction.ts";
import type { VerdictRequest } from "../../triage/verdict.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import type { ApiClient } from "../apiClient.ts";
import { sure } from "./samples.ts";

export interface Row {
  predictionId: string;
  messageRef: string;
  request: VerdictRequest;
  isUndone: boolean;
}

export interface FakeApi extends Pick<ApiClient, "predict" | "putVerdict" | "undoVerdict" | "move"> {
  rows: Row[];
  openings: Map<string, string>;
  /** Ids of verdicts that were stored a second time under the same id with the same content. */
  repeats: number;
  /** Taken for the next call; the request may have been carried out before the answer was lost. */
  fail: (how?: { failure?: Failure; afterwards?: boolean }) => void;
  /** Taken for the next call of this kind only. */
  failNext(call: "putVerdict", failure: Failure): void;
}

const unreachable: Failure = { code: "api_unreachable" };

type Arm = (messageRef: string) => Opened["shown"];

export function makeFakeApi(
  now: () => number,
  shown: Arm = () => ({ kind: "prediction", prediction: sure }),
): FakeApi {
  const rows: Row[] = [];
  const openings = new Map<string, string>();
  const away = new Map<string, MovedTo>();
  let refusal: Failure | undefined;
  const faults: { failure: Failure; afterwards: boolean }[] = [];

  /** Runs the work, unless the network swallows the request, or after it the answer. */
  const over = <T>(work: () => ApiAnswer<T>): ApiAnswer<T> => {
    const fault = faults.shift();
    if (fault && !fault.afterwards) return { ok: false, failure: fault.failure };
    const answer = work();
    return fault ? { ok: false, failure: fault.failure } : answer;
  };
  const current = (messageRef: string) =>
    rows.filter((row) => row.messageRef === messageRef && !row.isUndone).at(-1);
  const refused = (code: Failure["code"]): { ok: false; failure: Failure } => ({
    ok: false,
    failure: { code },
  });
  const refOf = (predictionId: string) => [...openings].find(([, id]) => id === predictionId)?.[0];

  const api: FakeApi = {
    rows,
    openings,
    repeats: 0,
    fail: ({ failure = unreachable, afterwards = false } = {}) => void faults.push({ failure, afterwards }),
    predict: async (request: PredictionRequest) =>
      over(() => {
        const moved = away.get(request.messageRef);
        if (moved) return { ok: false, failure: { code: "message_moved", moved } };
        const predictionId = openings.get(request.messageRef) ?? request.predictionId;
        openings.set(request.messageRef, predictionId);
        const row = current(request.messageRef);
        const { messageRef, departmentId, openedAt } = request;
        const { reason, note, presses = 1, handlingMs = 0 } = row?.request ?? {};
        const said = { ...(reason ? { reason } : {}), ...(note ? { note } : {}) };
        const known = row && {
          feedbackId: row.request.feedbackId,
          predictionId,
          verdict: row.request.verdict,
          outcome: "confirmed" as const,
          by: { kind: "you" as const },
          at: row.request.decidedAt,
          wording: { ...said, presses, handlingMs },
        };
        return {
          ok: true,
          value: {
            predictionId,
            departmentId,
            messageKey: messageRef,
            taxonomyVersion: 1,
            arm: "open" as const,
            shown: request.unseen ? { kind: "modelUnavailable" as const } : shown(messageRef),
            ...(known ? { known } : {}),
            openedAt,
          },
        };
      }),
    failNext: (_, failure) => {
      refusal = failure;
    },
    putVerdict: async (predictionId, request) =>
      over(() => {
        const failure = refusal;
        refusal = undefined;
        if (failure) return { ok: false, failure };
        const messageRef = refOf(predictionId);
        if (messageRef === undefined) return refused("prediction_unknown");
        if (messageRef !== request.messageRef) return refused("verdict_for_other_message");
        const same = rows.find((row) => row.request.feedbackId === request.feedbackId);
        if (same && JSON.stringify(same.request) !== JSON.stringify(request))
          return refused("feedback_id_reused");
        if (same) api.repeats += 1;
        else rows.push({ predictionId, messageRef, request, isUndone: false });
        return {
          ok: true,
          value: {
            feedbackId: request.feedbackId,
            predictionId,
            outcome: "confirmed" as const,
            state: "received" as const,
            storedAt: now(),
            said: sure,
          },
        };
      }),
    undoVerdict: async (predictionId, feedbackId) =>
      over(() => {
        const row = rows.find((entry) => entry.request.feedbackId === feedbackId);
        if (!row) return refused("verdict_unknown");
        row.isUndone = true;
        return { ok: true, value: { predictionId, feedbackId, storedAt: now() } };
      }),
    move: async (predictionId, request) =>
      over(() => {
        const { messageRef, moveId, toDepartmentId } = request;
        if (away.get(messageRef)?.moveId === predictionId) away.delete(messageRef);
        else away.set(messageRef, { to: toDepartmentId, moveId });
        return { ok: true, value: { predictionId, toDepartmentId, storedAt: now() } };
      }),
  };
  return api;
}

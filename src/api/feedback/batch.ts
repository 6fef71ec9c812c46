/** A verdict on one of many: it confirms what was predicted, says how many were opened first, and teaches nothing. */
import { callOf } from "../../triage/batch.ts";
import type { VerdictRequest } from "../../triage/verdict.ts";
import { Refusal } from "../refusal.ts";
import type { OpeningRow } from "../store/schema.ts";
import { predictionIn } from "./row.ts";

/** The model would hear only its own words. */
export const isLearned = ({ arm }: Pick<OpeningRow, "arm">): boolean => arm !== "batch";

const refusal = (path: string, expected: string) =>
  new Refusal("request_invalid", { errors: [{ path, expected }] });

/** What was opened as one of many is answered as one of many, and nothing else is. */
export function refuseOtherThanBatch(opening: OpeningRow, { batch, verdict }: VerdictRequest): void {
  if (opening.arm !== "batch") {
    if (batch) throw refusal("/body/batch", "absent: the message was opened by itself");
    return;
  }
  if (!batch) throw refusal("/body/batch", "present: the message was opened as one of many");
  if (batch.opened > batch.members)
    throw refusal("/body/batch/opened", "at most as many as there are members");
  const prediction = predictionIn(opening);
  const call = prediction && callOf(prediction);
  const isConfirmed =
    verdict.kind === "holds" && verdict.category === call?.category && verdict.priority === call.priority;
  if (!isConfirmed) throw refusal("/body/verdict", "what was predicted: in a batch one can only confirm");
}

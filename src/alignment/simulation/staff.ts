/** Simulated mail and people: a model of planted accuracy, staff who lean on it, and answers that select themselves. */
import type { Arm } from "../../triage/prediction.ts";
import type { Verdict } from "../../triage/verdict.ts";
import { drawArm } from "../arms.ts";
import type { Call, FeedbackRow } from "../contribution.ts";

/** What is true of a simulated department; all are shares in [0, 1]. */
export interface Truth {
  /** how often the model is right */
  accuracy: number;
  /** of shown wrong predictions, how many are confirmed all the same */
  wavedThrough: number;
  /** how often volunteered mail gets a verdict, where the model is right and where it is wrong */
  answersRight: number;
  answersWrong: number;
  /** how often an asked check is answered, whatever the model said */
  answersAsked: number;
  blindShare: number;
}

const billing: Call = { category: "billing", priority: "normal" };
const complaint: Call = { category: "complaint", priority: "normal" };

/** The rows of one opened message, as the API would store them. */
export function rowsOfMessage(message: string, truth: Truth, random: () => number): FeedbackRow[] {
  const base = { department: "simulated", message, prediction: message };
  const arm = drawArm(random(), truth.blindShare);
  const isRight = random() < truth.accuracy;
  const rows: FeedbackRow[] = [
    { ...base, event: "opened", arm, predicted: billing, modelVersion: "1" },
    { ...base, event: "shown" },
  ];
  const said = verdictOn(isRight, arm, truth, random);
  return said ? [...rows, { ...base, event: "verdict", said }] : rows;
}

function verdictOn(isRight: boolean, arm: Arm, truth: Truth, random: () => number): Verdict | null {
  const volunteers = isRight ? truth.answersRight : truth.answersWrong;
  if (random() >= (arm === "open" ? volunteers : truth.answersAsked)) return null;
  const agrees = isRight || (arm !== "blind" && random() < truth.wavedThrough);
  return { kind: "holds", ...(agrees ? billing : complaint) };
}

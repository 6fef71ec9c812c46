/** Which arm a message falls into: a keyed, foreseeable-by-nobody draw that re-opening cannot change. */
import type { Arm } from "../triage/prediction.ts";

/** Why a message that was drawn for an ask is not asked after all; such a row is missing, never right. */
export type AskSkipped = "budget" | "urgent";

export const largestBlindShare = 0.25;

/**
 * The first 53 bits of a digest as a number in [0, 1), each of the 2^53 values equally likely under a random digest.
 *
 * The API passes HMAC-SHA-256(tenantKey, departmentId ‖ messageKey). Throws RangeError under 7 bytes.
 */
export function unitInterval(digest: Uint8Array): number {
  if (digest.length < 7) throw new RangeError("a digest of at least 7 bytes is needed");
  const high = digest.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return (high * 32 + (digest[6]! >> 3)) / 2 ** 53;
}

/**
 * u < b → blind; b ≤ u < 2b → assisted; otherwise open. The two asked arms have the same rate, so that their difference
 * is the anchoring and not the self-selection.
 *
 * @param u in [0, 1), from `unitInterval`
 * @param blindShare b in [0, 0.25]; throws RangeError otherwise, since a clamped propensity would be a false one
 */
export function drawArm(u: number, blindShare: number): Arm {
  if (!(u >= 0 && u < 1)) throw new RangeError("u must be in [0, 1)");
  if (!(blindShare >= 0 && blindShare <= largestBlindShare)) {
    throw new RangeError(`the blind share must be between 0 and ${largestBlindShare}`);
  }
  if (u < blindShare) return "blind";
  return u < 2 * blindShare ? "assisted" : "open";
}

/** What is known when a message is first opened in a department. */
export interface ArmQuestion {
  /** the keyed draw, in [0, 1) */
  u: number;
  /** b, the department's blind share now, in [0, 0.25] */
  blindShare: number;
  /** asked checks (blind or assisted) this person was given today */
  askedToday: number;
  /** the most asked checks per person per day */
  askBudget: number;
  /** whether the admin keeps urgent predictions out of the checks */
  blindSkipsUrgent: boolean;
  /** whether the model calls this message urgent */
  predictedUrgent: boolean;
}

/** What is stored with every feedback row: the arm, the draw's rate, and why an ask was left out. */
export interface ArmDecision {
  arm: Arm;
  /** b at the time of the draw: the chance of blind, and the same again of assisted */
  blindShare: number;
  askSkipped?: AskSkipped;
}

/**
 * The arm a message gets, once and for all.
 *
 * Urgent mail is left out of *both* asked arms when the policy excludes it: were it left out of the blind arm alone,
 * the anchoring gap would compare two different kinds of mail. It does not use up the budget.
 */
export function decideArm(question: ArmQuestion): ArmDecision {
  const { blindShare, blindSkipsUrgent, predictedUrgent } = question;
  const drawn = drawArm(question.u, blindShare);
  if (drawn === "open") return { arm: "open", blindShare };
  if (blindSkipsUrgent && predictedUrgent) return { arm: "open", blindShare, askSkipped: "urgent" };
  return { ...askBudget(drawn, question.askedToday, question.askBudget), blindShare };
}

/** The asked arm while the person's daily budget lasts, afterwards `open` with `askSkipped: "budget"`. */
export function askBudget(
  drawn: Arm,
  askedToday: number,
  budget: number,
): { arm: Arm; askSkipped?: AskSkipped } {
  if (drawn === "open" || askedToday < budget) return { arm: drawn };
  return { arm: "open", askSkipped: "budget" };
}

/** The blind share for 14 days after a model change: doubled, capped at the largest that may be set. */
export const raisedBlindShare = (blindShare: number): number => Math.min(2 * blindShare, largestBlindShare);

/** The alignment's figures in the words of the summary. */
import { agreementOf, anchoringGap, type Field } from "../../alignment/agreement.ts";
import type { ArmCounts, Counts } from "../../alignment/counts.ts";
import { shareOf } from "../../alignment/intervals.ts";
import type { ArmAgreement, FieldAgreement } from "../../triage/agreement.ts";

export const fieldAgreement = (counts: Counts, field: Field): FieldAgreement => ({
  blind: armAgreement(counts.blind, field),
  assisted: armAgreement(counts.assisted, field),
  gap: anchoringGap(counts, field),
});

function armAgreement(counts: ArmCounts, field: Field): ArmAgreement {
  const { missing, manyUnanswered, bounds } = agreementOf(counts, field);
  return {
    ...evidenceOf(counts[field].equal, counts[field].different),
    unsure: counts.unsure,
    missing,
    asked: counts.asked,
    answered: counts.answered,
    manyUnanswered,
    bounds: bounds && { low: bounds[0], high: bounds[1] },
  };
}

export function evidenceOf(equal: number, different: number) {
  const { share, low, high } = shareOf({ hits: equal, trials: equal + different });
  return { equal, different, share, low, high };
}

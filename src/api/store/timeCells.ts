/** How long it took and how sure the model was: the counters behind percentiles, minutes, calibration and skipped asks. */
import { bucketOf } from "../../alignment/sketch.ts";
import type { Cell, Counted } from "./kinds.ts";
import { oldestTriagedMs } from "./workCells.ts";

/** Shown → verdict, in a log-bucket of milliseconds, by what the verdict was. */
export function handlingCells({ stay, contribution }: Counted): readonly Cell[] {
  const [counted] = stay.standing;
  if (!contribution?.said || !counted || counted.handling_ms === null || contribution.arm === "batch")
    return [];
  return [
    { arm: contribution.arm, predicted: contribution.state, final: String(bucketOf(counted.handling_ms)) },
  ];
}

/** Received → first wording of the counted verdict, in a log-bucket of milliseconds. */
export function waitCells({ stay, contribution }: Counted): readonly Cell[] {
  const receivedAt = stay.openings[0]?.received_at ?? null;
  const [counted] = stay.standing;
  const first = counted && stay.firsts.get(counted.prediction_id);
  if (!contribution?.said || !first || receivedAt === null || stay.openedAt - receivedAt > oldestTriagedMs)
    return [];
  const answeredAt = Math.min(first.happened_at, first.stored_at);
  return [{ arm: contribution.arm, final: String(bucketOf(Math.max(0, answeredAt - receivedAt))) }];
}

/** Where nothing was, or may be, said about it. */
export const unchecked = "";
/** It could not have been drawn, so it stands for nothing in what is estimated from the checks. */
export const excluded = "excluded";

export const agreedCall = "agreed";
/** As counted before pairs were kept; what retention archived then still says so. */
const differentCall = "different";
const slash = "/";
/** A pair is kept, since a later merging of the two makes it agree. */
const pairOf = (predicted: string, said: string) => `${predicted}${slash}${said}`;

/** Whether the verdict agreed, in today's names of the categories; undefined where there was none. */
export function hasAgreed(final: string, today: (category: string) => string): boolean | undefined {
  if (final === agreedCall) return true;
  if (final === differentCall) return false;
  const [predicted, said] = final.split(slash);
  return said === undefined ? undefined : today(predicted!) === today(said);
}

/**
 * How sure of the category, in whole percent, and whether the verdict agreed. A blind message that nobody has answered
 * is left out: not even a sum may tell what the model said of it.
 */
export function confidenceCells({ stay, contribution }: Counted): readonly Cell[] {
  if (!contribution?.predicted) return [];
  const { arm, drawnArm, said, predicted } = contribution;
  if (drawnArm === "blind" && !said) return [];
  const about = stay.standing[0]?.prediction_id;
  const opened = stay.openings.find((row) => row.prediction_id === about) ?? stay.openings[0];
  if (!opened || opened.confidence === null) return [];
  const agreed =
    said?.kind !== "holds" || arm === "batch"
      ? unchecked
      : said.category === predicted.category
        ? agreedCall
        : pairOf(predicted.category, said.category);
  const final = stay.openings[0]!.ask_skipped === "urgent" ? excluded : agreed;
  return [{ arm, predicted: String(Math.round(100 * opened.confidence)), final }];
}

/** Why a message that was drawn for an ask was not asked. */
export function skippedCells({ stay, contribution }: Counted): readonly Cell[] {
  const why = contribution && stay.openings[0]?.ask_skipped;
  return why ? [{ arm: contribution.arm, final: why }] : [];
}

/** Two colleagues asked blind on one message: what the first said against what the second said. */
export function ceilingCells({ stay, contribution }: Counted): readonly Cell[] {
  const [counted] = stay.standing;
  if (contribution?.arm !== "blind" || !counted) return [];
  const first = stay.firsts.get(counted.prediction_id);
  const second = stay.openings.find(({ ask_skipped }) => ask_skipped === "second");
  const other = second && stay.firsts.get(second.prediction_id);
  if (first?.kind !== "holds" || other?.kind !== "holds") return [];
  return [{ arm: "blind", predicted: first.category!, final: other.category! }];
}

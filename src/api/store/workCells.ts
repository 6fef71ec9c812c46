/** How soon mail was triaged, and with how many presses: the counters behind two kinds of objectives. */
import { triageMinutes } from "../../triage/objective.ts";
import { type Stay, saysTheSame } from "./history.ts";
import type { Cell, Counted } from "./kinds.ts";
import { dayMs } from "./periods.ts";

const minuteMs = 60_000;

/** Mail that was already older when it was first opened here is being read again, not triaged. */
export const oldestTriagedMs = 14 * dayMs;

/** The kind of counter that holds how soon mail was triaged. */
export const triage = "triage";

/** A promise of time begins with the mail that comes in while it holds, so its checks count on the day they were received. */
export const receivedAt = ({ openings, openedAt }: Stay): number =>
  Math.min(openings[0]?.received_at ?? openedAt, openedAt);

/** Not answered: what is missing, as a class of its own. */
export const notTriaged = "none";
/** Later than every promise there is. */
const latest = "more";

/** Exact, since an objective promises one of these ends: the smallest of `triageMinutes` that the time is within. */
export const classOf = (ms: number): string =>
  String(triageMinutes.find((minutes) => ms <= minutes * minuteMs) ?? latest);

/** Whether a class is within so many minutes. */
export const isWithin = (cls: string, minutes: number): boolean =>
  cls !== notTriaged && cls !== latest && Number(cls) <= minutes;

/**
 * From received to the first wording of the counted verdict, by the priority that was said; without a verdict by the
 * predicted one, but of a blind message not even a sum may tell that.
 */
export function triageCells({ stay, contribution }: Counted): readonly Cell[] {
  const [first] = stay.openings;
  const receivedAt = first?.received_at ?? null;
  if (!contribution || receivedAt === null || stay.openedAt - receivedAt > oldestTriagedMs) return [];
  const { arm, said, predicted, drawnArm } = contribution;
  const firstSaid = stay.standing[0] && stay.firsts.get(stay.standing[0].prediction_id);
  if (!said || !firstSaid)
    return [{ arm, predicted: drawnArm === "blind" ? "" : (predicted?.priority ?? ""), final: notTriaged }];
  const answeredAt = Math.min(firstSaid.happened_at, firstSaid.stored_at);
  return [
    {
      arm,
      predicted: said.kind === "holds" ? said.priority : (predicted?.priority ?? ""),
      final: classOf(Math.max(0, answeredAt - receivedAt)),
    },
  ];
}

/** One press whose verdict was left as it was, or more; by the category that was said. A press on many is neither. */
export function pressCells({ stay, contribution }: Counted): readonly Cell[] {
  const [counted] = stay.standing;
  if (!contribution?.said || !counted || contribution.arm === "batch") return [];
  const first = stay.firsts.get(counted.prediction_id);
  const isOne = first?.presses === 1 && saysTheSame(first, counted);
  return [
    {
      arm: contribution.arm,
      predicted: contribution.said.kind === "holds" ? contribution.said.category : "",
      final: isOne ? "one" : "more",
    },
  ];
}

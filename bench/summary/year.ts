/** A year of one department's messages, told by rule from their number alone: the same rows in SQL and in TypeScript. */
import { contributionOf } from "../../src/alignment/contribution.ts";
import { cellOf, cellsOf } from "../../src/api/store/cells.ts";
import { staysOf } from "../../src/api/store/history.ts";
import type { StoredFeedback } from "../../src/api/store/schema.ts";

export const dayMs = 86_400_000;
export const days = 365;
/** Message n has the shape n modulo this. */
export const shapes = 100;
const categories = 12;
const priorities = ["normal", "normal", "low", "high", "urgent"] as const;

export interface Shape {
  rows: StoredFeedback[];
  /** what the message counts as, and whether a verdict stands behind it */
  state: string;
  hasVerdict: boolean;
  /** the counters of one message, without day, week and model version */
  cells: { kind: string; arm: string; predicted: string; final: string; isDay: boolean }[];
}

/** 60 of 100 messages confirmed, 12 corrected, 3 unsure, 20 seen and passed over, 5 never shown. */
function shapeOf(s: number, department: string, at: number): Shape {
  const arm = s % 20 === 0 ? "blind" : s % 10 === 1 ? "assisted" : "open";
  const base: StoredFeedback = {
    department,
    message_key: `m${s}`,
    position: 1,
    event: "opened",
    feedback_id: null,
    prediction_id: `p${s}`,
    person: `bench/person${s % 40}`,
    arm,
    blind_share: 0.05,
    ask_skipped: null,
    model_version: "v",
    taxonomy_version: 1,
    predicted_category: `category-${(s * 7) % categories}`,
    predicted_priority: priorities[s % 5]!,
    confidence: 0.8,
    kind: null,
    category: null,
    priority: null,
    reason: null,
    note: null,
    presses: null,
    handling_ms: null,
    to_department: null,
    received_at: at,
    happened_at: at,
    stored_at: at,
  };
  const rows = [base];
  if (s < 95) rows.push({ ...base, position: 2, event: "shown" });
  if (s < 75) rows.push({ ...base, position: 3, event: "verdict", feedback_id: `f${s}`, ...saidOf(s, base) });
  const contribution = contributionOf(staysOf(rows)[0]!.rows)!;
  const cells = [...cellsOf(rows).keys()].map((key) => {
    const { kind, arm, predicted, final, period } = cellOf(key);
    return { kind, arm, predicted, final, isDay: period.startsWith("d") };
  });
  return { rows, state: contribution.state, hasVerdict: s < 75, cells };
}

function saidOf(s: number, base: StoredFeedback): Partial<StoredFeedback> {
  const answer = { presses: 1, handling_ms: 2_000 };
  if (s >= 72) return { ...answer, kind: "unsure" };
  const category = s < 60 ? base.predicted_category : `category-${(s * 7 + 1) % categories}`;
  return { ...answer, kind: "holds", category, priority: base.predicted_priority };
}

export const shapesOf = (department: string, at: number): Shape[] =>
  Array.from({ length: shapes }, (_, s) => shapeOf(s, department, at));

export interface Year {
  messages: number;
  /** epoch milliseconds of its first midnight */
  start: number;
  perDay: number;
  versionsPerDay: number;
}

export function yearOf(messages: number, today: number, versionsPerDay: number): Year {
  const perDay = Math.ceil(messages / days);
  const midnight = Math.floor(today / dayMs) * dayMs;
  return {
    messages,
    start: midnight - (days - 1) * dayMs,
    perDay,
    // No more versions than verdicts to learn from.
    versionsPerDay: Math.max(1, Math.min(versionsPerDay, Math.floor(perDay * 0.72))),
  };
}

export const dayOfMessage = ({ perDay }: Year, n: number): number => Math.floor(n / perDay);

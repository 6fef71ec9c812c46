/** The tables, typed once for both engines; `migrations.ts` makes them. Times are epoch ms, truths 0 or 1, values JSON. */

import type { ColumnType, Generated } from "kysely";
import type { State } from "../../alignment/contribution.ts";
import type { Role } from "../../triage/department.ts";
import type { ModelState } from "../../triage/model.ts";
import type { Arm } from "../../triage/prediction.ts";
import type { ReceiptState } from "../../triage/receipt.ts";
import type { Priority } from "../../triage/taxonomy.ts";
import type { Outcome, Reason } from "../../triage/verdict.ts";

type Blob = ColumnType<Uint8Array | ArrayBuffer, Uint8Array, Uint8Array>;

/** 0 where nothing is inserted. */
type Zero = ColumnType<number, number | undefined, number>;

/** `tid/slug`: unique across organisations, and first in every key. */
export type DepartmentKey = string;
/** `tid/oid`. */
export type PersonKey = string;

export interface Schema {
  migration: { number: number; name: string; checksum: string; applied_at: number };
  tenant: {
    tenant: string;
    open: number;
    /** digest of the written organisation that was applied last */
    applied: Generated<string>;
  };
  department: {
    department: DepartmentKey;
    tenant: string;
    slug: string;
    name: string;
    mailboxes: string;
    taxonomy_version: number;
    policy_version: number;
    /** the live model version; 0 knows the taxonomy only */
    model_version: number;
    active: number;
    /** counts the changes, so that nobody overwrites what they have not seen */
    version: Generated<number>;
    /** JSON of Assigned: groups and app roles whose people belong here */
    assigned: Generated<string>;
    /** JSON of a ModelChoice */
    model: Generated<string>;
    /** of a closed department: who took its work over */
    heir: DepartmentKey | null;
    closed_at: number | null;
    /** after a change of model more is asked blind until then */
    blind_raised_until: Zero;
    /** after a rollback nothing is published by itself until then */
    publishing_held_until: Zero;
  };
  member: { department: DepartmentKey; person: PersonKey; role: Role };
  person: {
    tenant: string;
    person: PersonKey;
    name: string;
    department: DepartmentKey | null;
    seen_at: number;
  };
  taxonomy: { department: DepartmentKey; version: number; value: string; at: number };
  policy: { department: DepartmentKey; version: number; value: string; at: number };
  opening: OpeningRow;
  feedback: StoredFeedback;
  answer: AnswerRow;
  current: CurrentRow;
  counter: CounterRow;
  /** what the department's counters were made by */
  recipe: { department: DepartmentKey; value: string };
  /** the recipe that is being counted beside, up to which message, by whom and until when that is believed */
  recounting: { department: DepartmentKey; value: string; done_to: string; holder: string; until: number };
  ask: { department: DepartmentKey; person: PersonKey; day: string; asked: number };
  features: { department: DepartmentKey; message_key: string; value: Blob; stored_at: number };
  example: ExampleRow;
  lesson: LessonRow;
  imported: ImportedRow;
  model_version: ModelVersionRow;
  model_file: { department: DepartmentKey; version: number; value: Blob; at: number };
  judged: JudgedRow;
  learner: { department: DepartmentKey; holder: string; until: number };
  message_reference: { department: DepartmentKey; message_key: string; value: Blob; stored_at: number };
  proposal: ProposalRow;
  category_move: { department: DepartmentKey; category: string; into_category: string; at: number };
  model_snapshot: { department: DepartmentKey; version: number; value: Blob; at: number };
  audit: AuditRow;
  objective: ObjectiveRow;
  measurement: MeasurementRow;
  review: ReviewRow;
  decision: DecisionRow;
  forecast: ForecastRow;
  /** Who stands behind a name in the audit log, until the person is erased. */
  alias: { tenant: string; person: PersonKey; alias: string };
  /** What deleted messages had added to the counters. */
  archived_counter: CounterRow;
  /** Every state of a department, as an admin would write it down. */
  department_version: {
    department: DepartmentKey;
    version: number;
    value: string;
    at: number;
    /** alias, or `system` */
    changed_by: string;
  };
  forgotten: { department: DepartmentKey; version: number; at: number };
  erasure: ErasureRow;
  /** Since and until when a key named new messages; and under no tenant, of which renewed key the features are. */
  key_use: { tenant: string; print: string; first_at: number; last_at: number };
}

/** A person's erasure; once finished it names nobody. */
export interface ErasureRow {
  tenant: string;
  erasure_id: string;
  person: PersonKey | null;
  alias: string;
  /** 1: the models forget what they learned from the person, too */
  forgets: number;
  requested_at: number;
  /** the admin's alias */
  requested_by: string;
  finished_at: number | null;
  /** JSON of an ErasureResult */
  result: string | null;
  /** JSON of the words to strike out of free text; null when there are none, or when it is done */
  words: string | null;
}

/** A prediction as it was made; never changed. Every person who opens a message has their own. */
export interface OpeningRow {
  department: DepartmentKey;
  prediction_id: string;
  message_key: string;
  person: PersonKey;
  arm: Arm;
  blind_share: number;
  /** why a drawn ask was left out; `second` of a blind ask that follows a colleague's answer */
  ask_skipped: string | null;
  taxonomy_version: number;
  policy_version: number;
  model_version: string;
  /** JSON of a Prediction; null when the model had nothing to say */
  prediction: string | null;
  body_read: number;
  received_at: number | null;
  opened_at: number;
  stored_at: number;
}

/** Append-only; `position` counts from 1 within its message. */
export interface StoredFeedback {
  department: DepartmentKey;
  message_key: string;
  position: number;
  event: "opened" | "shown" | "verdict" | "undone" | "retracted";
  /** of a verdict its own id, of an undo the one taken back, of a retraction the move's */
  feedback_id: string | null;
  prediction_id: string;
  person: PersonKey;
  arm: Arm;
  blind_share: number;
  ask_skipped: string | null;
  model_version: string;
  taxonomy_version: number;
  predicted_category: string | null;
  predicted_priority: Priority | null;
  confidence: number | null;
  kind: "holds" | "unsure" | null;
  category: string | null;
  priority: Priority | null;
  reason: Reason | null;
  note: string | null;
  presses: number | null;
  handling_ms: number | null;
  to_department: DepartmentKey | null;
  received_at: number | null;
  happened_at: number;
  stored_at: number;
}

/** The newest wording of one person's verdict on one prediction, and what became of it. */
export interface AnswerRow {
  department: DepartmentKey;
  prediction_id: string;
  message_key: string;
  person: PersonKey;
  feedback_id: string;
  outcome: Outcome;
  kind: "holds" | "unsure";
  category: string | null;
  priority: Priority | null;
  state: ReceiptState;
  learned_in: string | null;
  now: "right" | "wrong" | null;
  declined_because: string | null;
  /** since when it may be learned */
  accepted_at: number | null;
  /** the first version made with it; 0 when it was looked at and could not be learned */
  trained_in: number | null;
  at: number;
}

/** What a message adds to the figures now. */
export interface CurrentRow {
  department: DepartmentKey;
  message_key: string;
  state: State;
  arm: Arm;
  /** of the verdict that counts */
  prediction_id: string | null;
  feedback_id: string | null;
  person: PersonKey | null;
  updated_at: number;
}

export interface CounterRow {
  department: DepartmentKey;
  kind: string;
  /** `d2026-11-23`, or the Monday of a week as `w2026-11-23` */
  period: string;
  arm: Arm;
  model_version: string;
  predicted: string;
  final: string;
  n: number;
}

/** What the model should know of a message, and what it knows. */
export interface ExampleRow {
  department: DepartmentKey;
  message_key: string;
  category: string | null;
  priority: Priority | null;
  learned_category: string | null;
  learned_priority: Priority | null;
  dirty: number;
  changed_at: number;
}

/** A message labelled before Concord was there; `trained_in` as of an answer. */
export interface ImportedRow {
  department: DepartmentKey;
  message_key: string;
  category: string;
  priority: Priority | null;
  features: Blob;
  received_at: number;
  stored_at: number;
  trained_in: number | null;
}

/** One trained model; what it learned is told by `trained_in` of the answers. */
export interface ModelVersionRow {
  department: DepartmentKey;
  version: number;
  /** answers that were looked at when it was made */
  lessons: number;
  examples: number;
  state: ModelState;
  taxonomy_version: number;
  at: number;
  published_at: number | null;
  judgement: string | null;
  changes: string | null;
  settled: number;
}

/** What a member of staff would have otherwise in the taxonomy, in one language, and what the lead made of it. */
export interface ProposalRow {
  department: DepartmentKey;
  proposal_id: string;
  person: PersonKey;
  kind: "category" | "definition";
  /** an existing category's id, or the new one's */
  category: string;
  language: string;
  name: string | null;
  definition: string;
  state: "open" | "accepted" | "declined";
  because: string | null;
  at: number;
  decided_at: number | null;
}

export interface JudgedRow {
  department: DepartmentKey;
  version: number;
  message_key: string;
  category: string;
  priority: string;
  confidence: number;
}

/** No longer written; steps before the fifth learned from it. A model version is version − 1 plus its lessons in order, so every instance arrives at the same model. */
export interface LessonRow {
  department: DepartmentKey;
  version: number;
  position: number;
  message_key: string;
  /** null: to be forgotten */
  category: string | null;
  priority: Priority | null;
}

export interface AuditRow {
  department: DepartmentKey;
  position: number;
  at: number;
  /** the person's alias, or `system` */
  person: string;
  action: string;
  subject: string;
  previous: string;
  hash: string;
}

/** Append-only: a change or a withdrawal is a new version. */
export interface ObjectiveRow {
  department: DepartmentKey;
  objective: string;
  version: number;
  kind: "agreed" | "withdrawn";
  /** JSON: the terms, or why it was withdrawn */
  value: string;
  /** evidence counts from here */
  since: number;
  at: number;
  /** an alias, as in the audit log */
  person: string;
}

/** A share measured elsewhere, for some days (both inclusive). */
export interface MeasurementRow {
  department: DepartmentKey;
  kpi: string;
  source: string;
  day_from: string;
  day_to: string;
  hits: number;
  trials: number;
  at: number;
  /** an alias, as in the audit log */
  person: string;
}

/** Persons are aliases, as in the audit log; `system` when the rhythm opened it. */
export interface ReviewRow {
  department: DepartmentKey;
  review: string;
  opened_at: number;
  opened_by: string;
  closed_at: number | null;
  closed_by: string | null;
  /** JSON of what was seen when it was closed; written once */
  frozen: string | null;
  /** SHA-256 of it, as the audit log says it too */
  seal: string | null;
}

export interface DecisionRow {
  department: DepartmentKey;
  review: string;
  decision: string;
  /** JSON of a DecisionRequest */
  value: string;
  outcome: "open" | "done" | "dropped";
  at: number;
  person: string;
}

export interface ForecastRow {
  department: DepartmentKey;
  review: string;
  objective: string;
  probability: number;
  at: number;
  person: string;
}

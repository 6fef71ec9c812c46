/** Step 5: model versions with their gate and their files, judged messages, one learner at a time, acceptance of verdicts. */
import type { Migration } from "../migrations.ts";

const key = "department text not null";

export const learningLoop: Migration = {
  number: 5,
  name: "learning loop",
  statements: [
    "alter table model_version add column state text not null default 'retired'",
    "alter table model_version add column examples integer not null default 0",
    "alter table model_version add column taxonomy_version integer not null default 0",
    "alter table model_version add column published_at bigint",
    // JSON: what the gate said, and what the version would say otherwise than the one before it.
    "alter table model_version add column judgement text",
    "alter table model_version add column changes text",
    // 0 until the receipts know what this version says.
    "alter table model_version add column settled integer not null default 1",
    `create table model_file (${key}, version integer not null, value bytea not null, at bigint not null,
      primary key (department, version))`,
    // What a version said of messages whose label it had not learned.
    `create table judged (${key}, version integer not null, message_key text not null, category text not null,
      priority text not null, confidence double precision not null, primary key (department, version, message_key))`,
    `create table learner (${key} primary key, holder text not null, until bigint not null)`,
    "alter table department add column blind_raised_until bigint not null default 0",
    "alter table department add column publishing_held_until bigint not null default 0",
    "alter table answer add column accepted_at bigint",
    "alter table answer add column trained_in integer",
    "update answer set accepted_at = at, state = 'accepted', learned_in = null where state in ('accepted', 'learned')",
    "create index answer_state on answer (department, state, outcome, at)",
    "create index current_blind on current (department, updated_at) where arm = 'blind'",
  ],
};

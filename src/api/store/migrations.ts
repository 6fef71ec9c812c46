/** The numbered steps from nothing to today's tables. A step that was released is never edited: add the next one. */

export interface Migration {
  number: number;
  name: string;
  statements: readonly string[];
}

const key = "department text not null";

/** The same SQL for both engines: SQLite takes the type names as they are. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: "organisation, feedback, counters, learning, audit",
    statements: [
      "create table tenant (tenant text not null primary key, open integer not null)",
      `create table department (${key} primary key, tenant text not null, slug text not null, name text not null,
        mailboxes text not null, taxonomy_version integer not null, policy_version integer not null,
        model_version integer not null, active integer not null)`,
      `create table member (${key}, person text not null, role text not null, primary key (department, person))`,
      "create index member_person on member (person)",
      `create table person (tenant text not null, person text not null, name text not null, department text,
        seen_at bigint not null, primary key (tenant, person))`,
      `create table taxonomy (${key}, version integer not null, value text not null, at bigint not null,
        primary key (department, version))`,
      `create table policy (${key}, version integer not null, value text not null, at bigint not null,
        primary key (department, version))`,
      `create table opening (${key}, prediction_id text not null, message_key text not null, person text not null,
        arm text not null, blind_share double precision not null, ask_skipped text,
        taxonomy_version integer not null, policy_version integer not null, model_version text not null,
        prediction text, body_read integer not null, received_at bigint, opened_at bigint not null,
        stored_at bigint not null, primary key (department, prediction_id))`,
      "create index opening_message on opening (department, message_key, person)",
      `create table feedback (${key}, message_key text not null, position integer not null, event text not null,
        feedback_id text, prediction_id text not null, person text not null, arm text not null,
        blind_share double precision not null, ask_skipped text, model_version text not null,
        taxonomy_version integer not null, predicted_category text, predicted_priority text,
        confidence double precision, kind text, category text, priority text, reason text, note text,
        presses integer, handling_ms integer, to_department text, received_at bigint,
        happened_at bigint not null, stored_at bigint not null, primary key (department, message_key, position))`,
      "create unique index feedback_once on feedback (department, event, feedback_id)",
      `create table answer (${key}, prediction_id text not null, message_key text not null, person text not null,
        feedback_id text not null, outcome text not null, kind text not null, category text, priority text,
        state text not null, learned_in text, now text, declined_because text, at bigint not null,
        primary key (department, prediction_id))`,
      "create index answer_person on answer (department, person, at)",
      "create index answer_message on answer (department, message_key)",
      `create table current (${key}, message_key text not null, state text not null, arm text not null,
        prediction_id text, feedback_id text, person text, updated_at bigint not null,
        primary key (department, message_key))`,
      `create table counter (${key}, kind text not null, period text not null, arm text not null,
        model_version text not null, predicted text not null, final text not null, n bigint not null,
        primary key (department, kind, period, arm, model_version, predicted, final))`,
      `create table ask (${key}, person text not null, day text not null, asked integer not null,
        primary key (department, person, day))`,
      `create table features (${key}, message_key text not null, value bytea not null, stored_at bigint not null,
        primary key (department, message_key))`,
      `create table example (${key}, message_key text not null, category text, priority text,
        learned_category text, learned_priority text, dirty integer not null, changed_at bigint not null,
        primary key (department, message_key))`,
      "create index example_dirty on example (department, dirty, changed_at)",
      `create table lesson (${key}, version integer not null, position integer not null, message_key text not null,
        category text, priority text, primary key (department, version, position))`,
      `create table model_version (${key}, version integer not null, lessons integer not null, at bigint not null,
        primary key (department, version))`,
      `create table model_snapshot (${key} primary key, version integer not null, value bytea not null,
        at bigint not null)`,
      `create table audit (${key}, position integer not null, at bigint not null, person text not null,
        action text not null, subject text not null, previous text not null, hash text not null,
        primary key (department, position))`,
    ],
  },
];

export const newestMigration = migrations.at(-1)!.number;

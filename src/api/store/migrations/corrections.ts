/** Step 6: encrypted references to messages, proposals of staff, and what became of categories. */
import type { Migration } from "../migrations.ts";

const key = "department text not null";

export const corrections: Migration = {
  number: 6,
  name: "corrections: message references, proposals, category moves",
  statements: [
    `create table message_reference (${key}, message_key text not null, value bytea not null,
      stored_at bigint not null, primary key (department, message_key))`,
    `create table proposal (${key}, proposal_id text not null, person text not null, kind text not null,
      category text not null, language text not null, name text, definition text not null, state text not null,
      because text, at bigint not null, decided_at bigint, primary key (department, proposal_id))`,
    "create index proposal_state on proposal (department, state, at)",
    // A category that was merged into another, or got another id; figures and verdicts of the first are the second's.
    `create table category_move (${key}, category text not null, into_category text not null, at bigint not null,
      primary key (department, category))`,
  ],
};

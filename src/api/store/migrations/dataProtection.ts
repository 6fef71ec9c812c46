/** Step 7: aliases for the audit log, figures of what retention deleted, what models forgot, and erasures in work. */
import type { Migration } from "../migrations.ts";

const key = "department text not null";

export const dataProtection: Migration = {
  number: 7,
  name: "data protection: aliases, archived figures, forgotten lessons, erasures",
  statements: [
    // The audit log names people by a random alias; without its row here an entry is nobody's.
    `create table alias (tenant text not null, person text not null, alias text not null,
      primary key (tenant, person))`,
    // What messages added to the counters before retention deleted their rows.
    `create table archived_counter (${key}, kind text not null, period text not null, arm text not null,
      model_version text not null, predicted text not null, final text not null, n bigint not null,
      primary key (department, kind, period, arm, model_version, predicted, final))`,
    // The newest model version that forgot something: older snapshots still know it.
    `create table forgotten (${key} primary key, version integer not null, at bigint not null)`,
    `create table erasure (tenant text not null, erasure_id text not null, person text, alias text not null,
      forgets integer not null, requested_at bigint not null, requested_by text not null, finished_at bigint,
      result text, primary key (tenant, erasure_id))`,
    "create index opening_stored on opening (department, stored_at)",
    "create index features_stored on features (department, stored_at)",
  ],
};

/** Step 3: objectives by version, figures measured elsewhere, and openings found by their time. */
import type { Migration } from "../migrations.ts";

const key = "department text not null";

export const objectives: Migration = {
  number: 3,
  name: "objectives and measurements",
  statements: [
    `create table if not exists objective (${key}, objective text not null, version integer not null,
      kind text not null, value text not null, since bigint not null, at bigint not null, person text not null,
      primary key (department, objective, version))`,
    `create table if not exists measurement (${key}, kpi text not null, source text not null, day_from text not null,
      day_to text not null, hits integer not null, trials integer not null, at bigint not null, person text not null,
      primary key (department, kpi, source, day_from))`,
    "create index if not exists opening_time on opening (department, opened_at)",
  ],
};

/** Step 8: departments as admins keep them: versions, assignments, the model chosen, closing with an heir. */
import type { Migration } from "../migrations.ts";

export const administration: Migration = {
  number: 8,
  name: "administration: versions of departments, assignments, models, closing",
  statements: [
    // The digest of the written organisation that was applied last: the same file again changes nothing.
    "alter table tenant add column applied text not null default ''",
    "alter table department add column version integer not null default 1",
    "alter table department add column assigned text not null default '{}'",
    `alter table department add column model text not null default '{"kind":"builtIn"}'`,
    "alter table department add column heir text",
    "alter table department add column closed_at bigint",
    `create table department_version (department text not null, version integer not null, value text not null,
      at bigint not null, changed_by text not null, primary key (department, version))`,
  ],
};

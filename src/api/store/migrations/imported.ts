/** Step 10: labelled mail from before Concord, as hashed features, for a warm start. */
import type { Migration } from "../migrations.ts";

export const imported: Migration = {
  number: 10,
  name: "imported mail",
  statements: [
    `create table if not exists imported (department text not null, message_key text not null, category text not null,
      priority text, features bytea not null, received_at bigint not null, stored_at bigint not null,
      trained_in integer, primary key (department, message_key))`,
    "create index if not exists imported_stored on imported (department, stored_at)",
  ],
};

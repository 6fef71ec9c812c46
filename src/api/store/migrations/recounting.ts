/** Step 12: counters of a changed recipe are counted anew beside those in use; how far, and by whom. */
import type { Migration } from "../migrations.ts";

export const recounting: Migration = {
  number: 12,
  name: "recounting in the background",
  statements: [
    `create table if not exists recounting (department text not null primary key, value text not null,
      done_to text not null, holder text not null, until bigint not null)`,
  ],
};

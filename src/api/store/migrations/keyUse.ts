/** Step 16: which keys named messages, and until when: what a key is still needed for. */
import type { Migration } from "../migrations.ts";

export const keyUse: Migration = {
  number: 16,
  name: "key use: since and until when each key named new messages",
  statements: [
    // The print of a key tells nothing of it.
    `create table if not exists key_use (tenant text not null, print text not null, first_at bigint not null,
      last_at bigint not null, primary key (tenant, print))`,
  ],
};

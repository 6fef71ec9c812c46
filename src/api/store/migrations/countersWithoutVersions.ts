/** Step 2: counters no longer grow with the number of model versions, and say by what recipe they were counted. */
import type { Migration } from "../migrations.ts";

const cell = "department, kind, period, arm, predicted, final";

export const countersWithoutVersions: Migration = {
  number: 2,
  name: "counters without model versions",
  statements: [
    `insert into counter (${cell}, model_version, n)
      select ${cell}, '', sum(n) from counter where model_version <> '' group by ${cell}
      on conflict (department, kind, period, arm, model_version, predicted, final)
      do update set n = counter.n + excluded.n`,
    "delete from counter where model_version <> '' or n = 0",
    "create table recipe (department text not null primary key, value text not null)",
    // What the sums above now are, so that nothing has to be counted anew.
    `insert into recipe (department, value)
      select department, 'answered 1, asked 1, both 1, category 1, moved 1, priority 1, state 1' from department`,
  ],
};

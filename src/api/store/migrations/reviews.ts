/** Step 4: reviews with their decisions and forecasts. */
import type { Migration } from "../migrations.ts";

const key = "department text not null, review text not null";

export const reviews: Migration = {
  number: 4,
  name: "reviews, decisions, forecasts",
  statements: [
    `create table if not exists review (${key}, opened_at bigint not null, opened_by text not null,
      closed_at bigint, closed_by text, frozen text, seal text, primary key (department, review))`,
    `create table if not exists decision (${key}, decision text not null, value text not null,
      outcome text not null, at bigint not null, person text not null,
      primary key (department, review, decision))`,
    `create table if not exists forecast (${key}, objective text not null, probability double precision not null,
      at bigint not null, person text not null, primary key (department, review, objective))`,
  ],
};

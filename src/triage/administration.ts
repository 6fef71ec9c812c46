/** What the administration screen shows beside the configuration: reach, people, and how the installation is. */
import { type Static, Type } from "typebox";
import { AccountId } from "./privacy.ts";
import { EpochMs, LocalText, Slug } from "./text.ts";

const Count = Type.Integer({ minimum: 0 });

/** How far Concord got in a department in the last days: people, counted, never named. */
export const Reach = Type.Object({
  /** Named members; those who belong by group or role are not known until they come. */
  assigned: Count,
  opened: Count,
  saw: Count,
  answered: Count,
  days: Count,
  /** More messages than are looked at: the counts are at least so high. */
  isPartial: Type.Boolean(),
});
export type Reach = Static<typeof Reach>;

/** GET /api/admin/departments: one line each. */
export const DepartmentOverview = Type.Object({
  id: Slug,
  name: LocalText,
  version: Count,
  modelVersion: Count,
  /** The external model's name. */
  model: Type.Optional(Type.String()),
  closedAt: Type.Optional(EpochMs),
  heirId: Type.Optional(Slug),
  reach: Reach,
});
export type DepartmentOverview = Static<typeof DepartmentOverview>;

export const AdminOverview = Type.Object({
  departments: Type.Array(DepartmentOverview),
  open: Type.Boolean(),
  computedAt: EpochMs,
});
export type AdminOverview = Static<typeof AdminOverview>;

export const PeopleQuery = Type.Object(
  {
    /** Part of the name, or the account id. */
    search: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    after: Type.Optional(AccountId),
    /** Those named in this department instead, leads first; at most 200, without a next page. */
    departmentId: Type.Optional(Slug),
  },
  { additionalProperties: false },
);
export type PeopleQuery = Static<typeof PeopleQuery>;

export const KnownPerson = Type.Object({
  oid: Type.String(),
  /** Empty where the person has not come yet. */
  name: Type.String(),
  seenAt: Type.Optional(EpochMs),
  departments: Type.Array(Type.Object({ id: Slug, name: Type.Optional(LocalText), role: Type.String() })),
});
export type KnownPerson = Static<typeof KnownPerson>;

export const People = Type.Object({
  people: Type.Array(KnownPerson),
  after: Type.Optional(Type.String()),
});
export type People = Static<typeof People>;

/** GET /api/admin/diagnostics: lines without content, for the pane to show beside its own. */
export const ServerDiagnostics = Type.Object({
  lines: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
});
export type ServerDiagnostics = Static<typeof ServerDiagnostics>;

/** The audit log as an admin reads it: who did what when, by page, newest first. */
import { type Static, Type } from "typebox";
import { ContentChange } from "./configurationChanges.ts";
import { Formula } from "./objective.ts";
import { DecisionRequest } from "./review.ts";
import { Category } from "./taxonomy.ts";
import { EpochMs, Slug } from "./text.ts";

export const AuditQuery = Type.Object(
  {
    departmentId: Slug,
    /** Only this kind of deed. */
    action: Type.Optional(Type.String({ pattern: "^[a-zA-Z ]{1,40}$" })),
    /** Only deeds of this name, as it stands in the log. */
    by: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9_-]{1,60}$" })),
    /** Entries before this position: the next page. */
    before: Type.Optional(Type.Integer({ minimum: 1 })),
    from: Type.Optional(EpochMs),
    to: Type.Optional(EpochMs),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
export type AuditQuery = Static<typeof AuditQuery>;

/** What an entry's id stands for, so that the pane can call it by its title. */
export const AuditThing = Type.Union([
  Type.Object({ kind: Type.Literal("objective"), formula: Formula }),
  Type.Object({ kind: Type.Literal("review"), openedAt: EpochMs }),
  Type.Object({
    kind: Type.Literal("decision"),
    decision: DecisionRequest.properties.kind,
    /** of the objective it is about */
    formula: Type.Optional(Formula),
  }),
  Type.Object({
    kind: Type.Literal("proposal"),
    proposal: Type.Union([Type.Literal("category"), Type.Literal("definition")]),
    category: Slug,
    /** what a new category would be called */
    name: Type.Optional(Type.String()),
  }),
]);
export type AuditThing = Static<typeof AuditThing>;

export const AuditEntry = Type.Object({
  position: Type.Integer(),
  at: EpochMs,
  /** A random name; nobody's once the person is erased. */
  by: Type.String(),
  /** What people know them by; absent for the program and for nobody. */
  name: Type.Optional(Type.String()),
  action: Type.String(),
  subject: Type.String(),
  /** What people know the one by whom it was done to. */
  about: Type.Optional(Type.String()),
  /** Absent where it is something else, or was removed since. */
  thing: Type.Optional(AuditThing),
  /** What it changed, where a department or its policy was changed and it is not too long ago to be compared. */
  changes: Type.Optional(Type.Array(ContentChange)),
  hash: Type.String(),
});
export type AuditEntry = Static<typeof AuditEntry>;

export const AuditPage = Type.Object({
  departmentId: Slug,
  entries: Type.Array(AuditEntry),
  /** What the department's categories are called. */
  categories: Type.Optional(Type.Array(Type.Pick(Category, ["id", "name"]))),
  /** Present when there is more. */
  before: Type.Optional(Type.Integer()),
  /** Hash of the newest entry: written down elsewhere, it shows later that nothing was cut off. */
  head: Type.Optional(Type.String()),
});
export type AuditPage = Static<typeof AuditPage>;

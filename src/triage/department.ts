/** A department: who it is, what it decided (taxonomy and policy), and what its people see first. */
import { type Static, Type } from "typebox";
import { FeatureKeyId, MessageRef } from "./message.ts";
import { ReceiptSummary, RecentVerdict } from "./receipt.ts";
import { TaxonomyView } from "./taxonomy.ts";
import { EpochMs, LocalText, Slug, Uuid } from "./text.ts";

export const Role = Type.Union([Type.Literal("staff"), Type.Literal("lead"), Type.Literal("admin")]);
export type Role = Static<typeof Role>;

/** What a department decided about how it is asked and what is kept; every change is a new version. */
export const Policy = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    /** Share of messages asked blind, and as large a share asked with the prediction shown. */
    blindShare: Type.Number({ minimum: 0, maximum: 0.25 }),
    /** Asked checks per person and day. */
    askBudget: Type.Integer({ minimum: 0, maximum: 100 }),
    /** Never ask blind where the model says urgent. */
    blindSkipsUrgent: Type.Boolean(),
    /** Write the Outlook category after a verdict. */
    categoryWriting: Type.Boolean(),
    /** What leaves the mailbox: hashed features, or the text (for external models). */
    sending: Type.Union([Type.Literal("features"), Type.Literal("text")]),
    evidence: Type.Boolean(),
    learning: Type.Boolean(),
    /** The pane may keep the built-in model's file and predict while the API is out of reach; absent means no. */
    offlineModel: Type.Optional(Type.Boolean()),
    retentionDays: Type.Integer({ minimum: 1, maximum: 3_650 }),
    /** Verdicts may be learned after this many hours unless a lead declined them; 0 is at once. */
    acceptAfterHours: Type.Integer({ minimum: 0, maximum: 720 }),
    /** New model versions wait for a person, however they are judged. */
    monitorOnly: Type.Boolean(),
    /** Leads of other departments do not see this one beside theirs; absent means they do. */
    keptFromOthers: Type.Optional(Type.Boolean()),
    /** Keep encrypted references to messages of shared mailboxes, so that a lead can open what was corrected. */
    messageReferences: Type.Boolean(),
    /** What triage of one message took before Concord, as measured; absent while nobody did, then no saving is shown. */
    baselineSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_600 })),
    /** The rhythm a new objective starts with, in days; agreed objectives keep their own. */
    reviewEveryDays: Type.Integer({ minimum: 7, maximum: 366 }),
  },
  { additionalProperties: false },
);
export type Policy = Static<typeof Policy>;

export const defaultPolicy: Policy = {
  version: 1,
  blindShare: 0.05,
  askBudget: 6,
  blindSkipsUrgent: false,
  categoryWriting: true,
  sending: "features",
  evidence: true,
  learning: true,
  retentionDays: 730,
  acceptAfterHours: 0,
  monitorOnly: false,
  messageReferences: false,
  reviewEveryDays: 30,
};

/** A department as one of its people sees it. */
export const DepartmentView = Type.Object({
  id: Slug,
  name: LocalText,
  role: Role,
  taxonomy: TaxonomyView,
  policy: Policy,
  /** Shared mailboxes whose messages belong to this department, lower case. */
  mailboxes: Type.Array(Type.String()),
  /** Told to those who hold reviews: one is open. */
  reviewOpen: Type.Optional(Type.Literal(true)),
});
export type DepartmentView = Static<typeof DepartmentView>;

/** A department that was closed: read, never added to. */
export const FormerDepartment = Type.Object({
  ...DepartmentView.properties,
  closedAt: EpochMs,
  heirId: Type.Optional(Slug),
});
export type FormerDepartment = Static<typeof FormerDepartment>;

/** GET /api/me: everything the pane needs before the first message. */
export const Me = Type.Object({
  person: Type.Object({ name: Type.String() }),
  roles: Type.Array(Role),
  departments: Type.Array(DepartmentView),
  /** Closed ones whose history the person may read; new messages go to the heir. */
  formerDepartments: Type.Optional(Type.Array(FormerDepartment)),
  /** Departments go by groups here, and the person is in too many for a token to list them. */
  groupsUnread: Type.Optional(Type.Literal(true)),
  /** Where a message may be moved to: every department of the organisation, by name only. */
  otherDepartments: Type.Array(Type.Object({ id: Slug, name: LocalText })),
  /** The department chosen or resolved for the person's own mailbox; absent until chosen once. */
  departmentId: Type.Optional(Slug),
  /** Key of the feature hash; the same for everybody in the organisation. */
  featureKey: Type.String({ minLength: 16, maxLength: 64 }),
  /** Names that key; absent as long as it was never renewed. */
  featureKeyId: Type.Optional(FeatureKeyId),
  /** The person's last ten verdicts, newest first. */
  recent: Type.Array(RecentVerdict, { maxItems: 10 }),
  receipts: ReceiptSummary,
  now: EpochMs,
});
export type Me = Static<typeof Me>;

/** PUT /api/me/department. */
export const DepartmentChoice = Type.Object({ departmentId: Slug }, { additionalProperties: false });
export type DepartmentChoice = Static<typeof DepartmentChoice>;

/** POST /api/predictions/{predictionId}/move: the message belongs to another department. */
export const MoveRequest = Type.Object(
  {
    /** The opening it will have in the other department; makes the move repeatable without doubling. */
    moveId: Uuid,
    messageRef: MessageRef,
    toDepartmentId: Slug,
    decidedAt: EpochMs,
  },
  { additionalProperties: false },
);
export type MoveRequest = Static<typeof MoveRequest>;

export const Moved = Type.Object({ predictionId: Uuid, toDepartmentId: Slug, storedAt: EpochMs });
export type Moved = Static<typeof Moved>;

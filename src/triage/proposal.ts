/** What staff would have otherwise in the taxonomy: a new category or a clearer definition; leads decide. */
import { type Static, Type } from "typebox";
import { EpochMs, languages, Slug, Uuid } from "./text.ts";

/** One a taxonomy can hold: accepted in any other, it would make the taxonomy unreadable. */
const Language = Type.Enum([...languages]);
const Count = Type.Integer({ minimum: 0 });
const Name = Type.String({ minLength: 1, maxLength: 80 });
const Definition = Type.String({ minLength: 1, maxLength: 500 });

const strict = { additionalProperties: false } as const;
export const ProposalContent = Type.Union([
  Type.Object(
    { kind: Type.Literal("category"), language: Language, name: Name, definition: Definition },
    strict,
  ),
  Type.Object(
    { kind: Type.Literal("definition"), language: Language, category: Slug, definition: Definition },
    strict,
  ),
]);
export type ProposalContent = Static<typeof ProposalContent>;

/** PUT /api/departments/{id}/proposals/{proposalId}, by any member; the id makes it repeatable. */
export const ProposalRequest = Type.Object({ content: ProposalContent }, strict);
export type ProposalRequest = Static<typeof ProposalRequest>;

export const Proposal = Type.Object({
  id: Uuid,
  kind: Type.Union([Type.Literal("category"), Type.Literal("definition")]),
  category: Slug,
  language: Type.String(),
  name: Type.Optional(Type.String()),
  definition: Type.String(),
  /** of an open one about a category there is: the definition that holds today, in its language; absent where there is none */
  replaces: Type.Optional(Type.String()),
  state: Type.Union([Type.Literal("open"), Type.Literal("accepted"), Type.Literal("declined")]),
  because: Type.Optional(Type.String()),
  isOwn: Type.Boolean(),
  /** of an open one about a category there is: what its verdicts of the last twelve weeks say */
  evidence: Type.Optional(
    Type.Object({
      /** verdicts on messages that the model or staff put there, and those of them that were corrections */
      verdicts: Count,
      corrected: Count,
      /** how often its definition was called unclear; 0 under five */
      unclear: Count,
    }),
  ),
  at: EpochMs,
  decidedAt: Type.Optional(EpochMs),
});
export type Proposal = Static<typeof Proposal>;

/** GET /api/departments/{id}/proposals: open ones first, then the newest; at most 100. */
export const Proposals = Type.Object({
  departmentId: Slug,
  proposals: Type.Array(Proposal, { maxItems: 100 }),
});
export type Proposals = Static<typeof Proposals>;

/** PUT /api/departments/{id}/proposals/{proposalId}/decision, by a lead; accepting makes a taxonomy version. */
export const ProposalDecision = Type.Object(
  {
    decision: Type.Union([Type.Literal("accept"), Type.Literal("decline")]),
    because: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  },
  strict,
);
export type ProposalDecision = Static<typeof ProposalDecision>;

/** PUT /api/departments/{id}/categories/{category}/into: merged into another one, which takes its figures over. */
export const CategoryMove = Type.Object({ into: Slug }, strict);
export type CategoryMove = Static<typeof CategoryMove>;

/** The taxonomy as it holds then. */
export const CategoryMoved = Type.Object({ taxonomyVersion: Type.Integer() });
export type CategoryMoved = Static<typeof CategoryMoved>;

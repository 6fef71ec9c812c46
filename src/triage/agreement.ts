/** Agreement as a department sees it: a share per arm with its interval, and what could still change it. */
import { type Static, Type } from "typebox";

const Count = Type.Integer({ minimum: 0 });
const Part = Type.Number({ minimum: 0, maximum: 1 });
const Difference = Type.Number({ minimum: -1, maximum: 1 });
const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

const Evidence = Type.Object({
  equal: Count,
  different: Count,
  /** equal / (equal + different); null without evidence */
  share: orNull(Part),
  /** the interval that may be looked at every day */
  low: Part,
  high: Part,
});

/** One field in one arm. Of the blind arm it is the accuracy. */
export const ArmAgreement = Type.Object({
  ...Evidence.properties,
  /** in neither equal nor different */
  unsure: Count,
  /** verdicts still missing before the share is said aloud; 0 when there are enough */
  missing: Count,
  asked: Count,
  answered: Count,
  /** fewer than 60 % of the asks were answered: the bounds belong beside the share */
  manyUnanswered: Type.Boolean(),
  /** the share if every unanswered ask were wrong, and if it were right */
  bounds: orNull(Type.Object({ low: Part, high: Part })),
});
export type ArmAgreement = Static<typeof ArmAgreement>;

export const FieldAgreement = Type.Object({
  blind: ArmAgreement,
  assisted: ArmAgreement,
  /** assisted minus blind: how far people lean on a shown prediction; null while one side has no evidence */
  gap: Type.Object({ gap: orNull(Difference), low: Difference, high: Difference }),
});
export type FieldAgreement = Static<typeof FieldAgreement>;

/** Blind checks of the category that were opened in one ISO week (UTC). */
export const WeekAgreement = Type.Object({ ...Evidence.properties, monday: Type.String() });
export type WeekAgreement = Static<typeof WeekAgreement>;

/** How often staff said one category where the model had said another, over all arms: never an accuracy. */
export const Confused = Type.Object({ predicted: Type.String(), said: Type.String(), count: Count });
export type Confused = Static<typeof Confused>;

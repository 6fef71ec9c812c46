/** Which model predicts for a department: the built-in one, or an organisation's own behind one of three protocols. */
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;

/** Ours (`docs/model.md`), MLflow's scoring protocol, or chat completions as OpenAI's with structured output. */
export const Protocol = Type.Union([Type.Literal("concord"), Type.Literal("mlflow"), Type.Literal("chat")]);
export type Protocol = Static<typeof Protocol>;

export const ExternalModel = Type.Object(
  {
    kind: Type.Literal("external"),
    protocol: Protocol,
    /** https; http only to hosts the operator has allowed. */
    url: Type.String({ minLength: 8, maxLength: 500, pattern: "^https?://" }),
    /** What people see: the model's name. For chat also what is asked for. */
    name: Type.String({ minLength: 1, maxLength: 48, pattern: "^[A-Za-z0-9][A-Za-z0-9 ._:/-]*$" }),
    /** Name of the environment variable with the bearer token; the token itself is never stored or returned. */
    secret: Type.Optional(Type.String({ pattern: "^CONCORD_SECRET_[A-Z0-9_]{1,40}$" })),
    timeoutMs: Type.Integer({ minimum: 100, maximum: 7_000 }),
    /** Who answers when it does not: the built-in model, or nobody. */
    fallback: Type.Union([Type.Literal("builtIn"), Type.Literal("none")]),
  },
  strict,
);
export type ExternalModel = Static<typeof ExternalModel>;

export const ModelChoice = Type.Union([
  Type.Object({ kind: Type.Literal("builtIn") }, strict),
  ExternalModel,
]);
export type ModelChoice = Static<typeof ModelChoice>;

export const builtIn: ModelChoice = { kind: "builtIn" };

/** Our own contract: the taxonomy and the message's features or text go out, scored labels come back (docs/model.md). */
import { Type } from "typebox";
import Value from "typebox/value";
import { ModelFault } from "./fault.ts";
import type { ModelProtocol } from "./protocol.ts";

const Scores = Type.Array(
  Type.Object({ label: Type.String({ maxLength: 64 }), probability: Type.Number() }),
  {
    minItems: 1,
    maxItems: 200,
  },
);

export const ConcordAnswer = Type.Object({
  categories: Scores,
  priorities: Scores,
  modelVersion: Type.Optional(Type.String({ maxLength: 100 })),
});

export const concordProtocol: ModelProtocol = {
  request: ({ taxonomy, features, text }) => ({
    contract: "concord/1",
    taxonomy: {
      version: taxonomy.version,
      categories: taxonomy.categories.map(({ id, name, definition }) => ({ id, name, definition })),
      priorities: taxonomy.priorities.map(({ id, definition }) => ({ id, definition })),
    },
    message: text ? { text } : { features },
  }),
  read(answer) {
    if (!Value.Check(ConcordAnswer, answer)) throw new ModelFault("answer_invalid");
    const { categories, priorities, modelVersion: version } = answer;
    return { categories, priorities, ...(version === undefined ? {} : { version }) };
  },
};

/** MLflow's scoring protocol (`/invocations`, version 2): one row of a data frame goes out, one prediction comes back. */
import { Type } from "typebox";
import Value from "typebox/value";
import { ModelFault } from "./fault.ts";
import type { ModelProtocol } from "./protocol.ts";
import { assumedProbability, type Scored } from "./scores.ts";

const Label = Type.String({ maxLength: 64 });
const Scores = Type.Record(Type.String({ maxLength: 64 }), Type.Number(), { maxProperties: 200 });

/** Labels, or scores by label, or both; a model's own further columns do not matter. */
const Row = Type.Object({
  category: Type.Optional(Label),
  priority: Type.Optional(Label),
  categories: Type.Optional(Scores),
  priorities: Type.Optional(Scores),
});

export const MlflowAnswer = Type.Object({ predictions: Type.Array(Row, { minItems: 1, maxItems: 1 }) });

export const mlflowProtocol: ModelProtocol = {
  request({ text }) {
    if (!text) throw new ModelFault("text_withheld");
    const { subject, body, sender = "" } = text;
    return { dataframe_split: { columns: ["subject", "body", "sender"], data: [[subject, body, sender]] } };
  },
  read(answer) {
    if (!Value.Check(MlflowAnswer, answer)) throw new ModelFault("answer_invalid");
    const row = answer.predictions[0]!;
    return {
      categories: scoresOf(row.categories, row.category),
      priorities: scoresOf(row.priorities, row.priority),
    };
  },
};

function scoresOf(scores: Record<string, number> | undefined, label: string | undefined): Scored[] {
  if (scores) return Object.entries(scores).map(([name, probability]) => ({ label: name, probability }));
  if (label !== undefined) return [{ label, probability: assumedProbability }];
  throw new ModelFault("answer_invalid");
}

/** Whether an answer of the API has a shape: by a check that leaves alone what only a later build knows. */
import type { Static, TSchema } from "typebox";
import Value from "typebox/value";

const open = new WeakMap<object, object>();

/** The same shape, closed to nothing: strict is what is sent, so that nothing misspelt is lost, not what comes back. */
function opened(schema: object): object {
  const known = open.get(schema);
  if (known) return known;
  const made: object = Array.isArray(schema)
    ? schema.map(inside)
    : Object.fromEntries(Object.entries(schema).flatMap(fieldOf(schema)));
  open.set(schema, made);
  return made;
}

const inside = (part: unknown): unknown => (typeof part === "object" && part !== null ? opened(part) : part);

/** Where keys are content, as languages are, what else there may be stays said. */
const fieldOf =
  (schema: object) =>
  ([name, part]: [string, unknown]): [string, unknown][] =>
    name === "additionalProperties" && part === false && !("patternProperties" in schema)
      ? []
      : [[name, inside(part)]];

export const isAnswer = <S extends TSchema>(schema: S, value: unknown): value is Static<S> =>
  Value.Check(opened(schema) as S, value);

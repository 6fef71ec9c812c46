/** What would be refused if it were saved, by the place where it is written; the limits are those of the API's own schema. */
import type { TSchema } from "typebox";
import Value from "typebox/value";
import { type ConfiguredDepartment, DepartmentContent, faultsOf } from "../../../triage/configuration.ts";
import type { Failure } from "../../../triage/failure.ts";
import { ExternalModel } from "../../../triage/modelChoice.ts";

export interface Fault {
  /** a JSON pointer into the department */
  path: string;
  kind: "empty" | "long" | "many" | "few" | "form" | "twice" | "reads" | "successor" | "refused";
  /** how many at most, or at least */
  limit?: number;
}

const schemas: Readonly<Record<string, TSchema>> = DepartmentContent.properties;

/** @param open ids of the departments that could take over */
export function faultsIn(department: ConfiguredDepartment, open: readonly string[]): Fault[] {
  const { id, version: _, ...content } = department;
  const written = Object.entries(schemas).flatMap(([part, schema]) => {
    const value: unknown = content[part as keyof typeof content];
    return value === undefined ? [] : faultsOfPart(part, schemaOf(part, schema, department), value);
  });
  const others = faultsOf(content, open, id).map(({ path }): Fault => ({ path, kind: kindOf(path) }));
  return [...written, ...others];
}

/** One branch of the choice, so that the faults are those of what was chosen. */
const schemaOf = (part: string, schema: TSchema, { model }: ConfiguredDepartment): TSchema =>
  part === "model" && model.kind === "external" ? ExternalModel : schema;

function faultsOfPart(part: string, schema: TSchema, value: unknown): Fault[] {
  if (Value.Check(schema, value)) return [];
  return Value.Errors(schema, value).map(({ keyword, instancePath, params }) => {
    const { limit } = params as { limit?: number };
    const kind = kinds[keyword] ?? "form";
    const path = `/${part}${instancePath}`;
    if (keyword === "minLength" && limit !== 1) return { path, kind: "form" };
    return { path, kind, ...(limit === undefined ? {} : { limit }) };
  });
}

const kinds: Readonly<Record<string, Fault["kind"]>> = {
  minLength: "empty",
  maxLength: "long",
  maxItems: "many",
  minItems: "few",
};

/** Of what a schema cannot say. */
function kindOf(path: string): Fault["kind"] {
  if (path.endsWith("/id")) return "twice";
  if (path === "/model/protocol") return "reads";
  return path === "/closed/heirId" ? "successor" : "refused";
}

/** The API's own: its pointers begin with where in the request the department is. */
export const refusedIn = ({ errors = [] }: Failure): Fault[] =>
  errors.map(({ path }) => ({ path: path.replace(/^\/body|^\/departments\/\d+/, ""), kind: "refused" }));

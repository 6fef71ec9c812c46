/** What would be refused if it were saved, by the place where it is written; the limits are those of the API's own schema. */
import type { TSchema } from "typebox";
import Value from "typebox/value";
import {
  type ConfigurationFault,
  type ConfiguredDepartment,
  DepartmentContent,
  faultsOf,
} from "../../../triage/configuration.ts";
import type { Failure } from "../../../triage/failure.ts";
import { ExternalModel } from "../../../triage/modelChoice.ts";

export interface Fault {
  /** a JSON pointer into the department */
  path: string;
  kind: ConfigurationFault["kind"] | "long" | "many" | "few" | "form";
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
  const others = faultsOf(content, open, id).filter(({ path }) => !written.some((one) => one.path === path));
  return [...written, ...others.map(({ path, kind }) => ({ path, kind }))];
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

/** The API's own: its pointers begin with where in the request the department is. */
export const refusedIn = ({ errors = [] }: Failure): Fault[] =>
  errors.map(({ path }) => ({ path: path.replace(/^\/body|^\/departments\/\d+/, ""), kind: "refused" }));

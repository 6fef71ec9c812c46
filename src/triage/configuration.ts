/** The organisation as its admins keep it: over the API, on the screen, and as one JSON file, all the same shape. */
import { type Static, Type } from "typebox";
import { ContentChange } from "./configurationChanges.ts";
import { Policy } from "./department.ts";
import { ModelChoice } from "./modelChoice.ts";
import { AccountId } from "./privacy.ts";
import { Category, PriorityDefinition, priorities } from "./taxonomy.ts";
import { EpochMs, LocalText, Slug } from "./text.ts";

const strict = { additionalProperties: false } as const;

export const TaxonomyContent = Type.Object(
  {
    categories: Type.Array(Category, { minItems: 2, maxItems: 200 }),
    priorities: Type.Array(PriorityDefinition, { minItems: 4, maxItems: 4 }),
  },
  strict,
);
export type TaxonomyContent = Static<typeof TaxonomyContent>;

const AppRole = Type.String({ pattern: "^[A-Za-z0-9._:-]{1,120}$" });

/** Whose people belong here without being named: groups by object id, app roles by value. */
export const Assigned = Type.Object(
  {
    staffGroups: Type.Optional(Type.Array(AccountId, { maxItems: 100 })),
    leadGroups: Type.Optional(Type.Array(AccountId, { maxItems: 100 })),
    staffRoles: Type.Optional(Type.Array(AppRole, { maxItems: 20 })),
    leadRoles: Type.Optional(Type.Array(AppRole, { maxItems: 20 })),
  },
  strict,
);
export type Assigned = Static<typeof Assigned>;

export const PolicyContent = Type.Partial(Type.Omit(Policy, ["version"]), strict);
export type PolicyContent = Static<typeof PolicyContent>;

/** A department without its id and version; what is left out of the policy has its usual value. */
export const DepartmentContent = Type.Object(
  {
    name: LocalText,
    taxonomy: TaxonomyContent,
    policy: PolicyContent,
    /** Shared mailboxes whose messages belong here. */
    mailboxes: Type.Array(Type.String({ minLength: 3, maxLength: 320 }), { maxItems: 200 }),
    members: Type.Object(
      {
        staff: Type.Array(AccountId, { maxItems: 5_000 }),
        leads: Type.Array(AccountId, { maxItems: 500 }),
      },
      strict,
    ),
    assigned: Assigned,
    model: ModelChoice,
    /** Present: closed. Its history stays readable; new messages go to the heir, when there is one. */
    closed: Type.Optional(Type.Object({ heirId: Type.Optional(Slug) }, strict)),
  },
  strict,
);
export type DepartmentContent = Static<typeof DepartmentContent>;

/** A department with the version it was read at: who saves another's version is refused. */
export const ConfiguredDepartment = Type.Object(
  { id: Slug, version: Type.Integer({ minimum: 0 }), ...DepartmentContent.properties },
  strict,
);
export type ConfiguredDepartment = Static<typeof ConfiguredDepartment>;

/** GET and PUT /api/admin/configuration: all of it, as the file. Departments it does not name stay as they are. */
export const Configuration = Type.Object(
  {
    /** Whether a person without a department may choose one, once. */
    open: Type.Boolean(),
    departments: Type.Array(ConfiguredDepartment, { maxItems: 500 }),
  },
  strict,
);
export type Configuration = Static<typeof Configuration>;

/** PUT /api/admin/departments/{id}: `version` 0 makes a new one. */
export const DepartmentChange = Type.Omit(ConfiguredDepartment, ["id"], strict);
export type DepartmentChange = Static<typeof DepartmentChange>;

/** What a change did, or with `check` would do. */
export const Applied = Type.Object({
  departments: Type.Array(
    Type.Object({
      id: Slug,
      version: Type.Integer(),
      change: Type.Union([Type.Literal("new"), Type.Literal("changed"), Type.Literal("same")]),
      taxonomyVersion: Type.Integer(),
      policyVersion: Type.Integer(),
    }),
  ),
});
export type Applied = Static<typeof Applied>;

export const DepartmentVersions = Type.Object({
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      at: EpochMs,
      by: Type.String(),
      /** what people know them by; absent for the program and for nobody */
      name: Type.Optional(Type.String()),
      /** what it changed of the one before; absent for the first one, and for those too old to be compared */
      changes: Type.Optional(Type.Array(ContentChange)),
    }),
  ),
});
export type DepartmentVersions = Static<typeof DepartmentVersions>;

/** One fault and where it is, as a JSON pointer into the department. */
export interface ConfigurationFault {
  kind: "empty" | "twice" | "sameName" | "reads" | "successor" | "refused";
  path: string;
  expected: string;
}

/** What a schema cannot say: ids and names given twice, names nobody can see, missing priorities, a model that needs a text the policy withholds. */
export function faultsOf(
  department: DepartmentContent,
  otherIds: readonly string[],
  id: string,
): ConfigurationFault[] {
  return [
    ...taxonomyFaults(department.taxonomy),
    ...nameFaults(department),
    ...modelFaults(department),
    ...heirFaults(department, otherIds, id),
  ];
}

function taxonomyFaults({ categories, priorities: given }: TaxonomyContent): ConfigurationFault[] {
  const ids = categories.map(({ id }) => id);
  const twice = ids.flatMap((id, i) =>
    ids.indexOf(id) < i
      ? [
          {
            kind: "twice" as const,
            path: `/taxonomy/categories/${i}/id`,
            expected: "another id than that of an earlier category",
          },
        ]
      : [],
  );
  const wrong = priorities.flatMap((id, i) =>
    given[i]?.id === id
      ? []
      : [{ kind: "refused" as const, path: `/taxonomy/priorities/${i}/id`, expected: `"${id}"` }],
  );
  return [...twice, ...wrong];
}

/** As people see it: without what is invisible, however its letters are put together. */
const seen = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\p{C}/gu, "")
    .replace(/\p{Z}+/gu, " ")
    .trim()
    .toLowerCase();

/** Two choices that look alike, or one without words, cannot be told apart in the pane. */
function nameFaults({ name, taxonomy: { categories } }: DepartmentContent): ConfigurationFault[] {
  const bearers = new Map<string, string>();
  const sameNames = (texts: LocalText, at: string, id: string): ConfigurationFault[] =>
    Object.entries(texts).flatMap(([language, text]) => {
      const look = `${language} ${seen(text)}`;
      const bearer = bearers.get(look) ?? id;
      bearers.set(look, bearer);
      const expected = "another name than that of an earlier category";
      return bearer === id || seen(text) === ""
        ? []
        : [{ kind: "sameName" as const, path: `${at}/${language}`, expected }];
    });
  return [
    ...blankTexts(name, "/name"),
    ...categories.flatMap(({ id, name: texts }, i) => {
      const at = `/taxonomy/categories/${i}/name`;
      return [...blankTexts(texts, at), ...sameNames(texts, at, id)];
    }),
  ];
}

const blankTexts = (texts: LocalText, at: string): ConfigurationFault[] =>
  Object.entries(texts).flatMap(([language, text]) =>
    seen(text) === ""
      ? [{ kind: "empty", path: `${at}/${language}`, expected: "a text that can be seen" }]
      : [],
  );

function modelFaults({ model, policy }: DepartmentContent): ConfigurationFault[] {
  if (model.kind !== "external" || model.protocol === "concord" || policy.sending === "text") return [];
  return [
    {
      kind: "reads",
      path: "/model/protocol",
      expected: `"concord", or /policy/sending "text": this model reads text`,
    },
  ];
}

function heirFaults(
  { closed }: DepartmentContent,
  otherIds: readonly string[],
  id: string,
): ConfigurationFault[] {
  if (closed?.heirId === undefined) return [];
  return otherIds.includes(closed.heirId) && closed.heirId !== id
    ? []
    : [{ kind: "successor", path: "/closed/heirId", expected: "another department that is open" }];
}

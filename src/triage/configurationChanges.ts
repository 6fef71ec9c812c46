/** What one version of a department changed of the one before, told without any of its words. */
import { type Static, Type } from "typebox";
import type { DepartmentContent } from "./configuration.ts";
import type { Policy } from "./department.ts";
import { orderedJson } from "./orderedJson.ts";

const Count = Type.Integer({ minimum: 0 });
const Scalar = Type.Union([Type.Number(), Type.String(), Type.Boolean(), Type.Null()]);

const parts = [
  "name",
  "mailboxes",
  "staff",
  "leads",
  "assigned",
  "categories",
  "priorities",
  "model",
  "closed",
] as const;
export type ChangedPart = (typeof parts)[number];

export const ContentChange = Type.Union([
  /** one setting of the policy; null where it had no value */
  Type.Object({ kind: Type.Literal("setting"), setting: Type.String(), from: Scalar, to: Scalar }),
  /** of a list, how many entries came, went and are otherwise; for the rest only that it is otherwise */
  Type.Object({
    kind: Type.Literal("part"),
    part: Type.Unsafe<ChangedPart>(Type.Union(parts.map((part) => Type.Literal(part)))),
    added: Count,
    removed: Count,
    changed: Count,
  }),
]);
export type ContentChange = Static<typeof ContentChange>;

type Told = Partial<DepartmentContent>;

/** In the order of the form. */
export function changesBetween(before: Told, after: Told): ContentChange[] {
  return [
    ...whole("name", before.name, after.name),
    ...entries("mailboxes", ofTexts(before.mailboxes), ofTexts(after.mailboxes)),
    ...entries("staff", ofTexts(before.members?.staff), ofTexts(after.members?.staff)),
    ...entries("leads", ofTexts(before.members?.leads), ofTexts(after.members?.leads)),
    ...whole("assigned", before.assigned, after.assigned),
    ...settingChanges(before.policy ?? {}, after.policy ?? {}),
    ...entries("categories", byId(before.taxonomy?.categories), byId(after.taxonomy?.categories)),
    ...entries("priorities", byId(before.taxonomy?.priorities), byId(after.taxonomy?.priorities)),
    ...whole("model", before.model, after.model),
    ...whole("closed", before.closed, after.closed),
  ];
}

/** Of two policies alone. */
export function settingChanges(before: Partial<Policy>, after: Partial<Policy>): ContentChange[] {
  const settings = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Policy)[];
  return settings
    .filter((setting) => setting !== "version" && before[setting] !== after[setting])
    .map((setting) => ({
      kind: "setting",
      setting,
      from: before[setting] ?? null,
      to: after[setting] ?? null,
    }));
}

type Entries = ReadonlyMap<string, string>;
const ofTexts = (texts: readonly string[] = []): Entries => new Map(texts.map((text) => [text, text]));
const byId = (list: readonly { id: string }[] = []): Entries =>
  new Map(list.map((one) => [one.id, orderedJson(one)]));

function entries(part: ChangedPart, before: Entries, after: Entries): ContentChange[] {
  const added = [...after.keys()].filter((key) => !before.has(key)).length;
  const removed = [...before.keys()].filter((key) => !after.has(key)).length;
  const changed = [...after].filter(([key, value]) => before.has(key) && before.get(key) !== value).length;
  return added + removed + changed === 0 ? [] : [{ kind: "part", part, added, removed, changed }];
}

const whole = (part: ChangedPart, before: unknown, after: unknown): ContentChange[] =>
  orderedJson(before) === orderedJson(after)
    ? []
    : [{ kind: "part", part, added: 0, removed: 0, changed: 1 }];

/** What an admin has changed in a department and not saved: kept while the pane is open, whatever else is looked at. */
import type { ConfiguredDepartment } from "../../../triage/configuration.ts";
import { defaultPolicy } from "../../../triage/department.ts";
import { orderedJson } from "../../../triage/orderedJson.ts";
import { withoutEmptyLines } from "./tidy.ts";

/** By the department's id; only what differs from what is stored. */
export type Drafts = Map<string, ConfiguredDepartment>;

const kept = new WeakMap<object, Drafts>();

/** @param pane something that lives as long as the pane: its tabs come and go, and their state with them */
export function draftsOf(pane: object): Drafts {
  const known = kept.get(pane) ?? new Map();
  kept.set(pane, known);
  return known;
}

/** The version is no part of what an admin writes. */
export function isSameContent(a: ConfiguredDepartment, b: ConfiguredDepartment): boolean {
  return a === b || textOf(a) === textOf(b);
}

/** What a policy means that says nothing of it. */
const usual = { ...defaultPolicy, offlineModel: false, keptFromOthers: false };

const textOf = (draft: ConfiguredDepartment): string => {
  const { version: _, policy, ...content } = withoutEmptyLines(draft);
  return orderedJson({ ...content, policy: { ...usual, ...policy } });
};

export const isSameTaxonomy = (a: ConfiguredDepartment, b: ConfiguredDepartment): boolean =>
  a === b || orderedJson(withoutEmptyLines(a).taxonomy) === orderedJson(withoutEmptyLines(b).taxonomy);

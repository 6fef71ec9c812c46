/** What a version changed, a line for each: settings with what they were and are, lists by how many. */
import type { ContentChange } from "../../triage/configurationChanges.ts";
import type { Formats } from "../locales/formats.ts";
import { useWords } from "../words.tsx";
import { useAdminWords } from "./adminWords.ts";
import { useAdminStyles } from "./useAdminStyles.ts";
import type { AdminTexts } from "./words/en.ts";

export function ChangeLines({ changes }: { changes: readonly ContentChange[] }) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { f } = useWords();
  return (
    <>
      {changes.map((change) => (
        <span key={"part" in change ? change.part : change.setting} className={styles.quiet}>
          {lineOf(change, t, f)}
        </span>
      ))}
    </>
  );
}

function lineOf(change: ContentChange, t: AdminTexts, f: Formats): string {
  if (change.kind === "setting") {
    const value = (of: typeof change.from) => wordOf(change.setting, of, t, f);
    return t.settingChange(labelOf(change.setting, t), value(change.from), value(change.to));
  }
  const { part } = change;
  const label = part in t.changedParts ? t.changedParts[part as "name"] : partLabels(t)[part as "staff"];
  return t.partChange(label, howOf(change, t, f));
}

const partLabels = ({ mailboxes, staff, leads, sections }: AdminTexts) => ({
  mailboxes,
  staff,
  leads,
  model: sections.model,
});

const listed = new Set(["mailboxes", "staff", "leads", "categories", "priorities"]);

function howOf(change: Extract<ContentChange, { kind: "part" }>, t: AdminTexts, f: Formats): string {
  if (!listed.has(change.part)) return t.changedHow.other;
  return (["added", "removed", "changed"] as const)
    .filter((how) => change[how] > 0)
    .map((how) => t.changedHow[how](f.number(change[how])))
    .join(t.comma);
}

/** A setting is called here as in its form. */
function labelOf(setting: string, t: AdminTexts): string {
  const label = (t as Readonly<Record<string, unknown>>)[setting];
  return typeof label === "string" ? label : setting;
}

function wordOf(
  setting: string,
  value: Extract<ContentChange, { kind: "setting" }>["from"],
  t: AdminTexts,
  f: Formats,
): string {
  if (value === null) return t.notSet;
  if (typeof value === "boolean") return value ? t.on : t.off;
  if (typeof value === "string") return t.sendings[value as "text"] ?? value;
  return setting === "blindShare" ? f.share(value) : f.number(value);
}

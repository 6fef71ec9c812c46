/** One entry of the log: who did what to what, and what it changed; ids shortened, names where they are known. */
import type { AuditEntry } from "../../triage/auditLog.ts";
import { useObjectiveTexts } from "../department/objectives/objectiveWords.ts";
import { titleOf } from "../department/objectives/titleOf.ts";
import { useReviewTexts } from "../department/reviews/reviewWords.ts";
import type { Formats } from "../locales/formats.ts";
import { type Named, nameOf } from "../triage/nameOf.ts";
import { useWords } from "../words.tsx";
import { useAdminWords } from "./adminWords.ts";
import { ChangeLines } from "./ChangeLines.tsx";
import { ShortId } from "./ShortId.tsx";
import { useAdminStyles } from "./useAdminStyles.ts";
import type { AdminTexts } from "./words/en.ts";

interface LogEntryProps extends Named {
  entry: AuditEntry;
  now: number;
  copy(text: string): Promise<boolean>;
}

export function LogEntry({ entry, categories, now, copy }: LogEntryProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { f } = useWords();
  const { by, name, action, at, position, changes } = entry;
  const title = useTitle(entry, { categories }, now);
  const who = by === "system" ? t.system : (name ?? t.nobody);
  return (
    <li className={styles.field}>
      <span className={styles.text}>{`${t.activities[action] ?? action} · ${who}`}</span>
      <span className={styles.quiet}>
        {`${f.when(at, now)} · ${t.entry(f.number(position))} · `}
        {piecesOf(title ?? subjectOf(entry, t, f, now)).map(({ text, isId, start }) =>
          isId ? <ShortId key={start} id={text} copy={copy} /> : <bdi key={start}>{text}</bdi>,
        )}
      </span>
      {changes && <ChangeLines changes={changes} />}
    </li>
  );
}

/** What people call it in the other rooms; for the rest, the subject says it. */
function useTitle({ thing, action, subject }: AuditEntry, taxonomy: Named, now: number): string | undefined {
  const words = useWords();
  const t = useAdminWords();
  const o = useObjectiveTexts();
  const { kinds } = useReviewTexts();
  if (action === "moveCategory") {
    const [from, into] = subject.split(" into ").map((id) => nameOf(taxonomy, id, words));
    return t.categoryMoved(from ?? "", into ?? "");
  }
  switch (thing?.kind) {
    case "objective":
      return titleOf(thing.formula, taxonomy, words, o);
    case "review":
      return words.f.when(thing.openedAt, now);
    case "decision":
      return [kinds[thing.decision], thing.formula && titleOf(thing.formula, taxonomy, words, o)]
        .filter(Boolean)
        .join(": ");
    case "proposal":
      return thing.name ?? nameOf(taxonomy, thing.category, words);
    default:
      return undefined;
  }
}

const versioned = new Set(["department", "taxonomy", "policy"]);

/** What it was done to, in words where there are any. */
function subjectOf({ action, subject, about }: AuditEntry, t: AdminTexts, f: Formats, now: number): string {
  if (about) return about;
  const counted = countedIn(subject, t, f, now);
  if (counted) return counted;
  if (action === "organisation") return subject.includes(" may not ") ? t.off : t.on;
  if (versioned.has(action)) return t.versionIs(subject);
  const model = /^v(\d+)(?: (\w+))?$/.exec(subject);
  if (!model) return subject;
  const [, version = "", state] = model;
  return state ? `${t.versionIs(version)}: ${t.modelStates[state] ?? state}` : t.versionIs(version);
}

const retained = /^nothing before (\d{4}-\d\d-\d\d): (\d+) messages deleted, (\d+) forgotten$/;
const imported = /^(\d+) messages$/;

/** What the API writes of many messages: the log keeps its words, which are sealed; the reader gets their own. */
function countedIn(subject: string, { logCounts }: AdminTexts, f: Formats, now: number): string | undefined {
  const number = (digits = "0") => f.number(Number(digits));
  const [isRetained, day = "", deleted, forgotten] = retained.exec(subject) ?? [];
  if (isRetained)
    return logCounts.retained(f.when(Date.parse(`${day}T12:00`), now), number(deleted), number(forgotten));
  const [isImported, messages] = imported.exec(subject) ?? [];
  return isImported && logCounts.messages(number(messages));
}

/** A UUID, or the hex of a seal. */
const ids = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{40,64})/i;

interface Piece {
  text: string;
  isId: boolean;
  start: number;
}

function piecesOf(subject: string): Piece[] {
  let start = 0;
  return subject.split(ids).flatMap((text): Piece[] => {
    const piece = { text, isId: ids.test(text), start };
    start += text.length;
    return text === "" ? [] : [piece];
  });
}

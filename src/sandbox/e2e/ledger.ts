/** What the product's database holds, told in the words of the screen: who said what of which message, in order. */
import { webcrypto } from "node:crypto";
import { join } from "node:path";
import Database from "libsql";
import { messageKeyOf, secretFrom, tenantKeysOf } from "../../api/keys.ts";
import type { CurrentRow, OpeningRow, StoredFeedback } from "../../api/store/schema.ts";
import { messageRefOf } from "../../outlook/messageRef.ts";
import type { Prediction } from "../../triage/prediction.ts";
import { starters } from "../../triage/starter/starters.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import { personas, tenantId } from "../personas.ts";

export interface LedgerRow {
  persona: string;
  department: string;
  /** The internet message id; undefined: no message of the mailboxes has this key. */
  message: string | undefined;
  event: "verdict" | "undone";
  /** As the pane words it: `Delivery · Normal`, or `not sure`; of an undo what was taken back. */
  said: string;
  feedbackId: string;
  /** As the pane counted them; 0 for an undo. */
  presses: number;
}

export interface LedgerOpening {
  message: string | undefined;
  department: string;
  persona: string;
  predictionId: string;
  arm: OpeningRow["arm"];
  prediction: Prediction | undefined;
}

export interface Ledger {
  rows: LedgerRow[];
  openings: LedgerOpening[];
  /** What each opened message counts as now. */
  states: { department: string; state: CurrentRow["state"] }[];
}

const departments = Object.keys(starters) as (keyof typeof starters)[];

const wordsOf = (department: string, category: string, priority: string) => {
  const { categories } = starters[department as keyof typeof starters];
  const name = categories.find(({ id }) => id === category)?.name.en ?? category;
  return `${name} · ${priority[0]!.toUpperCase()}${priority.slice(1)}`;
};

/** Every message's name in the database, in every department it could belong to. */
async function namesOf(dataDir: string, messages: readonly MessageLine[]): Promise<Map<string, string>> {
  const keys = tenantKeysOf(secretFrom(undefined, dataDir))(tenantId);
  const names = new Map<string, string>();
  for (const { mailbox, internetMessageId, id } of messages) {
    const open = { fingerprint: "", internetMessageId, itemId: id, subject: "", senderName: "" };
    const ref = await messageRefOf(mailbox, open, webcrypto as unknown as Crypto);
    for (const slug of departments)
      names.set(messageKeyOf(keys, `${tenantId}/${slug}`, ref), internetMessageId);
  }
  return names;
}

const personaOf = (person: string) =>
  personas.find(({ tid, oid }) => `${tid}/${oid}` === person)?.key ?? person;
const slugOf = (department: string) => department.split("/")[1] ?? department;

/** Reads the file as it is now, while the product runs or after. */
export async function readLedger(dataDir: string, messages: readonly MessageLine[]): Promise<Ledger> {
  const names = await namesOf(dataDir, messages);
  const { feedback, openings, current } = rowsIn(join(dataDir, "concord.db"));
  const given = new Map(
    feedback.flatMap((row) => (row.event === "verdict" ? [[row.feedback_id, row] as const] : [])),
  );
  return {
    rows: feedback.map((row) => ({
      persona: personaOf(row.person),
      department: slugOf(row.department),
      message: names.get(row.message_key),
      event: row.event as LedgerRow["event"],
      said: saidIn(given.get(row.feedback_id)),
      feedbackId: row.feedback_id ?? "",
      presses: row.presses ?? 0,
    })),
    openings: openings.map((row) => ({
      message: names.get(row.message_key),
      department: slugOf(row.department),
      persona: personaOf(row.person),
      predictionId: row.prediction_id,
      arm: row.arm,
      prediction: row.prediction ? (JSON.parse(row.prediction) as Prediction) : undefined,
    })),
    states: current.map(({ department, state }) => ({ department: slugOf(department), state })),
  };
}

function rowsIn(file: string) {
  const database = new Database(file, { readonly: true } as Database.Options);
  const all = <Row>(sql: string) => database.prepare(sql).all() as Row[];
  try {
    return {
      feedback: all<StoredFeedback>(
        "select * from feedback where event in ('verdict', 'undone') order by department, message_key, position",
      ),
      openings: all<OpeningRow>("select * from opening"),
      current: all<CurrentRow>("select * from current"),
    };
  } finally {
    database.close();
  }
}

function saidIn(row: StoredFeedback | undefined): string {
  if (!row) return "nothing";
  return row.kind === "holds" ? wordsOf(slugOf(row.department), row.category!, row.priority!) : "not sure";
}

/** One line for each message somebody spoke of, as `persona | message: said, undone said`; to compare with what a test did. */
export function storyOf(
  rows: readonly Pick<LedgerRow, "persona" | "message" | "event" | "said">[],
): string[] {
  const stories = new Map<string, string[]>();
  for (const { persona, message, event, said } of rows) {
    const key = `${persona} | ${message ?? "an unknown message"}`;
    stories.set(key, [...(stories.get(key) ?? []), event === "undone" ? `undone ${said}` : said]);
  }
  return [...stories].map(([key, said]) => `${key}: ${said.join(", ")}`).sort();
}

/** Feedback of some messages inside one transaction: read together, changed in memory, written together. */
import type { Deed } from "./audit.ts";
import { lastStay, type Stay } from "./history.ts";
import { joined, type Known } from "./ledgerReads.ts";
import type { NewFeedback } from "./messages.ts";
import type { AnswerRow, DepartmentKey, OpeningRow, PersonKey, StoredFeedback } from "./schema.ts";

export interface Message {
  department: DepartmentKey;
  key: string;
  before: readonly StoredFeedback[];
  rows: StoredFeedback[];
}

interface Ask {
  department: DepartmentKey;
  person: PersonKey;
  day: string;
  asked: number;
}

interface Kept {
  department: DepartmentKey;
  message_key: string;
  value: Uint8Array;
  stored_at: number;
}

export interface Changed {
  messages: Message[];
  openings: OpeningRow[];
  /** null where the answer is gone */
  answers: ReadonlyMap<string, AnswerRow | null>;
  asks: Ask[];
  features: Kept[];
  deeds: ReadonlyMap<DepartmentKey, Deed[]>;
  known: Known;
}

const isSaying = (row: StoredFeedback, department: DepartmentKey): boolean =>
  row.department === department && (row.event === "verdict" || row.event === "undone");

export class Ledger {
  readonly #known: Known;
  readonly #messages = new Map<string, Message>();
  readonly #openings = new Map<string, OpeningRow>();
  /** what was appended under an id of its own */
  readonly #said = new Map<string, StoredFeedback[]>();
  readonly #answers = new Map<string, AnswerRow | null>();
  readonly #asks = new Map<string, Ask>();
  readonly #deeds = new Map<DepartmentKey, Deed[]>();
  readonly #features = new Map<string, Kept>();
  /** how much was changed: a decision that fails must leave it as it was */
  changes = 0;

  /** Only what was read can be asked for. */
  constructor(known: Known) {
    this.#known = known;
  }

  #message(department: DepartmentKey, key: string): Message {
    const name = joined(department, key);
    const found = this.#messages.get(name);
    if (found) return found;
    const rows = this.#known.rows.get(name);
    if (!rows) throw new Error("the ledger was not opened for this message");
    const message = { department, key, before: rows, rows: [...rows] };
    this.#messages.set(name, message);
    return message;
  }

  rowsOf(department: DepartmentKey, messageKey: string): readonly StoredFeedback[] {
    return this.#message(department, messageKey).rows;
  }

  stayOf(department: DepartmentKey, messageKey: string): Stay | undefined {
    return lastStay(this.rowsOf(department, messageKey));
  }

  opening(department: DepartmentKey, predictionId: string): OpeningRow | undefined {
    const name = joined(department, predictionId);
    return this.#openings.get(name) ?? this.#known.openings.get(name);
  }

  /** Verdicts and undos under this id, of whatever message. */
  under(department: DepartmentKey, feedbackId: string): StoredFeedback[] {
    const stored = this.#known.said.filter(
      (row) => row.feedback_id === feedbackId && isSaying(row, department),
    );
    return [...stored, ...(this.#said.get(joined(department, feedbackId)) ?? [])];
  }

  answerOn(department: DepartmentKey, predictionId: string): AnswerRow | null {
    const name = joined(department, predictionId);
    return (
      this.#answers.get(name) ?? (this.#answers.has(name) ? null : (this.#known.answers.get(name) ?? null))
    );
  }

  /** Asked checks of the person on this day, in all these departments. */
  askedOn(departments: readonly DepartmentKey[], person: PersonKey, day: string): number {
    const of = (department: DepartmentKey) => {
      const name = joined(department, person, day);
      return (this.#known.asks.get(name) ?? 0) + (this.#asks.get(name)?.asked ?? 0);
    };
    return departments.reduce((sum, department) => sum + of(department), 0);
  }

  /** Appends rows to one message, each at the next position. */
  append(added: readonly NewFeedback[]): void {
    for (const row of added) {
      const message = this.#message(row.department, row.message_key);
      const stored = { ...row, position: message.rows.length + 1 };
      message.rows.push(stored);
      if (isSaying(stored, row.department)) this.#noteSaid(stored);
      this.changes++;
    }
  }

  #noteSaid(row: StoredFeedback): void {
    const name = joined(row.department, row.feedback_id!);
    const known = this.#said.get(name);
    if (known) known.push(row);
    else this.#said.set(name, [row]);
  }

  addOpening(row: OpeningRow): void {
    this.#openings.set(joined(row.department, row.prediction_id), row);
    this.changes++;
  }

  noteAsk(department: DepartmentKey, person: PersonKey, day: string): void {
    const name = joined(department, person, day);
    const asked = (this.#asks.get(name)?.asked ?? 0) + 1;
    this.#asks.set(name, { department, person, day, asked });
    this.changes++;
  }

  keepAnswer(row: AnswerRow): void {
    this.#answers.set(joined(row.department, row.prediction_id), row);
    this.changes++;
  }

  dropAnswer(department: DepartmentKey, predictionId: string): void {
    this.#answers.set(joined(department, predictionId), null);
    this.changes++;
  }

  /** Of everybody who answered the message. */
  dropAnswersOn(department: DepartmentKey, messageKey: string): void {
    for (const answers of [this.#known.answers, new Map(this.#answers)])
      for (const row of answers.values())
        if (row?.department === department && row.message_key === messageKey)
          this.dropAnswer(department, row.prediction_id);
  }

  record(department: DepartmentKey, deed: Deed): void {
    const known = this.#deeds.get(department);
    if (known) known.push(deed);
    else this.#deeds.set(department, [deed]);
    this.changes++;
  }

  /** The first ones stay: a message does not change. */
  keepFeatures(department: DepartmentKey, message_key: string, value: Uint8Array, stored_at: number): void {
    const name = joined(department, message_key);
    if (!this.#features.has(name)) this.#features.set(name, { department, message_key, value, stored_at });
    this.changes++;
  }

  /** What is to be written. */
  changed(): Changed {
    return {
      messages: [...this.#messages.values()].filter(({ before, rows }) => rows.length > before.length),
      openings: [...this.#openings.values()],
      answers: this.#answers,
      asks: [...this.#asks.values()],
      features: [...this.#features.values()],
      deeds: this.#deeds,
      known: this.#known,
    };
  }
}

/** What people change in the simulated mailboxes: categories, read marks, add-in settings. Kept in one small file. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Category } from "./mailboxMessage.ts";

interface Kept {
  categories: Record<string, string[]>;
  read: Record<string, true>;
  customProperties: Record<string, string>;
  /** Per mailbox: Outlook's list of categories that may be set. */
  master: Record<string, Category[]>;
  /** Per person: roaming settings, values as JSON text. */
  settings: Record<string, Record<string, string>>;
}

export interface MailboxState {
  categoriesOf(id: string): string[];
  setCategories(id: string, names: string[]): void;
  isRead(id: string): boolean;
  markRead(id: string): void;
  customProperties(id: string): string;
  setCustomProperties(id: string, json: string): void;
  masterCategories(mailbox: string): Category[];
  setMasterCategories(mailbox: string, categories: Category[]): void;
  settings(persona: string): Record<string, string>;
  setSettings(persona: string, settings: Record<string, string>): void;
  /** Writes what has changed since; called at the end of every request that changes something. */
  save(): void;
}

const nothing = (): Kept => ({ categories: {}, read: {}, customProperties: {}, master: {}, settings: {} });

function keptIn(file: string): Kept {
  try {
    return { ...nothing(), ...(JSON.parse(readFileSync(file, "utf8")) as Partial<Kept>) };
  } catch {
    return nothing();
  }
}

/** `usualMaster` is the list a mailbox starts with. */
export function openMailboxState(folder: string, usualMaster: (mailbox: string) => Category[]): MailboxState {
  const file = join(folder, "sandbox-mailboxes.json");
  const kept = keptIn(file);
  return {
    categoriesOf: (id) => kept.categories[id] ?? [],
    setCategories: (id, names) => {
      kept.categories[id] = names;
    },
    isRead: (id) => kept.read[id] ?? false,
    markRead: (id) => {
      kept.read[id] = true;
    },
    customProperties: (id) => kept.customProperties[id] ?? "{}",
    setCustomProperties: (id, json) => {
      kept.customProperties[id] = json;
    },
    masterCategories: (mailbox) => kept.master[mailbox] ?? usualMaster(mailbox),
    setMasterCategories: (mailbox, categories) => {
      kept.master[mailbox] = categories;
    },
    settings: (persona) => kept.settings[persona] ?? {},
    setSettings: (persona, settings) => {
      kept.settings[persona] = settings;
    },
    save() {
      writeFileSync(`${file}.new`, JSON.stringify(kept));
      renameSync(`${file}.new`, file);
    },
  };
}

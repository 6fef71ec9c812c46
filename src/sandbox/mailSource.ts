/** Where the simulated mailbox gets its mail: a folder of .eml and mbox files, of which only the list is kept in memory. */
import { createHash } from "node:crypto";
import { open, readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { FullMessage, MessageLine } from "./mailboxMessage.ts";
import { mboxParts } from "./mbox.ts";
import { parseMail } from "./parseMail.ts";

/** Where a message's bytes are. */
interface Place {
  file: string;
  start: number;
  length: number;
}

export interface Skipped {
  file: string;
  reason: "empty" | "too large" | "not a mail" | "unreadable" | "over the limit";
}

export interface MailSource {
  /** Newest first. */
  messages: readonly MessageLine[];
  skipped: readonly Skipped[];
  read(id: string): Promise<FullMessage | undefined>;
}

export interface MailLimits {
  messages: number;
  bytesPerMessage: number;
}

export const usualLimits: MailLimits = { messages: 5000, bytesPerMessage: 25 * 1024 * 1024 };

/** The list needs the headers and the first words only; attachments further down are seen on reading. */
const listedBytes = 256 * 1024;

interface Found {
  places: Map<string, Place>;
  messages: MessageLine[];
  skipped: Skipped[];
}

/**
 * Reads every message below the folders once, keeps one line of each, and parses bodies again when asked.
 * Never throws for what a file holds: what cannot be shown is in `skipped`.
 */
export async function openMail(
  folders: readonly string[],
  defaultMailbox: string,
  limits: MailLimits = usualLimits,
): Promise<MailSource> {
  const found: Found = { places: new Map(), messages: [], skipped: [] };
  for (const folder of folders)
    for (const file of await mailFilesIn(folder)) await addFile(found, folder, file, defaultMailbox, limits);
  found.messages.sort((a, b) => b.receivedAt - a.receivedAt);
  const lines = new Map(found.messages.map((message) => [message.id, message]));
  return {
    messages: found.messages,
    skipped: found.skipped,
    async read(id) {
      const place = found.places.get(id);
      const line = lines.get(id);
      if (!place || !line) return undefined;
      const { html, text, headers, attachments } = await parseMail(await bytesAt(place), defaultMailbox);
      return { ...line, ...(html === undefined ? {} : { html }), text, headers, attachments };
    },
  };
}

/** Any file may be a mail: the Enron corpus, for one, has no endings at all. */
const otherEndings =
  /\.(md|json|ts|js|html?|png|jpe?g|gif|svg|pdf|zip|gz|tgz|xml|csv|docx?|xlsx?|pptx?|exe|db|ds_store)$/i;

async function mailFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !otherEndings.test(entry.name) && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function addFile(found: Found, folder: string, file: string, mailbox: string, limits: MailLimits) {
  const skip = (reason: Skipped["reason"]) => found.skipped.push({ file: relative(folder, file), reason });
  try {
    const { size } = await stat(file);
    if (size === 0) return void skip("empty");
    for await (const place of placesIn(file, size)) {
      if (found.messages.length >= limits.messages) return void skip("over the limit");
      if (place.length > limits.bytesPerMessage) skip("too large");
      else if (!(await addMessage(found, place, relative(folder, file), mailbox))) skip("not a mail");
    }
  } catch {
    skip("unreadable");
  }
}

async function* placesIn(file: string, size: number): AsyncGenerator<Place> {
  const isMbox = /^From /.test((await bytesAt({ file, start: 0, length: 5 })).toString("latin1"));
  if (isMbox) yield* mboxParts(file);
  else yield { file, start: 0, length: size };
}

async function addMessage(found: Found, place: Place, name: string, mailbox: string): Promise<boolean> {
  const head = { ...place, length: Math.min(place.length, listedBytes) };
  const parsed = await parseMail(await bytesAt(head), mailbox);
  if (!parsed.isMail) return false;
  const id = createHash("sha256").update(`${name}:${place.start}`).digest("base64url").slice(0, 32);
  const { html: _html, text: _text, headers: _headers, isMail: _isMail, ...line } = parsed;
  found.messages.push({ ...line, id, internetMessageId: line.internetMessageId || `<${id}@no-id.example>` });
  found.places.set(id, place);
  return true;
}

async function bytesAt({ file, start, length }: Place): Promise<Buffer> {
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await handle.read(bytes, 0, length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

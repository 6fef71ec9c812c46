/** A folder of mail nobody should send: every message opens, the pane comes to rest, and it can be confirmed. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mboxOf, wildMail, wildMboxes } from "../fixtures/wild/wildMail.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import type { Seen } from "./paneReader.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

let folder: string;
let stage: Stage;
let desk: Desk;
let messages: MessageLine[];
const ways = new Map<string, number>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-wild-"));
  for (const [name, build] of Object.entries(wildMail))
    await writeFile(join(folder, `${name.replaceAll(/\W+/g, "-")}.eml`), build());
  for (const [name, { build, mails }] of Object.entries(wildMboxes))
    if (mails < 100) await writeFile(join(folder, `${name.replaceAll(/\W+/g, "-")}.mbox`), build());
  await writeFile(join(folder, "plain.mbox"), mboxOf(["the parcel never came", "please cancel my order"]));
  stage = await openStage({ args: ["--mail", folder] });
  desk = await stage.sitDown({ persona: "amara" });
  const listed = await desk.outlook.messages();
  // Mails that bear the same message id are one message.
  messages = [
    ...new Map(listed.map((message) => [message.internetMessageId || message.id, message])).values(),
  ];
});

afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const isAsking = ({ kind }: Seen) =>
  kind === "predicted" || kind === "severalFit" || kind === "yourCallFirst" || kind === "unpredicted";

async function confirm(seen: Seen): Promise<void> {
  if (!isAsking(seen)) return;
  const first = await desk.pane.mustPress({ choice: 0 });
  const { after } = first.after.kind === "answered" ? first : await desk.pane.mustPress({ priority: "low" });
  expect(after.kind).toBe("answered");
}

async function openOne(message: MessageLine): Promise<void> {
  await desk.outlook.select(message.id);
  const wanted = message.subject || "(no subject)";
  const isMail = message.kind === "message";
  const seen = await desk.pane.until(
    (now) => (isMail ? isAsking(now) && now.subject === wanted : now.kind === "quiet"),
    `the pane comes to rest on "${wanted.slice(0, 60)}"`,
  );
  const kind = seen.text.includes("based on the subject") ? "subject only" : seen.kind;
  ways.set(kind, (ways.get(kind) ?? 0) + 1);
  if (!isMail)
    expect(seen.title).toMatch(/^This (is a|message is) (meeting|delivery report|encrypted|draft)$/);
  await confirm(seen);
}

test("every mail of the folder is listed, opened, asked about and confirmed", async () => {
  expect(messages.length).toBeGreaterThan(50);
  for (const message of messages) await openOne(message);
  await desk.pane.drained(60_000);
  expect([...ways.values()].reduce((sum, n) => sum + n, 0)).toBe(messages.length);
});

test("no page of it raised an exception, and nothing was asked of the internet", async () => {
  expect(stage.complaints).toEqual([]);
  await desk.close();
  expect(stage.outside).toEqual([]);
});

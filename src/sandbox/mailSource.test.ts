/** Claims about loading a folder of mail, whatever is in it. */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { openMail } from "./mailSource.ts";
import { parseMail } from "./parseMail.ts";

const samples = join(__dirname, "fixtures", "mail");
const mailbox = "inbox@northwind.example";

async function folderWith(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mail-"));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

const mail = (subject: string, body = "Hello") =>
  `From: A <a@alderbrook.example>\nTo: b@northwind.example\nSubject: ${subject}\nDate: Mon, 16 Nov 2026 08:00:00 +0000\n\n${body}\n`;

test("the samples load, newest first, each in its mailbox and of its kind", async () => {
  const { messages, skipped } = await openMail([samples], mailbox);
  expect(skipped).toEqual([]);
  expect(messages.map(({ kind, mailbox: at }) => [kind, at])).toEqual(
    ["encrypted", "report", "message", "message", "message", "draft", "meeting"].map((kind) => [
      kind,
      "service@northwind.example",
    ]),
  );
  expect(messages.find(({ kind }) => kind === "report")!.itemClass).toBe("REPORT.IPM.Note.NDR");
});

test("replies share the conversation of the message they answer", async () => {
  const { messages } = await openMail([samples], mailbox);
  const thread = messages.filter(
    ({ kind, subject }) => kind === "message" && subject.includes("Invoice 4711"),
  );
  expect(new Set(thread.map(({ conversationId }) => conversationId)).size).toBe(1);
});

test("a message without text has the text of its HTML, without scripts", async () => {
  const source = await openMail([samples], mailbox);
  const hostile = source.messages.find(({ subject }) => subject.includes("<script>"))!;
  const { text, html } = (await source.read(hostile.id))!;
  expect(text).toContain("Please pay here.");
  expect(text).not.toContain("stolen");
  expect(html).toContain("<script>");
});

test("an mbox gives each of its messages, below any folder", async () => {
  const mbox = ["one", "two", "three"]
    .map((subject) => `From a@b.example Mon Nov 16 08:00:00 2026\n${mail(subject)}\n`)
    .join("");
  const source = await openMail([await folderWith({ "deep/er/archive.mbox": mbox })], mailbox);
  expect(source.messages.map(({ subject }) => subject).sort()).toEqual(["one", "three", "two"]);
  for (const { id, subject } of source.messages)
    expect((await source.read(id))!.headers).toContain(`Subject: ${subject}`);
});

test("a sentence that begins with From does not cut a message in two", async () => {
  const body = "Hello,\n\nFrom Monday on we are closed.\n\nFrom 08:00 we are open again.";
  const mbox = `From a@b.example Mon Nov 16 08:00:00 2026\n${mail("whole", body.replace("From 08:00", ">From 08:00"))}\n`;
  const source = await openMail([await folderWith({ "a.mbox": mbox })], mailbox);
  expect((await source.read(source.messages[0]!.id))!.text).toContain("open again");
  expect(source.messages).toHaveLength(1);
});

test("an mbox larger than what is read at a time is cut where its messages begin", async () => {
  const part = (index: number) =>
    `From a@b.example Mon Nov 16 08:00:00 2026\n${mail(`no ${index}`, "x".repeat(70_001 + index))}\n`;
  const folder = await folderWith({
    "large.mbox": Array.from({ length: 40 }, (_, index) => part(index)).join(""),
  });
  const source = await openMail([folder], mailbox);
  expect(source.messages).toHaveLength(40);
  for (const { id, subject } of source.messages)
    expect((await source.read(id))!.text.trim()).toHaveLength(70_001 + Number(subject.slice(3)));
});

test("files without an ending are mail too, as in old corpora", async () => {
  const source = await openMail([await folderWith({ "maildir/inbox/1.": mail("An old one") })], mailbox);
  expect(source.messages.map(({ subject }) => subject)).toEqual(["An old one"]);
});

test("what is empty or no mail is skipped and said so, and the rest still loads", async () => {
  const folder = await folderWith({
    "empty.eml": "",
    "noise.eml": Buffer.from([0, 1, 2, 255, 254]),
    "good.eml": mail("Good"),
  });
  const { messages, skipped } = await openMail([folder], mailbox);
  expect(messages.map(({ subject, mailbox: at }) => [subject, at])).toEqual([["Good", mailbox]]);
  expect(skipped).toEqual([
    { file: "empty.eml", reason: "empty" },
    { file: "noise.eml", reason: "not a mail" },
  ]);
});

test("a body of ten megabytes opens", async () => {
  const folder = await folderWith({
    "huge.eml": mail("Huge", `${"all work and no play ".repeat(20)}\n`.repeat(25_000)),
  });
  const source = await openMail([folder], mailbox);
  expect((await source.read(source.messages[0]!.id))!.text.length).toBeGreaterThan(10_000_000);
});

test("no more is read than the limits allow", async () => {
  const folder = await folderWith({
    "1.eml": mail("1"),
    "2.eml": mail("2"),
    "3.eml": mail("3", "x".repeat(9999)),
  });
  const few = await openMail([folder], mailbox, { messages: 1, bytesPerMessage: 5000 });
  expect(few.messages).toHaveLength(1);
  expect(few.skipped.map(({ reason }) => reason)).toEqual(["over the limit", "over the limit"]);
  const small = await openMail([folder], mailbox, { messages: 9, bytesPerMessage: 5000 });
  expect(small.skipped).toEqual([{ file: "3.eml", reason: "too large" }]);
});

test("no bytes whatever make the parser throw", async () => {
  const header = fc.constantFrom(
    "Subject: =?utf-8?Q?=ZZ?=",
    "Content-Type: multipart/mixed; boundary=x",
    "Content-Type: text/html; charset=nonsense",
    "Content-Transfer-Encoding: base64",
    "From: <<>>;;,@",
    "Date: never",
    "--x",
    "",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(header), fc.uint8Array({ maxLength: 400 }), async (lines, bytes) => {
      const raw = Buffer.concat([Buffer.from(`${lines.join("\n")}\n`), Buffer.from(bytes)]);
      const parsed = await parseMail(raw, mailbox);
      expect(typeof parsed.text).toBe("string");
      expect(Number.isFinite(parsed.receivedAt)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

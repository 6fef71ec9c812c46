/** The pane is quick, still and quiet: one press a message, nothing moves by itself, long texts are read aside, and nothing is done while nobody looks. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inSize } from "../../api/testing/size.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import { type Keys, keysOf } from "./keys.ts";
import { readLedger } from "./ledger.ts";
import type { Seen } from "./paneReader.ts";
import { atRest, hide, moved, noteDeeds, notePresses, pressesSince, show } from "./paneWatch.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

const asked = inSize({ long: 100, short: 25 });
const folder = mkdtempSync(join(tmpdir(), "concord-quick-"));
let stage: Stage;
let desk: Desk;
let keys: Keys;
let mails: MessageLine[];
let turn = 0;

/** The demo's letters to customer service, four times over, each copy a message of its own; and a very long one. */
function writeMail() {
  const letters = join(import.meta.dirname, "..", "mail", "service");
  for (const name of readdirSync(letters))
    for (const copy of [1, 2, 3, 4]) {
      const mail = readFileSync(join(letters, name), "latin1")
        .replace(/^Message-ID:.*$/im, `Message-ID: <${name}.${copy}@copies.example>`)
        .replace(/^Subject: */im, (head) => `${head}(${copy}) `);
      writeFileSync(join(folder, `${copy}-${name}`), mail, "latin1");
    }
  const long = "The charge on my card is twice the amount of the order. ".repeat(2_000);
  const head =
    "From: Ada <ada@customers.example>\r\nTo: service@northwind.example\r\nSubject: A very long letter\r\nMessage-ID: <long@copies.example>\r\nDate: Mon, 01 Jan 2024 08:00:00 +0000\r\n";
  writeFileSync(join(folder, "long.eml"), `${head}\r\n${long}\r\n`);
}

beforeAll(async () => {
  writeMail();
  stage = await openStage({ args: ["--mail", folder], env: { RATE_LIMIT_PER_MINUTE: "100000" } });
  desk = await stage.sitDown({
    persona: "amara",
    query: { mailbox: "service@northwind.example", width: "320" },
  });
  keys = keysOf(desk.outlook);
  mails = (await desk.outlook.messages()).filter(
    ({ kind, subject }) => kind === "message" && subject.startsWith("("),
  );
});
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true, force: true });
});

const isAsked = ({ kind }: Seen) => kind === "predicted" || kind === "severalFit";
const open = () => desk.pane.open(mails[turn++]!);
const answered = () => desk.pane.until(({ kind }) => kind === "answered", "the answer stands");

/** A message the model speaks of; blind checks and colleagues' answers are passed by. */
async function openAsked(wanted: (seen: Seen) => boolean = isAsked): Promise<Seen> {
  for (;;) {
    const seen = await open();
    if (wanted(seen)) return seen;
  }
}

test("nothing on the screen moves by itself, over a start, switches, answers, receipts, undo and a change of theme", async () => {
  await openAsked();
  const watch = await moved(desk.outlook);
  for (let i = 0; i < 12; i++) {
    const seen = await open();
    // Pressed by script, so that the browser counts it as no input, after which moving would be forgiven.
    if (seen.kind === "yourCallFirst") {
      await desk.pane.mustPress({ choice: 1 });
      await desk.pane.mustPress({ priority: "normal" });
    } else if (isAsked(seen)) await desk.pane.mustPress({ choice: Math.min(i % 3, seen.choices.length - 1) });
    if (i % 4 === 3) await desk.pane.press({ key: "z" });
    await desk.pane.drained();
    if (i % 6 === 5) {
      const theme = i === 5 ? "dark" : "light";
      await desk.outlook.page.evaluate(
        (change) => (window as unknown as { sandbox: { send(event: object): void } }).sandbox.send(change),
        { kind: "changed", change: { theme } },
      );
    }
  }
  await desk.pane.until(({ text }) => /\d+ corrections?:/.test(text), "the receipts stand at the foot");
  await open();
  expect(await watch.shifts()).toEqual([]);
});

test("confirm 1, correct to a shown one 1, correct to another 2, undo 1, counted by the keys and clicks that reached the pane", async () => {
  await notePresses(desk.outlook);
  const counted: Record<string, number> = {};
  const count = async (deed: string, work: () => Promise<unknown>) => {
    const before = await pressesSince(desk.outlook);
    await work();
    counted[deed] = (await pressesSince(desk.outlook)) - before;
  };
  await openAsked(({ kind }) => kind === "predicted");
  await keys.enter();
  await keys.blur();
  await count("confirm by key", () => keys.press("Enter").then(answered));
  await count("undo by key", () => keys.press("z").then(() => desk.pane.until(isAsked, "it is asked again")));
  const frame = await desk.outlook.pane();
  await count("confirm by mouse", () => frame.locator("main fieldset button").first().click().then(answered));
  await count("undo by mouse", () =>
    frame
      .getByRole("button", { name: /^Undo/ })
      .first()
      .click()
      .then(() => desk.pane.until(isAsked, "it is asked again")),
  );
  await openAsked((seen) => isAsked(seen) && seen.choices.length > 1);
  await keys.enter();
  await keys.blur();
  await count("correct to a shown one", () => keys.press("2").then(answered));
  await openAsked();
  await keys.enter();
  await keys.blur();
  await count("correct to another", async () => {
    await keys.press("m");
    await keys.press("Enter");
    await answered();
  });
  expect(counted).toEqual({
    "confirm by key": 1,
    "undo by key": 1,
    "confirm by mouse": 1,
    "undo by mouse": 1,
    "correct to a shown one": 1,
    "correct to another": 2,
  });
});

test(`${asked} messages are triaged at one press each, counted by the keys that reached the pane and by what the API stored`, async () => {
  const triaged = new Set<string>();
  const presses: number[] = [];
  while (presses.length < asked) {
    await openAsked();
    await keys.enter();
    await keys.blur();
    const from = await pressesSince(desk.outlook);
    await keys.press("1");
    await answered();
    presses.push((await pressesSince(desk.outlook)) - from);
    triaged.add(mails[turn - 1]!.internetMessageId);
  }
  await desk.pane.drained();
  expect(presses).toEqual(presses.map(() => 1));
  const { rows: all } = await readLedger(stage.dataDir, mails);
  const rows = all.filter(({ message }) => message !== undefined && triaged.has(message));
  expect(rows.map((row) => [row.event, row.presses])).toEqual(presses.map(() => ["verdict", 1]));
});

test("a very long mail is read by a worker of the pane's own, which the content security policy allows", async () => {
  const before = desk.outlook.page.workers().length;
  const long = (await desk.outlook.messages()).find(({ subject }) => subject === "A very long letter")!;
  const seen = await desk.pane.open(long);
  expect(["predicted", "severalFit", "yourCallFirst"]).toContain(seen.kind);
  const workers = desk.outlook.page.workers();
  expect(workers.length).toBe(before + 1);
  expect(new URL(workers.at(-1)!.url())).toMatchObject({ origin: stage.origin });
  expect(stage.complaints).toEqual([]);
});

test("while nobody looks the pane asks nothing, winds no clock and opens nothing; who comes back sees what is open now", async () => {
  await desk.pane.drained();
  await hide(desk.outlook);
  await atRest(desk.outlook);
  const deeds = await noteDeeds(desk.outlook);
  const next = mails[turn++] ?? mails[0]!;
  await desk.outlook.select(next.internetMessageId);
  // Longer than the poll and the receipts wait.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(await deeds()).toEqual({ requests: [], clocks: [] });
  expect((await desk.pane.see()).subject).not.toBe(next.subject);
  await show(desk.outlook);
  await desk.pane.until(({ subject }) => subject === next.subject, "the pane speaks of what is open");
});

test("nothing complained, and nothing left the machine", () => {
  expect([stage.complaints, stage.outside]).toEqual([[], []]);
});

/** Random interleavings of a person, Outlook, the network and the product: whatever comes between, each verdict is stored once, for its message. */
import { inSize, isLong } from "../../api/testing/size.ts";
import type { Faults } from "../faults.ts";
import { noFaults } from "../faults.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import { type LedgerRow, readLedger, storyOf } from "./ledger.ts";
import { type Press, type Pressed, type Seen, subjectShown } from "./paneReader.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

/** The long form looks somewhere else each time. */
const seed = Number(process.env.SEED ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : 20));
const runs = Number(process.env.RUNS ?? inSize({ long: 50, short: 20 }));
const stepsPerRun = 9;
/** In these runs the product is killed; its return takes seconds. */
const killedRuns = [0.2, 0.5, 0.8].map((share) => Math.floor(share * runs));

/** Mulberry32, so that a printed seed brings a run back. */
function makeRandom(from: number) {
  let state = from >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (n: number) => Math.floor(next() * n),
    oneOf: <T>(all: readonly T[]) => all[Math.floor(next() * all.length)]!,
  };
}

const random = makeRandom(seed);
type Said = Pick<LedgerRow, "persona" | "message" | "event" | "said">;

let stage: Stage;
let desk: Desk;
let pool: MessageLine[];
let isUp = true;
const said: Said[] = [];
const done: string[] = [];
const counts = { verdicts: 0, undone: 0, switchedJustBefore: 0, kills: 0 };

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.sitDown({ persona: "amara", query: { mailbox: "service@northwind.example" } });
  pool = (await desk.outlook.messages()).filter(({ kind }) => kind === "message").slice(0, 9);
  await desk.pane.open(pool[0]!);
});
afterAll(() => stage?.close());

const isAsking = ({ kind }: Seen) =>
  kind === "predicted" || kind === "severalFit" || kind === "yourCallFirst" || kind === "unpredicted";
const verdictOf = ({ verdict, title }: Seen) => (title === "You were not sure" ? "not sure" : verdict);

/** The only source of truth: what was on screen when it was pressed, and what the screen said right after. */
function writeDown({ before, after, words }: Pressed, press: Press) {
  const message = pool.find(({ subject }) => subjectShown(subject) === before.subject)?.internetMessageId;
  if (before.subject === undefined || before.subject !== after.subject) return;
  if (isAsking(before) && after.kind === "answered") {
    if ("choice" in press && words?.includes(" · ")) expect(verdictOf(after)).toBe(words);
    said.push({ persona: "amara", message, event: "verdict", said: verdictOf(after) });
    counts.verdicts++;
  }
  if (before.kind === "answered" && isAsking(after)) {
    said.push({ persona: "amara", message, event: "undone", said: verdictOf(before) });
    counts.undone++;
  }
}

const presses: readonly (() => Press)[] = [
  () => ({ choice: random.below(4) }),
  () => ({ choice: 0 }),
  () => ({ priority: random.oneOf(["low", "normal", "high", "urgent"]) }),
  () => ({ button: "Not sure" }),
  () => ({ key: random.oneOf(["Enter", "1", "2", "3", "s", "u", "n"]) }),
];

async function press() {
  const { kind } = await desk.pane.see();
  const one: Press =
    kind === "answered" ? random.oneOf([{ button: "Undo" }, { key: "z" }]) : random.oneOf(presses)();
  const pressed = await desk.pane.press(one);
  done.push(`press ${JSON.stringify(one)}`);
  writeDown(pressed, one);
}

/** The same press twice at once, as an impatient hand makes it. */
async function pressTwice() {
  const { kind } = await desk.pane.see();
  if (kind === "answered") return;
  for (const one of [{ choice: 0 }, { choice: 0 }]) writeDown(await desk.pane.press(one), one);
  done.push("press twice");
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function select() {
  const { internetMessageId } = random.oneOf(pool);
  done.push(`select ${internetMessageId}`);
  await desk.outlook.select(internetMessageId);
}

/** A press right after a switch, when the pane may still show the message before. */
async function selectAndPress() {
  await select();
  counts.switchedJustBefore++;
  await press();
}

const faults: readonly Partial<Faults>[] = [
  { body: "9020", bodyTimes: "once" },
  { body: "5001", bodyTimes: "always" },
  { body: "9030", bodyTimes: "once" },
  { itemChanged: "lost" },
  { itemChanged: "doubled" },
  { itemChanged: "late" },
  { item: "null" },
  { network: "offline" },
  { api: "unavailable" },
  { api: "destroyed" },
  { apiDelayMs: 500 },
  { answerDelayMs: 500 },
  { categories: "failing" },
];

async function fault() {
  const one = random.oneOf(faults);
  done.push(JSON.stringify(one));
  await desk.outlook.setFaults(one);
}

async function mend() {
  done.push("mend");
  await desk.outlook.setFaults(noFaults);
}

/** Runs in the pane: resolves when everything pressed so far is in the browser's database. */
async function written() {
  const name = (await indexedDB.databases()).find((one) => one.name?.startsWith("concord-outbox"))?.name;
  if (!name) return;
  await new Promise<void>((done) => {
    indexedDB.open(name).onsuccess = ({ target }) => {
      const database = (target as IDBOpenDBRequest).result;
      const transaction = database.transaction("entries", "readwrite");
      transaction.oncomplete = () => done();
      transaction.objectStore("entries").count();
      database.close();
    };
  });
}

/** Nobody tears a pane down within the millisecond in which a press is written; a frame still loading holds none. */
async function reload() {
  if (!isUp) return;
  const frame = await desk.pane.frame();
  if ((await desk.pane.see()).kind !== "empty") await frame.evaluate(written);
  done.push("reload");
  await desk.outlook.reloadPane();
}

async function step() {
  const dice = random.below(100);
  if (dice < 34) return press();
  if (dice < 54) return select();
  if (dice < 64) return selectAndPress();
  if (dice < 68) return pressTwice();
  if (dice < 80) return fault();
  if (dice < 88) return mend();
  if (dice < 90) return reload();
  return pause(random.below(250));
}

async function run(number: number) {
  const killAt = killedRuns.includes(number) ? random.below(stepsPerRun / 2) : undefined;
  for (let at = 0; at < stepsPerRun; at++) {
    if (at === killAt) {
      done.push("kill -9");
      counts.kills++;
      isUp = false;
      await stage.product().kill();
    }
    await step();
    await pause(random.oneOf([0, 0, 20, 80]));
  }
  if (isUp) return;
  await stage.start();
  isUp = true;
  done.push("started again");
}

/** How much of each there is depends on how fast the pane is here: more is done until it is enough. */
const isWorthTheName = () =>
  counts.verdicts > 0.4 * runs && counts.undone > 0.2 * runs && counts.switchedJustBefore > 0.4 * runs;

test(`after at least ${runs} random interleavings no verdict is on a wrong message, none is lost and none is doubled (SEED=${seed})`, async () => {
  const report = (fault: unknown) => {
    throw new Error(`SEED=${seed}\n${fault}\nlast steps:\n${done.slice(-40).join("\n")}`);
  };
  for (let number = 0; number < runs || !isWorthTheName(); number++) await run(number).catch(report);
  await mend();
  await desk.outlook.select(pool[0]!.internetMessageId);
  const sent = async () => {
    const { status } = await desk.pane.see();
    if (status.includes("waiting")) await desk.pane.press({ button: "Send now" });
    return desk.pane.drained(3_000).then(
      () => true,
      () => false,
    );
  };
  await desk.outlook.until(sent, "the outbox is empty", 90_000).catch(report);
  const { rows } = await readLedger(stage.dataDir, pool);
  try {
    expect(storyOf(rows)).toEqual(storyOf(said));
    expect(new Set(rows.map(({ event, feedbackId }) => `${event} ${feedbackId}`)).size).toBe(rows.length);
  } catch (fault) {
    report(fault);
  }
});

test("they were worth the name: verdicts, undoings, presses right after a switch and three deaths of the product came to pass", () => {
  expect(counts.verdicts).toBeGreaterThan(0.4 * runs);
  expect(counts.undone).toBeGreaterThan(0.2 * runs);
  expect(counts.switchedJustBefore).toBeGreaterThan(0.4 * runs);
  expect(counts.kills).toBe(3);
});

test("afterwards the pane shows for each message what was said of it last", async () => {
  const { rows } = await readLedger(stage.dataDir, pool);
  for (const message of pool) {
    const last = rows.filter((row) => row.message === message.internetMessageId).at(-1);
    const seen = await desk.pane.open(message);
    if (last?.event === "verdict") expect(`${seen.kind}: ${verdictOf(seen)}`).toBe(`answered: ${last.said}`);
    else expect(seen.kind).not.toBe("answered");
  }
  // The product died three times on purpose, and whatever the page asked of it in that moment failed.
  const isOfDeath = (line: string) => /Failed to fetch/.test(line) && line.includes("/sandbox/assets/");
  expect(stage.complaints.filter((line) => !isOfDeath(line))).toEqual([]);
});

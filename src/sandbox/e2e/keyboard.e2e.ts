/** The whole work of a member of staff by keyboard alone, in the real Office.js, which takes Tab and Escape for itself. */
import { inSize } from "../../api/testing/size.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import { axeFaults } from "./axe.ts";
import { heldNow } from "./heap.ts";
import { type Keys, keysOf } from "./keys.ts";
import { readLedger } from "./ledger.ts";
import type { Seen } from "./paneReader.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

let stage: Stage;
let desk: Desk;
let keys: Keys;
let mails: MessageLine[];
let turn = 0;

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.sitDown({
    persona: "amara",
    query: { mailbox: "service@northwind.example", width: "320" },
  });
  keys = keysOf(desk.outlook);
  mails = (await desk.outlook.messages()).filter(({ kind }) => kind === "message");
  await desk.pane.open(mails[0]!);
});
afterAll(() => stage?.close());

const faultsNow = () => axeFaults(desk.outlook);

const isAsked = ({ kind }: Seen) => kind === "predicted" || kind === "severalFit";
/** A message nobody has answered, with its prediction shown. */
async function nextPredicted(): Promise<MessageLine> {
  for (;;) {
    const message = mails[turn++]!;
    const seen = await desk.pane.open(message);
    if (seen.kind === "predicted") return message;
  }
}
/** The key that is written on the button that confirms. */
const confirmKey = async () =>
  (await desk.outlook.pane()).evaluate(
    () =>
      [...document.querySelectorAll("[aria-keyshortcuts='Enter 1'] [dir=ltr]")].find(
        (cap) => getComputedStyle(cap).visibility === "visible",
      )?.textContent,
  );
const answer = () => desk.pane.until(({ kind }) => kind === "answered", "the answer stands");

test("Tab comes by everything that can be pressed, in reading order, each in sight and large enough, and leaves at the end", async () => {
  await nextPredicted();
  await keys.enter();
  const steps = await keys.walk();
  const names = steps.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["Look again", "Not sure", "Other department", "Settings"]));
  const place = (name: string) => names.indexOf(name);
  expect(place("Look again")).toBeLessThan(place("Not sure"));
  expect(place("Not sure")).toBeLessThan(place("Settings"));
  expect(steps.filter(({ isInSight }) => !isInSight).map(({ name }) => name)).toEqual([]);
  expect(steps.filter(({ size }) => Math.min(...size) < 24).map(({ name, size }) => [name, size])).toEqual(
    [],
  );
  expect(names.filter((name) => name === "")).toEqual([]);
});

test("confirm 1, undo 1, correct a shown one 1, correct another 2: measured in the database", async () => {
  const message = await nextPredicted();
  await keys.enter();
  // The focus is on a tab, whose own key Enter is: the key that is shown there is another one.
  expect((await keys.focused())?.name).toBe("Triage");
  await desk.outlook.until(async () => (await confirmKey()) === "1", "another key confirms here");
  await keys.press("Enter");
  expect(isAsked(await desk.pane.see())).toBe(true);
  await keys.blur();
  await desk.outlook.until(async () => (await confirmKey()) === "Enter", "Enter confirms again");
  await keys.enter();
  await desk.outlook.until(async () => (await confirmKey()) === "1", "the key for here is told");
  await keys.press("1");
  await answer();
  expect(await faultsNow()).toEqual([]);
  await keys.press("z");
  await desk.pane.until(isAsked, "the question is back");
  await keys.press("m");
  await keys.press("Enter");
  await answer();
  await desk.pane.drained();
  const other = mails[turn];
  await nextPredicted();
  const before = await desk.pane.see();
  await blurThen(before.choices.length > 1 ? "2" : "1");
  await answer();
  await desk.pane.drained();
  const { rows } = await readLedger(stage.dataDir, mails);
  const mine = rows.filter((row) => row.message === message.internetMessageId);
  expect(mine.map(({ event, presses }) => [event, presses])).toEqual([
    ["verdict", 1],
    ["undone", 0],
    ["verdict", 2],
  ]);
  expect(rows.at(-1)).toBeDefined();
  expect(
    rows
      .filter(({ event }) => event === "verdict")
      .map(({ presses }) => presses)
      .sort(),
  ).toEqual([1, 1, 2]);
  expect(other).toBeDefined();
});

/** The focus on nothing in particular, as after a click into the pane's text. */
async function blurThen(key: string) {
  await (await desk.outlook.pane()).evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keys.press(key);
}

test("the list of all choices is searched, taken from and left by keyboard, and the focus stays in the pane", async () => {
  await nextPredicted();
  await keys.enter();
  await keys.tabTo(/^More/);
  await keys.press("Enter");
  expect((await keys.focused())?.tag).toMatch(/input|button/);
  expect(await faultsNow()).toEqual([]);
  await keys.press("Escape");
  await desk.pane.until(({ text }) => !text.includes("Search"), "the list is closed");
  expect(await desk.outlook.page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
  await keys.tabTo("Other department");
  await keys.press("Enter");
  await keys.press("Enter");
  await desk.pane.until(({ title }) => title.startsWith("Moved to"), "it was moved");
  expect(await faultsNow()).toEqual([]);
});

test("reason and note are given by keyboard, typing triggers nothing, and the note is stored", async () => {
  await nextPredicted();
  await keys.enter();
  await keys.tabTo("Add reason or note");
  await keys.press("Enter");
  await keys.tabTo("Wrong topic");
  await keys.press("Enter");
  await keys.tabTo("Note");
  for (const letter of "zum 1") await desk.outlook.page.keyboard.press(letter === " " ? "Space" : letter);
  expect(isAsked(await desk.pane.see())).toBe(true);
  expect(await faultsNow()).toEqual([]);
  await blurThen("s");
  await desk.pane.until(({ title }) => title === "You were not sure", "not sure is said");
  await desk.pane.drained();
});

test("keys, last verdicts and settings open and close by keyboard, without a fault axe finds", async () => {
  await keys.enter();
  await blurThen("?");
  const isHelp = ({ text }: Seen) => text.includes("Take the choice with this number");
  await desk.pane.until(isHelp, "the keys are told");
  expect(await faultsNow()).toEqual([]);
  await keys.press("Escape");
  await desk.pane.until((seen) => !isHelp(seen), "they are gone");
  await keys.tabTo("Your last answers");
  await keys.press("Enter");
  await desk.pane.until(({ text }) => text.includes("Your last answers"), "the list is open");
  expect(await faultsNow()).toEqual([]);
  await keys.press("Escape");
  await keys.tabTo("Settings");
  await keys.press("Enter");
  await desk.pane.until(({ text }) => text.includes("Diagnostics"), "the settings are open");
  expect(await faultsNow()).toEqual([]);
  await keys.tabTo("Back");
  await keys.press("Enter");
  await desk.pane.until(({ text }) => !text.includes("Diagnostics"), "the settings are closed");
});

test("message after message takes one key each where the model speaks", async () => {
  const left = mails.slice(turn);
  let asked = 0;
  for (const message of left) {
    const seen = await desk.pane.open(message);
    if (!isAsked(seen)) continue;
    asked += 1;
    // The list had the focus while the message was selected.
    await keys.enterAndPress("1");
    await desk.pane.until(({ kind }) => kind === "answered", `one key answers “${message.subject}”`);
  }
  expect(asked).toBeGreaterThan(10);
});

/** Switches from inside the page, so that nothing of the test itself is kept. */
const switchThere = (times: number) =>
  desk.outlook.page.evaluate(
    async ({ some, times }) => {
      const { sandbox } = window as unknown as { sandbox: { select(id: string): void } };
      const pane = document.querySelector<HTMLIFrameElement>('iframe[title="Concord"]')!.contentDocument!;
      const speaksOf = (subject: string) =>
        pane.querySelector("main h1")?.getAttribute("title") === subject &&
        !pane.querySelector('[aria-label="Reading the message"]');
      for (let time = 0; time < times; time++) {
        const { id, subject } = some[time % some.length]!;
        sandbox.select(id);
        while (!speaksOf(subject)) await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
    {
      times,
      some: mails.slice(0, 10).map(({ id, subject }) => ({ id, subject: subject || "(no subject)" })),
    },
  );

const half = inSize({ long: 250, short: 100 });

test(`${2 * half} switches leave no object behind`, async () => {
  const session = await desk.outlook.page.context().newCDPSession(desk.outlook.page);
  await switchThere(60);
  const before = await heldNow(session);
  await switchThere(half);
  const between = await heldNow(session);
  await switchThere(half);
  const after = await heldNow(session);
  // One kept by each switch would be as many more in either half; what chance adds to one half it does not add to both.
  expect(Math.min(between.count - before.count, after.count - between.count)).toBeLessThan(half);
  expect(after.bytes / before.bytes - 1).toBeLessThan(0.02);
});

test("nothing of it raised an exception or a refusal of the content security policy", () => {
  expect(stage.complaints).toEqual([]);
});

/** Several messages selected in Outlook's list: two drawn ones opened, one press for all, one press back; and what is said where Outlook gives less. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noFaults } from "../faults.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import { axeFaults } from "./axe.ts";
import { type Keys, keysOf } from "./keys.ts";
import { readLedger } from "./ledger.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

const look = { language: "en-US", width: "320" };
let folder: string;
let stage: Stage;
let desk: Desk;
let keys: Keys;
let mails: MessageLine[];

/** A day on which the same thing happened to many customers, and two letters of another kind. */
async function writeMails(): Promise<void> {
  const mail = join(__dirname, "..", "mail", "service");
  const alike = await readFile(join(mail, "15-charged-twice.eml"), "utf8");
  for (let order = 41_091; order < 41_101; order++)
    await writeFile(
      join(folder, `${order}.eml`),
      anew(alike.replaceAll("41091", String(order)), String(order)),
    );
  for (const other of ["01-where-is-my-tent.eml", "07-exchange-boots.eml"])
    await writeFile(join(folder, other), await readFile(join(mail, other)));
}

/** The same letter as another message. */
const anew = (mail: string, name: string) =>
  mail.replace(/^Message-ID: <[^>]*>/im, `Message-ID: <${name}@alike.example>`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-batch-"));
  await writeMails();
  stage = await openStage({ args: ["--mail", folder] });
  desk = await stage.sitDown({ persona: "amara", query: look });
  keys = keysOf(desk.outlook);
  mails = await desk.outlook.messages();
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const inPane = async <T>(read: () => T) => (await desk.outlook.pane()).evaluate(read);
const text = () => inPane(() => document.querySelector("main:not([hidden])")?.textContent ?? "");
const says = (words: RegExp) =>
  desk.outlook.until(async () => words.test(await text()), `the pane says ${words}`, 60_000);
const isRead = () => says(/to confirm, \d+ confirmed, \d+ one by one/);
const ledger = () => readLedger(stage.dataDir, mails);

/** As a person does: the first row, then everything. */
async function selectAll() {
  await desk.outlook.page.locator("[role=option]").first().click();
  await desk.outlook.page.keyboard.press("Control+a");
  await says(new RegExp(`^${mails.length} messages selected`));
}

test("with Ctrl and Shift several are selected, and Outlook's own list says so", async () => {
  const { page } = desk.outlook;
  const areChosen = (wanted: number) =>
    desk.outlook.until(
      async () => (await page.locator("[role=option][aria-selected=true]").count()) === wanted,
      `${wanted} are chosen`,
    );
  const rows = page.locator("[role=option]");
  await rows.nth(0).click();
  await rows.nth(2).click({ modifiers: ["Control"] });
  await areChosen(2);
  await rows.nth(4).click({ modifiers: ["Shift"] });
  await areChosen(3);
  await page.keyboard.press("Shift+ArrowDown");
  await areChosen(4);
  await says(/4 messages selected/);
  await rows.nth(1).click();
  await areChosen(1);
  await desk.outlook.until(async () => !/messages selected/.test(await text()), "one message is open again");
});

test("by keyboard inside the real Office.js: the drawn ones are opened, all are confirmed, and all are taken back", async () => {
  await selectAll();
  await isRead();
  const batchesIn = async () => (await ledger()).openings.filter(({ arm }) => arm === "batch");
  await desk.outlook.until(async () => (await batchesIn()).length > 2, "the members are opened as a batch");
  expect((await ledger()).rows).toEqual([]);
  await keys.enter();
  for (let i = 0; i < 2; i++) {
    await keys.tabTo(/^Open:/);
    await keys.press("Enter");
  }
  await says(/Counted as answered, never as agreement/);
  const confirm = await keys.tabTo(/ for \d+ messages$/, 60);
  const members = Number(/for (\d+) messages/.exec(confirm.name)![1]);
  await keys.press("Enter");
  await says(new RegExp(`You confirmed ${members} messages as`));
  await desk.outlook.until(
    async () => (await ledger()).rows.length === members,
    "all of them are stored",
    60_000,
  );
  const { rows, states } = await ledger();
  const [said] = rows;
  expect(new Set(rows.map((row) => row.said))).toEqual(new Set([said!.said]));
  expect(new Set(rows.map(({ message }) => message)).size).toBe(members);
  expect(states.filter(({ state }) => state === "confirmed")).toHaveLength(members);
  await desk.outlook.until(
    async () =>
      (await desk.outlook.messages()).filter(({ categories }) => categories.length > 0).length === members,
    "each has its category",
    60_000,
  );
  await keys.tabTo(/^Undo \d+ messages/, 20);
  await keys.press("Enter");
  await desk.outlook.until(
    async () => (await ledger()).states.every(({ state }) => state !== "confirmed"),
    "all are taken back",
    60_000,
  );
});

test("the screen has no fault that axe finds, nothing is wider than the pane, and no press is smaller than 24 pixels", async () => {
  expect(await axeFaults(desk.outlook)).toEqual([]);
  const { wide, small } = await inPane(() => {
    const shown = [...document.querySelectorAll("main:not([hidden]) *")];
    const boxes = [...document.querySelectorAll("main:not([hidden]) :is(button, label)")];
    return {
      wide: shown.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length,
      small: boxes.filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24);
      }).length,
    };
  });
  expect({ wide, small }).toEqual({ wide: 0, small: 0 });
});

// office.js itself refuses to show a message in a window of its own while none, or several, are selected.
test("where texts cannot be read and Outlook opens none either, the pane says to select the message by itself", async () => {
  await desk.outlook.setFaults({ several: "unreadable" });
  await desk.pane.open(mails.find(({ kind }) => kind === "message")!);
  await selectAll();
  await isRead();
  await says(/based on subjects alone/);
  await (await desk.outlook.pane())
    .getByRole("button", { name: /^Open:/ })
    .first()
    .click();
  await says(/Outlook did not open this message. Select it by itself to read it./);
});

test.each(["off", "failing"] as const)(
  "where several selected are %s, the pane says that nothing is selected",
  async (several) => {
    await desk.outlook.setFaults({ ...noFaults, several });
    await desk.pane.open(mails.find(({ kind }) => kind === "message")!);
    await desk.outlook.page.locator("[role=option]").first().click();
    await desk.outlook.page.keyboard.press("Control+a");
    await says(/No message is selected|Select a message|nothing/i);
    expect(await text()).not.toMatch(/messages selected/);
  },
);

test("an older Outlook hands over subjects, and the pane says so", async () => {
  await desk.outlook.setFaults({ ...noFaults, several: "subjects" });
  await desk.pane.open(mails.find(({ kind }) => kind === "message")!);
  await selectAll();
  await isRead();
  const read = await text();
  expect(/only the subjects/.test(read) || /Nothing here fits together/.test(read)).toBe(true);
});

test("nothing complained, and nothing left the machine", () => {
  expect([stage.complaints, stage.outside]).toEqual([[], []]);
});

/** The whole work of a team lead by keyboard alone, in the real Office.js: figures, objectives, a review until it is closed and taken along. */
import { readFile } from "node:fs/promises";
import type { Download } from "playwright-core";
import { axeFaults } from "./axe.ts";
import { type Keys, keysOf } from "./keys.ts";
import { readLedger } from "./ledger.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

const service = { mailbox: "service@northwind.example", width: "320" };
let stage: Stage;
let desk: Desk;
let keys: Keys;

beforeAll(async () => {
  stage = await openStage();
  // A few answers, one of them a correction: something to look at.
  const amara = await stage.sitDown({ persona: "amara", query: service });
  const mails = (await amara.outlook.messages()).filter(({ kind }) => kind === "message").slice(0, 12);
  for (const [turn, message] of mails.entries()) {
    const seen = await amara.pane.open(message);
    const { after } = await amara.pane.mustPress({ choice: Math.min(turn % 2, seen.choices.length - 1) });
    if (after.kind !== "answered") await amara.pane.mustPress({ priority: "normal" });
  }
  await amara.pane.drained();
  await amara.close();
  desk = await stage.sitDown({ persona: "priya", query: service });
  keys = keysOf(desk.outlook);
  await desk.pane.until(({ kind }) => kind !== "empty" && kind !== "loading", "the pane is there");
});
afterAll(() => stage?.close());

const shows = (words: string | RegExp) =>
  desk.pane.until(
    ({ text }) => (typeof words === "string" ? text.includes(words) : words.test(text)),
    `${words} is shown`,
  );
const press = async (name: string | RegExp, key = "Enter") => {
  await keys.tabTo(name, 90);
  await keys.press(key);
};
/** From the chosen tab to another one by arrows, as tabs are used. */
async function goTo(chosen: string, to: string) {
  // What waits behind a tab is said after its name.
  const named = (tab: string) => new RegExp(`^${tab}(,|$)`);
  await keys.enter();
  await keys.tabTo(named(chosen));
  for (let step = 0; !named(to).test((await keys.focused())?.name ?? ""); step++) {
    if (step > 6) throw new Error(`no tab ${to}`);
    await keys.press("ArrowRight");
  }
  await keys.press("Enter");
}
const type = async (words: string) => desk.outlook.page.keyboard.type(words);
/** In a list that unfolds, by its first letters: two of them too far apart are two beginnings, so a hand that was held up begins again. */
async function choose(words: string) {
  const chosen = async () =>
    (await desk.outlook.pane()).evaluate(
      () => (document.activeElement as HTMLSelectElement | null)?.selectedOptions?.[0]?.textContent ?? "",
    );
  for (let attempt = 0; attempt < 10; attempt++) {
    await type(words);
    if ((await chosen()).startsWith(words)) return;
    await new Promise((done) => setTimeout(done, 1_500));
  }
  throw new Error(`“${words}” cannot be chosen: ${await chosen()}`);
}
async function taken(work: () => Promise<void>): Promise<Download> {
  const download = desk.outlook.page.waitForEvent("download");
  await work();
  return download;
}
const textOf = async (download: Download) => readFile((await download.path())!, "utf8");

test("figures, their method, the table of the chart and the fuller figures open by keyboard", async () => {
  await goTo("Triage", "Department");
  await shows("opened messages answered");
  await press("Figures and method");
  await shows("Blind means decided before seeing the prediction");
  await press(/More figures/);
  await shows("Accuracy by category");
  expect(await axeFaults(desk.outlook)).toEqual([]);
});

test("Tab comes by everything of the summary in sight and large enough, and leaves at the end", async () => {
  await keys.enter();
  const steps = await keys.walk(90);
  expect(steps.map(({ name }) => name)).toEqual(expect.arrayContaining(["Figures and method", "Refresh"]));
  expect(steps.filter(({ isInSight, name }) => !isInSight || name === "").map(({ name }) => name)).toEqual(
    [],
  );
  expect(steps.filter(({ size }) => Math.min(...size) < 24).map(({ name, size }) => [name, size])).toEqual(
    [],
  );
});

test("an objective is agreed, changed and withdrawn by keyboard", async () => {
  await goTo("Department", "Department");
  await goTo("Summary", "Objectives");
  await shows("Right category");
  await press("Agree on an objective");
  await shows("A new objective");
  expect(await axeFaults(desk.outlook)).toEqual([]);
  await keys.tabTo(/measured/);
  await choose("One press");
  await keys.tabTo(/^Target/);
  await keys.press("Control+a");
  await type("55");
  await keys.tabTo("Owner");
  await type("Priya Raman");
  await keys.tabTo("Agreed by");
  await type("Team meeting");
  await press("Save");
  await shows("Target: at least 55%");
  await keys.enter();
  await keys.tabTo(/^Method and agreement/);
  await keys.press("Enter");
  await press("Withdraw");
  await shows("Withdraw this objective?");
  await press("Cancel");
  expect(await axeFaults(desk.outlook)).toEqual([]);
});

test("a review is prepared, decided, forecast and closed by keyboard, and axe finds nothing in it", async () => {
  await goTo("Objectives", "Reviews");
  await press(/Open a review now|Prepare the review|Continue the review/);
  await shows("To discuss together");
  await keys.tabTo("What is decided", 90);
  await choose("Retrain");
  await keys.tabTo("Note (optional)", 90);
  await type("New products");
  await keys.tabTo("Owner", 90);
  await type("Tomasz Nowak");
  await press("Add");
  await shows("Remove: Retrain the model");
  await keys.enter();
  await keys.tabTo("Right category", 120);
  await choose("70");
  await keys.enter();
  await press("Close the review");
  await shows("Yes, close it");
  expect(await axeFaults(desk.outlook)).toEqual([]);
  await press("Yes, close it");
  await shows("Check number");
  expect(await axeFaults(desk.outlook)).toEqual([]);
});

test("it is taken along by keyboard: as CSV, on paper and as a pack of evidence", async () => {
  const frame = await desk.outlook.pane();
  await frame.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "yes");
  });
  await keys.enter();
  const csv = await textOf(await taken(() => press("Save as CSV")));
  expect(csv.split("\n")[0]).toContain("objective");
  await press("Print");
  expect(await frame.evaluate(() => document.body.getAttribute("data-printed"))).toBe("yes");
  await keys.enter();
  await press("Back");
  await shows("Closed reviews");
  await keys.enter();
  const pack = await taken(() => press("Evidence pack (zip)"));
  expect(pack.suggestedFilename()).toMatch(/\.zip$/);
});

test("a correction is declined with a reason, accepted after all, a category proposed and the proposal declined by keyboard", async () => {
  await goTo("Reviews", "Corrections");
  await shows("Proposals");
  await keys.tabTo("Show", 90);
  await choose("All");
  await shows("Staff:");
  await keys.enter();
  await press("Decline");
  await keys.tabTo("Reason", 90);
  await type("It was right.");
  await press("Decline");
  await shows("1 declined");
  await press("Propose");
  await keys.tabTo("Name", 90);
  await type("Returns");
  await keys.tabTo("Definition", 90);
  await type("Goods that come back.");
  await press("Send");
  await shows("New category: Returns");
  await keys.enter();
  await press("Decline");
  await keys.tabTo("Reason", 90);
  await type("They belong to orders.");
  await press("Decline");
  await shows("Declined. It stays below");
  expect((await keys.focused())?.name).toMatch(/^Declined\. It stays below/);
  await press("Accept");
  await shows("0 declined");
  await shows("Accepted. The next version of the model learns it.");
  expect(await keys.focused()).toBeDefined();
  expect(await axeFaults(desk.outlook)).toEqual([]);
});

test("the demo begins again in one press: what was said and stored is gone, here and in the browser", async () => {
  const { page } = desk.outlook;
  const isFresh = async () => {
    const { rows } = await readLedger(stage.dataDir, [...stage.seen.values()]);
    return rows.length === 0;
  };
  expect(await isFresh()).toBe(false);
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Begin again" }).click();
  await loaded;
  await desk.pane.until(({ kind }) => kind !== "empty" && kind !== "loading", "the pane is there", 60_000);
  expect(await isFresh()).toBe(true);
  await desk.pane.mustPress({ button: "Department" });
  await shows("opened message");
});

test("nothing of it raised an exception or a refusal of the content security policy", () => {
  // While it began again, the server was away.
  const isAway = (line: string) => /Failed to fetch|NetworkError/.test(line);
  expect(stage.complaints.filter((line) => !isAway(line))).toEqual([]);
});

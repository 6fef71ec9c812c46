/** A correction followed by its author in Outlook: from the press to "learned in version 1 · now right", and to a prediction that says it. */
import type { MessageLine } from "../mailboxMessage.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

const service = { mailbox: "service@northwind.example", width: "320" };
/** What Amara calls all of it: rarely the model's first thought. */
const meant = "Complaint and praise";
let stage: Stage;
let desk: Desk;
let mails: MessageLine[];
const corrected: MessageLine[] = [];

beforeAll(async () => {
  stage = await openStage({ env: { LEARN_EVERY_MS: "1000" } });
  desk = await stage.sitDown({ persona: "amara", query: service });
  mails = (await desk.outlook.messages()).filter(({ kind }) => kind === "message").slice(0, 12);
});
afterAll(() => stage?.close());

const isMeant = (words: string) => words === meant || words.startsWith(`${meant} `);
const listed = async () =>
  (await desk.outlook.pane()).$$eval("main section ul button", (buttons) =>
    buttons.map((button) => button.firstChild?.textContent?.trim() ?? ""),
  );

/** By one press where it is shown, from the list of all otherwise. */
async function say(): Promise<void> {
  const shown = (await desk.pane.see()).choices.findIndex(isMeant);
  if (shown >= 0) await desk.pane.mustPress({ choice: shown });
  else {
    await desk.pane.mustPress({ button: "More" });
    const place = (await listed()).findIndex(isMeant);
    await desk.pane.mustPress({ listed: place });
  }
  if ((await desk.pane.see()).kind !== "answered") await desk.pane.mustPress({ priority: "high" });
}

/** What the pane says of the last verdicts, opened anew. */
async function lastVerdicts(): Promise<string> {
  await desk.outlook.reloadPane();
  await desk.pane.until(({ kind }) => kind !== "empty" && kind !== "loading", "the pane is back", 60_000);
  await desk.pane.mustPress({ button: "Your last answers" });
  return (await desk.pane.see()).text;
}

test("Amara corrects, and each correction is received", async () => {
  for (const message of mails) {
    const seen = await desk.pane.open(message);
    const isCorrection = seen.kind === "predicted" && !isMeant(seen.title);
    await say();
    expect(isMeant((await desk.pane.see()).title)).toBe(true);
    if (isCorrection) corrected.push(message);
  }
  await desk.pane.drained();
  expect(corrected.length).toBeGreaterThan(0);
});

test("her receipts say in which version they were learned, and that they are now right", async () => {
  const says = async () => /learned in version \d+ · now right/.test(await lastVerdicts());
  const deadline = Date.now() + 180_000;
  while (!(await says())) {
    if (Date.now() > deadline) throw new Error(`not learned: ${(await desk.pane.see()).text}`);
    await new Promise((done) => setTimeout(done, 1_000));
  }
  expect((await desk.pane.see()).text).toMatch(/\d+ corrections?: \d+ now right/);
});

test("nothing of it raised an exception or a refusal of the content security policy", () => {
  expect(stage.complaints).toEqual([]);
});

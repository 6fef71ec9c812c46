/** What dies in the middle of a burst of verdicts, product, pane or browser tab, takes none of them along. */
import { inSize } from "../../api/testing/size.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import { type LedgerRow, readLedger, storyOf } from "./ledger.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

let stage: Stage;
let desk: Desk;
let messages: MessageLine[];
const said: Pick<LedgerRow, "persona" | "message" | "event" | "said">[] = [];

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.sitDown({ persona: "mei", query: { mailbox: "helpdesk@northwind.example" } });
  messages = (await desk.outlook.messages()).filter(({ kind }) => kind === "message");
});
afterAll(() => stage?.close());

/** Answers in one breath: category and, where nothing stands yet, priority. */
async function answer(message: MessageLine): Promise<void> {
  await desk.pane.open(message);
  const first = await desk.pane.mustPress({ choice: 0 });
  const { after } = first.after.kind === "answered" ? first : await desk.pane.mustPress({ priority: "high" });
  expect(after).toMatchObject({ kind: "answered", subject: message.subject });
  said.push({ persona: "mei", message: message.internetMessageId, event: "verdict", said: after.verdict });
}

const stored = async () => (await readLedger(stage.dataDir, messages)).rows;
const allArrived = async () => {
  await desk.pane.drained(60_000);
  expect(storyOf(await stored())).toEqual(storyOf(said));
};

test("killed in the middle of a burst of verdicts, the product holds each of them once after it started again", async () => {
  for (const message of messages.slice(0, 4)) await answer(message);
  await desk.outlook.setFaults({ apiDelayMs: 500 });
  for (const message of messages.slice(4, 7)) await answer(message);
  await stage.product().kill();
  for (const message of messages.slice(7, 10)) await answer(message);
  await desk.pane.until(({ status }) => /waiting/.test(status), "verdicts wait");
  await stage.start();
  await desk.outlook.setFaults({ apiDelayMs: 0 });
  await allArrived();
});

const deaths = inSize({ long: 3, short: 1 });

test(`killed ${deaths === 1 ? "once" : `${deaths} times`} while a verdict is being stored, the product stores it once`, async () => {
  for (const message of messages.slice(10, 10 + deaths)) {
    await answer(message);
    await new Promise((resolve) => setTimeout(resolve, 15));
    await stage.product().kill();
    await stage.start();
  }
  await allArrived();
});

test("a pane that is reloaded offline still knows its verdicts, and delivers them once back online", async () => {
  await desk.pane.open(messages[13]!);
  await desk.outlook.setFaults({ network: "offline" });
  for (const message of messages.slice(13, 16)) await answer(message);
  await desk.pane.until(({ status }) => status.includes("3 waiting"), "three verdicts wait");
  await desk.outlook.reloadPane();
  await desk.pane.until(({ status }) => status.includes("3 waiting"), "they wait still");
  const seen = await desk.pane.open(messages[14]!);
  expect(seen).toMatchObject({ kind: "answered", verdict: said.at(-2)!.said });
  expect((await stored()).length).toBe(said.length - 3);
  await desk.outlook.setFaults({ network: "ok" });
  await allArrived();
});

test("a browser tab that crashes takes no verdict along", async () => {
  await desk.outlook.setFaults({ api: "unavailable" });
  for (const message of messages.slice(16, 18)) await answer(message);
  await desk.pane.until(({ status }) => status.includes("2 waiting"), "two verdicts wait");
  await desk.outlook.page.goto("chrome://crash").catch(() => undefined);
  desk = await stage.sitDown(
    { persona: "mei", query: { mailbox: "helpdesk@northwind.example" } },
    desk.context,
  );
  await desk.pane.until(({ kind }) => kind !== "empty" && kind !== "loading", "the pane is back");
  await allArrived();
  expect(stage.outside).toEqual([]);
});

test("the figures count every message that was answered once", async () => {
  const { states } = await readLedger(stage.dataDir, messages);
  const answered = states.filter(({ state }) => state !== "shown" && state !== "neverShown");
  expect(answered.length).toBe(said.length);
  expect(stage.complaints).toEqual([]);
});

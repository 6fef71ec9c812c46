/** Your call first: until the verdict is stored, what the model says is nowhere in the reach of the person who is asked. */
import { createHash, webcrypto } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawOf, messageKeyOf, tenantKeysOf } from "../../api/keys.ts";
import { messageRefOf } from "../../outlook/messageRef.ts";
import { starters } from "../../triage/starter/starters.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import { tenantId } from "../personas.ts";
import { type LedgerOpening, readLedger } from "./ledger.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

/** A key under which the draw falls on several messages of the service mailbox. */
const key = createHash("sha256").update("concord blind 39").digest();
const department = `${tenantId}/customer-service`;
const query = { mailbox: "service@northwind.example" };

let dataDir: string;
let stage: Stage;
let amara: Desk;
let blind: MessageLine[];
let seeing: MessageLine[];
/** Every answer of the API since the last look, as it came over the wire. */
const wire: string[] = [];

const isBlind = async ({ mailbox, internetMessageId, id }: MessageLine) => {
  const open = { fingerprint: "", internetMessageId, itemId: id, subject: "", senderName: "" };
  const ref = await messageRefOf(mailbox, open, webcrypto as unknown as Crypto);
  const keys = tenantKeysOf(key)(tenantId);
  return drawOf(keys, department, messageKeyOf(keys, department, ref)) < 0.1;
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "concord-blind-"));
  await writeFile(join(dataDir, "concord.key"), key.toString("base64url"), { mode: 0o600 });
  stage = await openStage({ dataDir });
  amara = await stage.sitDown({ persona: "amara", query });
  amara.context.on("response", async (response) => {
    if (!response.url().includes("/api/") || response.url().includes("/sandbox/")) return;
    wire.push(await response.text().catch(() => ""));
  });
  const messages = (await amara.outlook.messages()).filter(({ kind }) => kind === "message");
  const draws = await Promise.all(messages.map(isBlind));
  blind = messages.filter((_, at) => draws[at]);
  seeing = messages.filter((_, at) => !draws[at]);
});

afterAll(async () => {
  await stage?.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Runs in the pane: everything the browser keeps for it. */
async function kept(): Promise<string> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const stores: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name!));
    for (const store of database.objectStoreNames)
      stores.push([name, store, await asked(database.transaction(store).objectStore(store).getAll())]);
    database.close();
  }
  return JSON.stringify(stores);
}

const openingOf = async ({ internetMessageId }: MessageLine): Promise<LedgerOpening> => {
  const { openings } = await readLedger(dataDir, [...stage.seen.values()]);
  return openings.find(({ message, persona }) => message === internetMessageId && persona === "amara")!;
};

const topOf = ({ prediction }: LedgerOpening) => {
  const { categories } = starters["customer-service"];
  const { category } = prediction!.categories[0]!;
  const priority = prediction!.priorities[0]!.priority;
  const name = categories.find(({ id }) => id === category)!.name.en;
  return `${name} · ${priority[0]!.toUpperCase()}${priority.slice(1)}`;
};

/** The prediction's own figures: no number of it may be found. */
const figuresOf = ({ prediction }: LedgerOpening): string[] =>
  [...prediction!.categories, ...prediction!.priorities]
    .map(({ probability }) => String(probability))
    .filter((figure) => figure.length > 6)
    .map((figure) => figure.slice(0, 8));

async function reach(): Promise<Record<string, string>> {
  const frame = await amara.pane.frame();
  return {
    wire: wire.join("\n"),
    page: await frame.content(),
    storage: await frame.evaluate(kept),
  };
}

test("before the verdict, the prediction is in no answer, not on the page and not in the browser's storage", async () => {
  expect(blind.length).toBeGreaterThanOrEqual(3);
  wire.length = 0;
  const message = blind[0]!;
  const seen = await amara.pane.open(message);
  expect(seen).toMatchObject({ kind: "yourCallFirst", title: "Your call first", priority: "" });
  expect(seen.text).not.toMatch(/%|because of|likely/);
  const opening = await openingOf(message);
  expect(opening.arm).toBe("blind");
  const figures = figuresOf(opening);
  expect(figures.length).toBeGreaterThan(4);
  await amara.outlook.until(() => wire.join("").includes(opening.predictionId), "the answer was overheard");
  for (const [place, text] of Object.entries(await reach())) {
    expect(text.length).toBeGreaterThan(50);
    for (const figure of figures) expect(`${place}: ${text.includes(figure)}`).toBe(`${place}: false`);
    expect(text).not.toContain('"probability"');
  }
});

test("the choices stand in the taxonomy's order, none of them leaning on the model", async () => {
  const { choices } = await amara.pane.see();
  const names = starters["customer-service"].categories.map(({ name }) => name.en);
  expect(choices).toEqual(names.slice(0, choices.length));
  const frame = await amara.pane.frame();
  expect(await frame.locator('[aria-pressed="true"], input:checked').count()).toBe(0);
});

test("selecting it again, reloading the pane or asking a colleague draws no second time", async () => {
  const message = blind[0]!;
  await amara.pane.open(seeing[0]!);
  expect((await amara.pane.open(message)).kind).toBe("yourCallFirst");
  await amara.outlook.reloadPane();
  expect((await amara.pane.open(message)).kind).toBe("yourCallFirst");
  const jonas = await stage.sitDown({ persona: "jonas", query });
  expect((await jonas.pane.open(message)).kind).toBe("yourCallFirst");
  await jonas.close();
});

test("after the verdict the pane says what the model had said", async () => {
  const message = blind[0]!;
  await amara.pane.open(message);
  await amara.pane.mustPress({ priority: "low" });
  const { after, words } = await amara.pane.mustPress({ choice: 0 });
  expect(after).toMatchObject({ kind: "answered", by: "You said", verdict: `${words} · Low` });
  const said = topOf(await openingOf(message));
  await amara.pane.until(({ text }) => text.includes(`The model said ${said}`), "the model's word is shown");
});

test("offline, the model's word waits until the verdict is stored", async () => {
  const message = blind[1]!;
  expect((await amara.pane.open(message)).kind).toBe("yourCallFirst");
  await amara.outlook.setFaults({ network: "offline" });
  await amara.pane.mustPress({ choice: 1 });
  const { after } = await amara.pane.mustPress({ priority: "high" });
  expect(after.text).toContain("What the model said comes as soon as this is stored.");
  expect(after.text).not.toContain("The model said");
  await amara.outlook.setFaults({ network: "ok" });
  const said = topOf(await openingOf(message));
  await amara.pane.until(({ text }) => text.includes(`The model said ${said}`), "the model's word is shown");
});

test("the ribbon's confirm button confirms nothing that was not seen", async () => {
  const message = blind[2]!;
  expect((await amara.pane.open(message)).kind).toBe("yourCallFirst");
  await amara.outlook.runCommand("confirmPrediction");
  const { rows } = await readLedger(dataDir, [message]);
  expect(rows.filter((row) => row.message === message.internetMessageId)).toEqual([]);
  expect(stage.complaints).toEqual([]);
});

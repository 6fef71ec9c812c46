/** Everything the sandbox's panel can break: the pane says so calmly, offers a way on, and comes back. */
import type { Request } from "playwright-core";
import type { Faults } from "../faults.ts";
import { noFaults } from "../faults.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import { apiClientId, apiScope, paneClientId } from "../personas.ts";
import { readLedger } from "./ledger.ts";
import type { Seen } from "./paneReader.ts";
import { chooseInWindow } from "./signInWindow.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

const service = { mailbox: "service@northwind.example" };
let stage: Stage;
let desk: Desk;
let mails: MessageLine[];
let turn = 0;

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.sitDown({ persona: "amara", query: service });
  mails = (await desk.outlook.messages()).filter(({ kind }) => kind === "message");
});
afterAll(() => stage?.close());

const isAsking = ({ kind }: Seen) =>
  kind === "predicted" || kind === "severalFit" || kind === "yourCallFirst" || kind === "unpredicted";
/** A message nobody has opened yet. */
const fresh = () => mails[turn++]!;

/** Not one that is asked about blind, which says nothing of how it was read. */
async function openShown(): Promise<Seen> {
  for (;;) {
    const seen = await desk.pane.open(fresh());
    if (seen.kind !== "yourCallFirst") return seen;
  }
}

async function mended() {
  await desk.outlook.setFaults(noFaults);
  const seen = await desk.pane.open(fresh());
  expect(["predicted", "severalFit", "yourCallFirst"]).toContain(seen.kind);
}

test("with nothing selected the pane asks for a message", async () => {
  await desk.pane.open(fresh());
  await desk.outlook.select(null);
  await desk.pane.until(({ title }) => title === "No message selected", "nothing is selected");
  await mended();
});

test("when Outlook says that nothing is selected, the pane believes it and recovers", async () => {
  await desk.outlook.setFaults({ item: "null" });
  await desk.pane.until(({ title }) => title === "No message selected", "nothing is selected");
  await mended();
});

describe("a message whose text cannot be read is judged by its subject, and says so", () => {
  test.each(["9020", "5001", "9030"] as const)("error %s", async (body) => {
    await desk.outlook.setFaults({ body, bodyTimes: "always" });
    const seen = await openShown();
    expect(seen.text).toContain("Couldn’t read this message’s text, so this is based on the subject.");
    await mended();
  });

  test("once is tried again, and nobody notices", async () => {
    await desk.outlook.setFaults({ body: "9020", bodyTimes: "once" });
    const seen = await desk.pane.open(fresh());
    expect(seen.text).not.toContain("based on the subject");
    await mended();
  });
});

describe("what is away is named, and answering goes on without it", () => {
  const away: [string, Partial<Faults>, string][] = [
    ["offline", { network: "offline" }, "You are offline. You can still say what this is"],
    ["the API down", { api: "unavailable" }, "Concord cannot be reached. You can still say what this is"],
    ["the API cut off", { api: "destroyed" }, "Concord cannot be reached. You can still say what this is"],
  ];
  test.each(away)("%s", async (_, fault, words) => {
    await desk.outlook.setFaults(fault);
    const seen = await desk.pane.open(fresh());
    expect(seen).toMatchObject({ kind: "unpredicted", title: "No prediction" });
    expect(seen.text).toContain(words);
    await desk.pane.mustPress({ choice: 0 });
    const { after } = await desk.pane.mustPress({ priority: "normal" });
    expect(after.kind).toBe("answered");
    await desk.pane.until(({ status }) => status.includes("1 waiting"), "the verdict waits");
    await desk.outlook.setFaults(noFaults);
    await desk.pane.press({ button: "Send now" });
    await desk.pane.drained();
    await mended();
  });
});

describe("signing in, in a browser that holds no token yet,", () => {
  /** A token once issued is kept for the session, so each of these begins without one. */
  async function begin(faults: string, work: (fresh: Desk) => Promise<void>) {
    const fresh = await stage.sitDown({ persona: "mei", query: { faults } });
    await work(fresh).finally(() => fresh.close());
  }
  const isQuiet = ({ kind }: Seen) => kind === "quiet";

  test("cancelled: it is said calmly, and works once it is mended", () =>
    begin("signIn:cancelled", async ({ pane, outlook }) => {
      await pane.until(({ title }) => title === "Sign in to begin", "sign-in is asked for");
      await pane.mustPress({ button: "Sign in" });
      await pane.until(({ text }) => /Signing in was cancelled/.test(text), "that is said");
      await outlook.setFaults(noFaults);
      await pane.until(isAsking, "the message is asked about");
    }));

  test("with its window blocked: a window of Outlook's own takes over", () =>
    begin("signIn:blocked", async ({ pane, context }) => {
      await pane.until(({ title }) => title === "Sign in to begin", "sign-in is asked for");
      const signedIn = chooseInWindow(context, "Mei Tanaka");
      await pane.mustPress({ button: "Sign in" });
      await signedIn;
      await pane.until(isAsking, "the message is asked about");
    }));

  test("without nested app authentication: a window signs in, by the mailbox's person and for Concord alone", () =>
    begin("signIn:noBridge", async ({ pane, context }) => {
      await pane.until(({ title }) => title === "Sign in to begin", "sign-in is asked for");
      const signedIn = chooseInWindow(context, "Mei Tanaka");
      await pane.mustPress({ button: "Sign in" });
      const asked = Object.fromEntries(await signedIn);
      await pane.until(isAsking, "the message is asked about");
      expect(asked).toMatchObject({
        client_id: paneClientId,
        redirect_uri: `${stage.origin}/sign-in.html`,
        login_hint: "mei.tanaka@northwind.example",
        code_challenge_method: "S256",
        response_mode: "fragment",
      });
      expect(asked.scope).toContain(`api://${apiClientId}/${apiScope}`);
      expect(context.pages()).toHaveLength(1);
    }));

  test("without it, and refused in the window: it is said calmly", () =>
    begin("signIn:noBridge", async ({ pane, context }) => {
      await pane.until(({ title }) => title === "Sign in to begin", "sign-in is asked for");
      const refused = chooseInWindow(context, "Cancel");
      await pane.mustPress({ button: "Sign in" });
      await refused;
      await pane.until(({ text }) => /Signing in was cancelled/.test(text), "that is said");
    }));

  test("with another account than the mailbox's: nothing is shown in its name until the person insists", () =>
    begin("signIn:wrongAccount", async ({ pane, outlook }) => {
      const seen = await pane.until(isQuiet, "the pane comes to rest");
      expect(seen.text).toContain("Outlook signed you in with another account than this mailbox’s.");
      expect(seen.choices).toEqual([]);
      await pane.mustPress({ button: "Sign in" });
      await outlook.allowSignIn();
      await pane.until(({ text }) => !text.includes("another account"), "Concord goes on with it");
    }));

  test("and the same in the window: it is said, and the next window lets the person choose", () =>
    begin("signIn:noBridge", async ({ pane, context }) => {
      await pane.until(({ title }) => title === "Sign in to begin", "sign-in is asked for");
      const wrong = chooseInWindow(context, "Jonas Weber");
      await pane.mustPress({ button: "Sign in" });
      await wrong;
      const seen = await pane.until(({ text }) => text.includes("another account"), "that is said");
      expect(seen.choices).toEqual([]);
      const right = chooseInWindow(context, "Mei Tanaka");
      await pane.mustPress({ button: "Sign in" });
      expect((await right).get("prompt")).toBe("select_account");
      await pane.until(isAsking, "the message is asked about");
    }));

  test("with no account in Outlook: it is said, and a press tries again", () =>
    begin("signIn:noAccount", async ({ pane, outlook }) => {
      await pane.until(({ title }) => title === "Sign in to begin", "sign-in is asked for");
      await pane.mustPress({ button: "Sign in" });
      await pane.until(({ text }) => /Please sign in with your work account/.test(text), "that is said");
      await outlook.setFaults(noFaults);
      await pane.until(isAsking, "the message is asked about");
    }));

  test("by a window: once allowed, it leads to the prediction", () =>
    begin("signIn:popup", async ({ pane, outlook }) => {
      await pane.until(({ title }) => title === "Sign in to begin", "sign-in is asked for");
      await pane.mustPress({ button: "Sign in" });
      await outlook.allowSignIn();
      await pane.until(isAsking, "the message is asked about");
    }));

  test.each(["expired", "otherKey", "wrongAudience", "unsigned", "missingScope"])(
    "with a token that is %s: nothing is shown, and the way back is offered",
    (token) =>
      begin(`token:${token}`, async ({ pane }) => {
        const seen = await pane.until(isQuiet, "the refusal is told");
        expect(seen.text).toMatch(/sign in|has no access to Concord yet/);
        expect(seen.text).toMatch(/Try again|Sign in/);
        expect(seen.choices).toEqual([]);
      }),
  );
});

test("a host that answers too late leaves the subject to go by", async () => {
  await desk.outlook.setFaults({ answerDelayMs: 8_000 });
  const seen = await openShown();
  expect(seen.text).toContain("based on the subject");
  await mended();
});

test("with storage blocked, verdicts still arrive", async () => {
  await desk.outlook.setFaults({ storage: "blocked" });
  const message = fresh();
  await desk.pane.open(message);
  const first = await desk.pane.mustPress({ choice: 0 });
  const { after } = first.after.kind === "answered" ? first : await desk.pane.mustPress({ priority: "low" });
  expect(after.kind).toBe("answered");
  await desk.pane.drained();
  const { rows } = await readLedger(stage.dataDir, mails);
  expect(rows.filter((row) => row.message === message.internetMessageId)).toHaveLength(1);
  await mended();
});

test("a colleague sees in the shared mailbox what was said, and may see it differently", async () => {
  const message = fresh();
  await desk.pane.open(message);
  const first = await desk.pane.mustPress({ choice: 0 });
  const { after } = first.after.kind === "answered" ? first : await desk.pane.mustPress({ priority: "low" });
  await desk.pane.drained();
  const jonas = await stage.sitDown({ persona: "jonas", query: service });
  const seen = await jonas.pane.open(message);
  expect(seen).toMatchObject({ kind: "colleague", by: "Amara Okafor said", verdict: after.verdict });
  const different = await jonas.pane.mustPress({ button: "I see it differently" });
  expect(isAsking(different.after)).toBe(true);
  await jonas.close();
});

test("the Outlook category is written once the verdict is stored, and goes with it", async () => {
  const message = fresh();
  await desk.pane.open(message);
  const categories = async () =>
    (await desk.outlook.messages()).find(({ id }) => id === message.id)!.categories.length;
  const before = await categories();
  const first = await desk.pane.mustPress({ choice: 0 });
  if (first.after.kind !== "answered") await desk.pane.mustPress({ priority: "low" });
  await desk.outlook.until(async () => (await categories()) === before + 1, "the category is written");
  await desk.pane.mustPress({ button: "Undo" });
  await desk.outlook.until(async () => (await categories()) === before, "the category is removed");
});

test.each([
  ["amara", "amara.okafor", { meeting: "This is a meeting", report: "This is a delivery report" }],
  ["lucia", "lucia.ferrari", { encrypted: "This message is encrypted", draft: "This is a draft" }],
])("what is no message to triage is called by its name (%s)", async (persona, name, titles) => {
  const own = await stage.sitDown({ persona, query: { mailbox: `${name}@northwind.example` } });
  const all = await own.outlook.messages();
  for (const [kind, title] of Object.entries(titles)) {
    await own.outlook.select(all.find((one) => one.kind === kind)!.id);
    const seen = await own.pane.until((now) => now.title === title, title);
    // Nothing to answer, and still a way on.
    expect(seen.choices).toEqual([]);
    expect(seen.text).toContain("Look again");
  }
  // Back to a message, nothing of it is left.
  await own.pane.open(all.find((one) => one.kind === "message")!);
  await own.close();
});

test("the team lead's figures of today are those of the database", async () => {
  const priya = await stage.sitDown({ persona: "priya", query: service });
  await priya.pane.until(({ kind }) => kind !== "empty" && kind !== "loading", "the pane is there");
  await priya.pane.mustPress({ button: "Department" });
  const { states } = await readLedger(stage.dataDir, mails);
  const mine = states.filter(({ department }) => department === "customer-service");
  const answered = mine.filter(({ state }) => state !== "shown" && state !== "neverShown");
  const words = `${answered.length} of ${mine.length} opened messages answered`;
  await priya.pane.until(({ text }) => text.includes(words), words);
  await priya.close();
});

/** Runs in the page: an admin allows the department of the service mailbox to predict without the API. */
async function allowOffline(): Promise<number> {
  const json = { "content-type": "application/json" };
  const issued = await fetch("/sandbox/api/token", {
    method: "POST",
    headers: json,
    body: JSON.stringify({ persona: "tomasz" }),
  });
  const { access_token: token } = (await issued.json()) as { access_token: string };
  const headers = { ...json, authorization: `Bearer ${token}` };
  const address = "/api/admin/departments/customer-service";
  const { id: _, ...content } = await (await fetch(address, { headers })).json();
  const body = JSON.stringify({ ...content, policy: { ...content.policy, offlineModel: true } });
  return (await fetch(address, { method: "PUT", headers, body })).status;
}

/** Runs in the pane: whether a model's file lies on this computer. */
async function isModelKept(): Promise<boolean> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith("concord-model-")) continue;
    const database = await asked(indexedDB.open(name));
    const files = await asked(database.transaction("file").objectStore("file").count());
    database.close();
    if (files > 0) return true;
  }
  return false;
}

test("where the policy allows it the pane goes on predicting with the network cut, and nothing of the mail leaves it", async () => {
  expect(await desk.outlook.page.evaluate(allowOffline)).toBe(200);
  await desk.outlook.reloadPane();
  await desk.pane.until(({ kind }) => kind !== "empty" && kind !== "loading", "the pane is back");
  await openShown();
  const frame = await desk.outlook.pane();
  await desk.outlook.until(() => frame.evaluate(isModelKept), "the model's file is kept");
  await desk.outlook.setFaults({ network: "offline" });
  const left: string[] = [];
  const note = (request: Request) => {
    if (request.url().includes("/api/") && !request.url().includes("/sandbox/")) left.push(request.url());
  };
  desk.context.on("request", note);
  const seen = await desk.pane.open(fresh());
  desk.context.off("request", note);
  expect(["predicted", "severalFit"]).toContain(seen.kind);
  expect(left).toEqual([]);
  await mended();
});

test("no state raised an exception or a refusal of the content security policy", () => {
  expect(stage.complaints).toEqual([]);
});

test("the switch to high contrast dresses the pane as a contrast theme does, and back again", async () => {
  const dressed = await stage.sitDown({ persona: "amara", query: { ...service, theme: "contrast" } });
  await dressed.pane.open(fresh());
  const look = async () =>
    (await dressed.outlook.pane()).evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(
        document.querySelector(".fui-FluentProvider > div")!,
      );
      return { backgroundColor, color };
    });
  const contrast = { backgroundColor: "rgb(0, 0, 0)", color: "rgb(255, 255, 255)" };
  expect(await look()).toEqual(contrast);
  await dressed.outlook.page.getByLabel("Theme").selectOption("light");
  await dressed.outlook.until(
    async () => (await look()).backgroundColor === "rgb(255, 255, 255)",
    "it is light",
  );
  await dressed.close();
});

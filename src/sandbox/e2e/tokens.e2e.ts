/** Tokens that no longer suffice in the middle of work, by msal and the host's bridge: the verdict arrives, once. */
import { decodeJwt } from "jose";
import type { MessageLine } from "../mailboxMessage.ts";
import { readLedger } from "./ledger.ts";
import type { Seen } from "./paneReader.ts";
import { chooseInWindow } from "./signInWindow.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

interface Sent {
  isVerdict: boolean;
  status: number;
  /** of a refusal */
  why: string | undefined;
  token: string;
  /** of the access token */
  acrs: unknown;
}

/** A desk at which a message's prediction is shown, and what the API says to everything that is sent from it. */
async function sitDown(faults = ""): Promise<{ desk: Desk; sent: Sent[]; messages: MessageLine[] }> {
  const desk = await stage.sitDown({
    persona: "amara",
    query: { mailbox: "service@northwind.example", faults },
  });
  const sent: Sent[] = [];
  desk.context.on("response", (answer) => {
    const { pathname } = new URL(answer.url());
    if (!pathname.startsWith("/api/")) return;
    const token = answer.request().headers().authorization!.slice("Bearer ".length);
    sent.push({
      isVerdict: pathname.startsWith("/api/verdicts/"),
      status: answer.status(),
      why: answer.headers()["www-authenticate"],
      token,
      acrs: decodeJwt(token).acrs,
    });
  });
  return { desk, sent, messages: (await desk.outlook.messages()).filter(({ kind }) => kind === "message") };
}

/** Something else of the pane may ask right before the verdict, and meet the refusal in its place. */
const refusedIn = (sent: readonly Sent[]) => sent.filter(({ status }) => status === 401);
const arrivedIn = (sent: readonly Sent[]) =>
  sent.filter(({ isVerdict, status }) => isVerdict && status === 200);

const isShown = ({ kind }: Seen) => kind === "predicted" || kind === "severalFit";

/** What the pane knows already may be told here a moment later. */
const hasArrived = ({ outlook }: Desk, sent: readonly Sent[]) =>
  outlook.until(() => arrivedIn(sent).length > 0, "the verdict's answer was overheard");

/** Each test has messages of its own. */
let turn = 0;
async function openShown({ pane }: Desk, messages: readonly MessageLine[]): Promise<MessageLine> {
  for (;;) {
    const message = messages[turn++]!;
    if (isShown(await pane.open(message))) return message;
  }
}

const verdictsOn = async (message: MessageLine) =>
  (await readLedger(stage.dataDir, [message])).rows.filter(
    (row) => row.message === message.internetMessageId,
  );

const setApi = async (desk: Desk, api: "challenged" | "expired" | "ok") => {
  const put = await desk.context.request.put(`${stage.origin}/sandbox/api/personas/amara/faults`, {
    data: { api, apiDelayMs: 0 },
  });
  expect(put.ok()).toBe(true);
};

const asksToSignIn = ({ title }: Seen) => title === "Sign in to begin";
/** Beside the verdict just given, without another message being opened. */
const offersToSignIn = ({ kind, text }: Seen) =>
  kind === "answered" && /1 waiting/.test(text) && /Please sign in (again|with your work account)/.test(text);

describe("in the middle of work, at a verdict,", () => {
  afterEach(async () => {
    const desk = await stage.sitDown({ persona: "mei" });
    await setApi(desk, "ok");
    await desk.close();
  });

  test("a stronger sign-in is demanded: the token is asked for again with that demand, and the verdict arrives once", async () => {
    const { desk, sent, messages } = await sitDown();
    const message = await openShown(desk, messages);
    await setApi(desk, "challenged");
    await desk.pane.mustPress({ choice: 0 });
    await desk.pane.until(({ kind }) => kind === "answered", "the verdict is given");
    await desk.pane.drained();
    await hasArrived(desk, sent);
    expect(refusedIn(sent)).not.toEqual([]);
    expect(arrivedIn(sent)).toMatchObject([{ acrs: ["c1"] }]);
    expect(await verdictsOn(message)).toHaveLength(1);
    await desk.close();
  });

  test("and only a person can meet it: signing in is offered at once beside the verdict, which is kept and arrives once", async () => {
    const { desk, sent, messages } = await sitDown("signIn:popup");
    await desk.pane.until(asksToSignIn, "sign-in is asked for");
    await desk.pane.mustPress({ button: "Sign in" });
    await desk.outlook.allowSignIn();
    await desk.pane.until(({ subject }) => subject !== undefined, "a message is open");
    const message = await openShown(desk, messages);
    await setApi(desk, "challenged");
    await desk.pane.mustPress({ choice: 0 });
    await desk.pane.until(offersToSignIn, "signing in is offered");
    expect(await verdictsOn(message)).toHaveLength(0);
    await desk.pane.mustPress({ button: "Sign in" });
    await desk.outlook.allowSignIn();
    await desk.pane.drained();
    await desk.pane.until(({ text }) => !/Please sign in/.test(text), "it is offered no longer");
    await hasArrived(desk, sent);
    expect(arrivedIn(sent)).toMatchObject([{ acrs: ["c1"] }]);
    expect(await verdictsOn(message)).toHaveLength(1);
    await desk.close();
  });

  test("the token has expired: another is got without a word, and the verdict arrives once", async () => {
    const { desk, sent, messages } = await sitDown();
    const message = await openShown(desk, messages);
    await setApi(desk, "expired");
    await desk.pane.mustPress({ choice: 0 });
    await desk.pane.until(({ kind }) => kind === "answered", "the verdict is given");
    await desk.pane.drained();
    await hasArrived(desk, sent);
    expect([...new Set(refusedIn(sent).map(({ why }) => why))]).toEqual(['Bearer error="invalid_token"']);
    expect(refusedIn(sent).map(({ token }) => token)).not.toContain(arrivedIn(sent)[0]!.token);
    expect(arrivedIn(sent)).toHaveLength(1);
    expect(await verdictsOn(message)).toHaveLength(1);
    await desk.close();
  });

  test("the token of the sign-in window has expired, which nothing renews silently: signing in is offered at once, and the verdict arrives once", async () => {
    const { desk, sent, messages } = await sitDown("signIn:noBridge");
    await desk.pane.until(asksToSignIn, "sign-in is asked for");
    const first = chooseInWindow(desk.context, "Amara Okafor");
    await desk.pane.mustPress({ button: "Sign in" });
    await first;
    await desk.pane.until(({ subject }) => subject !== undefined, "a message is open");
    const message = await openShown(desk, messages);
    await setApi(desk, "expired");
    await desk.pane.mustPress({ choice: 0 });
    await desk.pane.until(offersToSignIn, "signing in is offered");
    expect(await verdictsOn(message)).toHaveLength(0);
    const again = chooseInWindow(desk.context, "Amara Okafor");
    await desk.pane.mustPress({ button: "Sign in" });
    await again;
    await desk.pane.drained();
    await hasArrived(desk, sent);
    expect(arrivedIn(sent)).toHaveLength(1);
    expect(await verdictsOn(message)).toHaveLength(1);
    await desk.close();
  });
});

test("nothing of it raised an exception or a refusal of the content security policy", () => {
  expect(stage.complaints).toEqual([]);
});

/** Every rung of signing in: what is tried, what is said, and the way on. */
import { webcrypto } from "node:crypto";
import type { DialogEvent, OfficeDialog, OfficeGlobal, OfficeUi } from "./office.ts";
import { type OtherAccount, watchAccount } from "./otherAccount.ts";
import { openSession, type SessionParts } from "./session.ts";
import { letterIn, orderAsHash, orderIn, type SignInOrder } from "./signInLetter.ts";
import { runSignInPage } from "./signInPage.ts";

const crypto = webcrypto as unknown as Crypto;
const origin = "https://concord.example.com";
const mine = "amara@northwind.example";
const hour = 3_600_000;

/** An Outlook that opens windows; what the window says comes from the test. */
function windows() {
  const opened: {
    order: SignInOrder;
    address: string;
    tell(event: DialogEvent): void;
    end(error: number): void;
    isClosed: boolean;
  }[] = [];
  const ui: OfficeUi = {
    displayDialogAsync(address, _, callback) {
      const handlers: Record<string, (event: DialogEvent) => void> = {};
      const one = {
        address,
        order: orderIn(new URL(address).hash)!,
        isClosed: false,
        tell: (event: DialogEvent) => handlers.dialogMessageReceived?.(event),
        end: (error: number) => handlers.dialogEventReceived?.({ error }),
      };
      const value: OfficeDialog = {
        close: () => {
          one.isClosed = true;
        },
        addEventHandler: (type, handler) => {
          handlers[type] = handler;
        },
      };
      opened.push(one);
      callback({ status: "succeeded", value });
    },
  };
  return { ui, opened };
}

interface Options extends Partial<SessionParts> {
  ui?: OfficeUi;
  username?: string;
}

function session({ ui, username = mine, ...overrides }: Options = {}) {
  const clock = { now: 1_000_000 };
  const result = (accessToken: string) => ({
    accessToken,
    idToken: "id",
    account: { homeAccountId: "h", username },
    expiresOn: new Date(clock.now + hour),
  });
  const client = {
    acquireTokenSilent: jest.fn(async (_: object) => result("access")),
    acquireTokenPopup: jest.fn(async (_: object) => result("pressed")),
  };
  const create = jest.fn(async () => client);
  const office: OfficeGlobal = {
    onReady: async () => ({ host: "", platform: "" }),
    context: { ...(ui ? { ui } : {}), requirements: { isSetSupported: () => true } },
  };
  const parts = {
    office,
    config: async () => ({ clientId: "c", authority: "https://login.example/t", scope: "api://a/use" }),
    loadMsal: async () => ({ createNestablePublicClientApplication: create }),
    loginHint: mine,
    hasBridge: () => true,
    other: watchAccount({ mailbox: mine, storage: () => memory(), crypto }),
    origin,
    now: () => clock.now,
    nonce: () => "n1",
    ...overrides,
  } as unknown as SessionParts;
  return { session: openSession(parts), client, create, clock };
}

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
}
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done));
};
const letter = (order: SignInOrder, extra: object = {}) =>
  JSON.stringify({
    kind: "concord-token",
    nonce: order.nonce,
    token: "window",
    expiresAt: 1_000_000 + hour,
    username: mine,
    ...extra,
  });

describe("with nested app authentication", () => {
  test("it asks silently with the mailbox's person, is made once, and hands out the access token only", async () => {
    const { session: door, client, create } = session();
    expect(await door.token("silent")).toEqual({ ok: true, token: "access" });
    await door.token("silent");
    expect(create).toHaveBeenCalledTimes(1);
    expect(client.acquireTokenSilent).toHaveBeenNthCalledWith(
      1,
      expect.objectContaining({ scopes: ["api://a/use"], loginHint: mine, forceRefresh: false }),
    );
    expect(client.acquireTokenPopup).not.toHaveBeenCalled();
  });

  test("a window opens only when somebody pressed", async () => {
    const { session: door, client } = session();
    client.acquireTokenSilent.mockRejectedValue({ name: "InteractionRequiredAuthError", errorCode: "x" });
    expect(await door.token("silent")).toEqual({ ok: false, failure: { code: "sign_in_needed" } });
    expect(client.acquireTokenPopup).not.toHaveBeenCalled();
    expect(await door.token("press")).toEqual({ ok: true, token: "pressed" });
  });

  test("what the API demanded is demanded again at the press, and then no longer", async () => {
    const { session: door, client } = session();
    client.acquireTokenSilent.mockRejectedValueOnce({ name: "InteractionRequiredAuthError", errorCode: "x" });
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    expect(await door.token("fresh", claims)).toMatchObject({ failure: { code: "sign_in_needed" } });
    expect(client.acquireTokenSilent).toHaveBeenLastCalledWith(
      expect.objectContaining({ claims, forceRefresh: true }),
    );
    await door.token("press");
    expect(client.acquireTokenPopup).toHaveBeenLastCalledWith(expect.objectContaining({ claims }));
    await door.token("silent");
    expect(client.acquireTokenSilent.mock.calls.at(-1)![0]).not.toHaveProperty("claims");
  });

  test("settings that could not be read are asked for again", async () => {
    let isUp = false;
    const { session: door } = session({
      config: async () => {
        if (!isUp) throw new TypeError("down");
        return { clientId: "c", authority: "https://login.example/t", scope: "s" };
      },
    });
    expect(await door.token("silent")).toEqual({ ok: false, failure: { code: "api_unreachable" } });
    isUp = true;
    expect(await door.token("silent")).toMatchObject({ ok: true });
  });

  test.each([
    ["cancelled", { errorCode: "user_cancelled" }, "sign_in_cancelled"],
    ["offline", { errorCode: "no_network_connectivity" }, "offline"],
    ["without an account", { errorCode: "no_account_error" }, "sign_in_needed"],
  ])("%s: it is said, and no other window is tried", async (_, fault, code) => {
    const { ui, opened } = windows();
    const { session: door, client } = session({ ui });
    client.acquireTokenPopup.mockRejectedValue(fault);
    expect(await door.token("press")).toEqual({ ok: false, failure: { code } });
    expect(opened).toEqual([]);
  });

  test("when its window is blocked, Outlook's own window is opened", async () => {
    const { ui, opened } = windows();
    const { session: door, client } = session({ ui });
    client.acquireTokenPopup.mockRejectedValue({ errorCode: "popup_window_error" });
    const answer = door.token("press");
    await settled();
    opened[0]!.tell({ message: letter(opened[0]!.order), origin });
    expect(await answer).toEqual({ ok: true, token: "window" });
    expect(opened[0]!.isClosed).toBe(true);
  });

  test("when both are blocked, that is said", async () => {
    const ui: OfficeUi = {
      displayDialogAsync: (_, __, callback) =>
        callback({ status: "failed", value: undefined as never, error: { code: 12011 } }),
    };
    const { session: door, client } = session({ ui });
    client.acquireTokenPopup.mockRejectedValue({ errorCode: "popup_window_error" });
    expect(await door.token("press")).toEqual({ ok: false, failure: { code: "sign_in_blocked" } });
  });
});

describe("without nested app authentication, whatever the requirement sets say,", () => {
  const without = (options: Options = {}) => session({ hasBridge: () => false, ...options });

  test("and without windows it is told, and nothing is waited for", async () => {
    const { session: door, create } = without();
    for (const how of ["silent", "press"] as const)
      expect(await door.token(how)).toEqual({ ok: false, failure: { code: "sign_in_unavailable" } });
    expect(create).not.toHaveBeenCalled();
  });

  test("the person is asked to press, and a window signs them in until its token ends", async () => {
    const { ui, opened } = windows();
    const { session: door, clock } = without({ ui });
    expect(await door.token("silent")).toEqual({ ok: false, failure: { code: "sign_in_needed" } });
    const answer = door.token("press");
    await settled();
    expect(opened[0]!.address).toMatch(/^https:\/\/concord\.example\.com\/sign-in\.html#/);
    expect(opened[0]!.order).toEqual({ nonce: "n1", loginHint: mine, claims: "", choose: false });
    opened[0]!.tell({ message: letter(opened[0]!.order), origin });
    expect(await answer).toEqual({ ok: true, token: "window" });
    expect(await door.token("silent")).toEqual({ ok: true, token: "window" });
    clock.now += hour - 50_000;
    expect(await door.token("silent")).toEqual({ ok: false, failure: { code: "sign_in_needed" } });
  });

  test("a token that the API refused is not handed out again, and its challenge goes into the next window", async () => {
    const { ui, opened } = windows();
    const { session: door } = without({ ui });
    const first = door.token("press");
    await settled();
    opened[0]!.tell({ message: letter(opened[0]!.order), origin });
    await first;
    expect(await door.token("fresh", '{"x":1}')).toEqual({ ok: false, failure: { code: "sign_in_needed" } });
    void door.token("press");
    await settled();
    expect(opened[1]!.order.claims).toBe('{"x":1}');
    opened[1]!.end(12006);
  });

  test.each([
    [
      "a page of another origin",
      (order: SignInOrder) => ({ message: letter(order), origin: "https://evil.example" }),
    ],
    ["another window", (order: SignInOrder) => ({ message: letter({ ...order, nonce: "n0" }), origin })],
    ["somebody who speaks otherwise", () => ({ message: "hello", origin })],
    ["somebody without a token", (order: SignInOrder) => ({ message: letter(order, { token: 7 }), origin })],
  ])("the word of %s does not count", async (_, say) => {
    const { ui, opened } = windows();
    const { session: door } = without({ ui });
    const answer = door.token("press");
    await settled();
    opened[0]!.tell(say(opened[0]!.order));
    await settled();
    expect(opened[0]!.isClosed).toBe(false);
    opened[0]!.tell({ message: letter(opened[0]!.order) });
    expect(await answer).toEqual({ ok: true, token: "window" });
  });

  test.each<[string, number, string]>([
    ["closing the window", 12006, "sign_in_cancelled"],
    ["a window that cannot load", 12002, "offline"],
  ])("%s is told as what it is", async (_, error, code) => {
    const { ui, opened } = windows();
    const { session: door } = without({ ui });
    const answer = door.token("press");
    await settled();
    opened[0]!.end(error);
    expect(await answer).toEqual({ ok: false, failure: { code } });
  });

  test.each<[number, string]>([
    [12009, "sign_in_cancelled"],
    [12011, "sign_in_blocked"],
    [12007, "sign_in_blocked"],
    [12004, "sign_in_unavailable"],
  ])("Outlook's refusal %s of the window means %s", async (code, failure) => {
    const ui: OfficeUi = {
      displayDialogAsync: (_, __, callback) =>
        callback({ status: "failed", value: undefined as never, error: { code } }),
    };
    expect(await without({ ui }).session.token("press")).toEqual({ ok: false, failure: { code: failure } });
  });

  test("what the sign-in service refused in the window is said", async () => {
    const { ui, opened } = windows();
    const { session: door } = without({ ui });
    const answer = door.token("press");
    await settled();
    opened[0]!.tell({
      message: JSON.stringify({ kind: "concord-refused", nonce: "n1", name: "", errorCode: "access_denied" }),
      origin,
    });
    expect(await answer).toEqual({ ok: false, failure: { code: "sign_in_cancelled" } });
  });
});

describe("an account that is not the mailbox's", () => {
  const jonas = "jonas@northwind.example";

  test("is told before anything is saved in its name, and the press goes on with it", async () => {
    const { session: door } = session({ username: jonas });
    expect(await door.token("silent")).toEqual({ ok: false, failure: { code: "sign_in_other_account" } });
    expect(await door.token("press")).toEqual({ ok: true, token: "pressed" });
    expect(await door.token("silent")).toEqual({ ok: true, token: "access" });
  });

  test("is asked about once, also after the pane was closed, and no address is kept", async () => {
    const storage = memory();
    const other = () => watchAccount({ mailbox: mine, storage: () => storage, crypto });
    const { session: first } = session({ username: jonas, other: other() });
    await first.token("press");
    await first.token("press");
    expect(await session({ username: jonas, other: other() }).session.token("silent")).toMatchObject({
      ok: true,
    });
    expect(storage.getItem("concord-account")).not.toMatch(/@|jonas|amara/);
    const third = session({ username: "mei@northwind.example", other: other() });
    expect(await third.session.token("silent")).toMatchObject({ failure: { code: "sign_in_other_account" } });
  });

  test.each<[string, string, string]>([
    ["in other letters", mine, "Amara@Northwind.Example"],
    ["where Outlook keeps the address back", "", jonas],
    ["where the token names nobody", mine, ""],
  ])("is not suspected %s", async (_, mailbox, username) => {
    const other: OtherAccount = watchAccount({ mailbox, storage: () => memory(), crypto });
    expect(await session({ username, other }).session.token("silent")).toMatchObject({ ok: true });
  });

  test("with storage blocked is accepted until the pane closes", async () => {
    const blocked = () => {
      throw new Error("blocked");
    };
    const other = watchAccount({ mailbox: mine, storage: blocked, crypto });
    const { session: door } = session({ username: jonas, other });
    await door.token("press");
    await door.token("press");
    expect(await door.token("silent")).toMatchObject({ ok: true });
  });

  test("is told too when it was chosen by a press, with the mailbox's proposed again at the next", async () => {
    const { session: door, client } = session({ username: jonas });
    const told = { ok: false, failure: { code: "sign_in_other_account" } };
    expect(await door.token("press")).toEqual(told);
    expect(await door.token("press")).toEqual({ ok: true, token: "pressed" });
    expect(client.acquireTokenPopup).toHaveBeenLastCalledWith(expect.objectContaining({ loginHint: mine }));
  });

  test("is told too when it came from the window, which then lets the person choose", async () => {
    const { ui, opened } = windows();
    const { session: door } = session({ ui, hasBridge: () => false });
    const press = async (username: string) => {
      const answer = door.token("press");
      await settled();
      const { order, tell } = opened.at(-1)!;
      tell({ message: letter(order, { username }), origin });
      return answer;
    };
    const told = { ok: false, failure: { code: "sign_in_other_account" } };
    expect(await press(jonas)).toEqual(told);
    expect(await door.token("silent")).toEqual(told);
    expect(await press("mei@northwind.example")).toEqual(told);
    expect(await press(mine)).toEqual({ ok: true, token: "window" });
    expect(opened.map(({ order }) => order.choose)).toEqual([false, true, true]);
  });

  test("from the window is gone on with once it is chosen again", async () => {
    const { ui, opened } = windows();
    const { session: door } = session({ ui, hasBridge: () => false });
    for (const answered of [{ ok: false }, { ok: true }]) {
      const answer = door.token("press");
      await settled();
      opened.at(-1)!.tell({ message: letter(opened.at(-1)!.order, { username: jonas }), origin });
      expect(await answer).toMatchObject(answered);
    }
    expect(await door.token("silent")).toEqual({ ok: true, token: "window" });
  });
});

describe("the page in the window", () => {
  function page(hash: string, storage = memory(), back?: object | Error) {
    const told: string[] = [];
    const redirect = jest.fn(async (_: object) => undefined);
    const made: object[] = [];
    class PublicClientApplication {
      constructor(settings: object) {
        made.push(settings);
      }
      initialize = async () => undefined;
      handleRedirectPromise = async () => {
        if (back instanceof Error) throw Object.assign(back, { errorCode: back.message });
        return back ?? null;
      };
      acquireTokenRedirect = redirect;
    }
    const office: OfficeGlobal = {
      onReady: async () => ({ host: "", platform: "" }),
      context: {
        ui: {
          messageParent: (message, options) => told.push(`${options?.targetOrigin} ${message}`),
        },
      },
    };
    const run = runSignInPage({
      office,
      config: async () => ({ clientId: "c", authority: "https://login.example/t", scope: "api://a/use" }),
      loadMsal: async () => ({ PublicClientApplication }) as never,
      location: { hash, origin },
      storage,
    });
    return { run, told, redirect, made, storage };
  }
  const order = { nonce: "n1", loginHint: mine, claims: "", choose: false };

  test("goes to the sign-in service with the mailbox's person, and comes back with a token for this pane only", async () => {
    const there = page(orderAsHash(order));
    await there.run;
    expect(there.redirect).toHaveBeenCalledWith({ scopes: ["api://a/use"], loginHint: mine });
    expect(there.made).toMatchObject([
      { auth: { redirectUri: `${origin}/sign-in.html`, clientCapabilities: ["CP1"] } },
    ]);
    const signed = {
      accessToken: "t",
      idToken: "never",
      expiresOn: new Date(5),
      account: { username: mine },
    };
    const back = page("#code=x", there.storage, signed);
    await back.run;
    expect(back.told).toHaveLength(1);
    expect(back.told[0]).toMatch(/^https:\/\/concord\.example\.com \{/);
    expect(letterIn(back.told[0]!.slice(origin.length + 1), "n1")).toMatchObject({
      token: "t",
      expiresAt: 5,
    });
    expect(back.told[0]).not.toContain("never");
    expect(there.storage.getItem("concord-order")).toBeNull();
  });

  test("hands a challenge on", async () => {
    const there = page(orderAsHash({ ...order, claims: '{"x":1}' }));
    await there.run;
    expect(there.redirect).toHaveBeenCalledWith(expect.objectContaining({ claims: '{"x":1}' }));
  });

  test("lets the person choose where the account of last time was doubted", async () => {
    const there = page(orderAsHash({ ...order, choose: true }));
    await there.run;
    expect(there.redirect).toHaveBeenCalledWith({ scopes: ["api://a/use"], prompt: "select_account" });
  });

  test("tells the pane what the service refused", async () => {
    const storage = memory();
    await page(orderAsHash(order), storage).run;
    const back = page("#error=access_denied", storage, new Error("access_denied"));
    await back.run;
    expect(back.told[0]).toContain('"errorCode":"access_denied"');
  });

  test("opened by nobody, does nothing", async () => {
    const alone = page("#anything");
    await alone.run;
    expect([alone.told, alone.made]).toEqual([[], []]);
  });
});

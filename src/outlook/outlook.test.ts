/** Names of messages, light and dark, and what a failed sign-in means. */
import { webcrypto } from "node:crypto";
import { messageRefOf } from "./messageRef.ts";
import type { OfficeGlobal } from "./office.ts";
import type { OpenMessage } from "./selection.ts";
import { openSession, type SessionParts } from "./session.ts";
import { signInFailure } from "./signInFailure.ts";
import { luminanceOf, themeFrom } from "./theme.ts";

const crypto = webcrypto as unknown as Crypto;
const message: OpenMessage = {
  fingerprint: "f",
  internetMessageId: "<1@example>",
  itemId: "item-1",
  subject: "Invoice",
  senderName: "Acme",
};

test("colleagues in a shared mailbox speak of the same message, whatever the case of its address", async () => {
  const mine = await messageRefOf("Service@Northwind.example", message, crypto);
  expect(mine).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await messageRefOf("service@northwind.example", { ...message, itemId: "moved" }, crypto)).toBe(mine);
  expect(await messageRefOf("amara@northwind.example", message, crypto)).not.toBe(mine);
});

test("a message without an internet message id still has one name", async () => {
  const { internetMessageId: _, ...nameless } = message;
  const { itemId: __, ...seen } = nameless;
  const refs = await Promise.all([message, nameless, seen].map((one) => messageRefOf("a@b", one, crypto)));
  expect(new Set(refs).size).toBe(3);
});

test("Outlook's background decides between light and dark, then the system, and a setting over both", () => {
  expect(themeFrom("auto", "#FFFFFF", true)).toBe("light");
  expect(themeFrom("auto", "#212121", false)).toBe("dark");
  expect(themeFrom("auto", undefined, true)).toBe("dark");
  expect(themeFrom("auto", "no colour", false)).toBe("light");
  expect(themeFrom("light", "#000000", true)).toBe("light");
  expect(luminanceOf("#ffffff")).toBeCloseTo(1);
});

test.each([
  [{ name: "InteractionRequiredAuthError", errorCode: "interaction_required" }, "sign_in_needed"],
  [{ errorCode: "no_account_error" }, "sign_in_needed"],
  [{ errorCode: "user_cancelled" }, "sign_in_cancelled"],
  [{ errorCode: "popup_window_error" }, "sign_in_blocked"],
  [{ errorCode: "no_network_connectivity" }, "offline"],
  [{ errorCode: "bridge_silent" }, "sign_in_unavailable"],
  [new TypeError("no settings"), "api_unreachable"],
  [undefined, "sign_in_needed"],
])("%j means %s", (error, code) => {
  expect(signInFailure(error)).toEqual({ code });
});

const office: OfficeGlobal = { onReady: async () => ({ host: "", platform: "" }), context: {} };
const account = { homeAccountId: "h" };

function session(overrides: Partial<SessionParts> = {}) {
  const client = {
    acquireTokenSilent: jest.fn(async () => ({ accessToken: "access", idToken: "id", account })),
    acquireTokenPopup: jest.fn(async () => ({ accessToken: "pressed", idToken: "id", account })),
  };
  const create = jest.fn(async () => client);
  const parts = {
    office,
    config: async () => ({ clientId: "c", authority: "https://login.example/t", scope: "api://a/use" }),
    loadMsal: async () => ({ createNestablePublicClientApplication: create }),
    loginHint: "amara@northwind.example",
    hasBridge: () => true,
    ...overrides,
  } as unknown as SessionParts;
  return { session: openSession(parts), client, create };
}

test("the session asks silently with the mailbox's person, is made once, and hands out the access token only", async () => {
  const { session: door, client, create } = session();
  expect(await door.token("silent")).toEqual({ ok: true, token: "access" });
  await door.token("silent");
  expect(create).toHaveBeenCalledTimes(1);
  expect(client.acquireTokenSilent).toHaveBeenNthCalledWith(
    1,
    expect.objectContaining({
      scopes: ["api://a/use"],
      loginHint: "amara@northwind.example",
      forceRefresh: false,
    }),
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

test("an Outlook without nested sign-in is told so, not left waiting", async () => {
  const { session: door, create } = session({ hasBridge: () => false });
  expect(await door.token("press")).toEqual({ ok: false, failure: { code: "sign_in_unavailable" } });
  expect(create).not.toHaveBeenCalled();
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

/** Names of messages, light and dark, and what a failed sign-in means. */
import { webcrypto } from "node:crypto";
import { messageRefOf } from "./messageRef.ts";
import type { OpenMessage } from "./selection.ts";
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

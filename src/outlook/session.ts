/** Signs the person in, by the gentlest way this Outlook has, and hands out access tokens. */
import type { Failure } from "../triage/failure.ts";
import type { PaneConfig } from "../triage/paneConfig.ts";
import { type Got, type Msal, openNested } from "./nested.ts";
import type { OfficeGlobal } from "./office.ts";
import type { OtherAccount } from "./otherAccount.ts";
import { canOpenDialog, signInByDialog } from "./signInDialog.ts";
import { signInFailure } from "./signInFailure.ts";

export type TokenAnswer = { ok: true; token: string } | { ok: false; failure: Failure };

/** `silent`: without disturbing; `fresh`: silent, but not from msal's cache; `press`: a person pressed a button. */
export type How = "silent" | "fresh" | "press";

export interface Session {
  /** `claims`: what the API demanded in its challenge; owed until a token was got with them. */
  token(how: How, claims?: string): Promise<TokenAnswer>;
}

export interface SessionParts {
  office: OfficeGlobal;
  /** Asked for once, and again only after it failed. */
  config: () => Promise<Pick<PaneConfig, "clientId" | "authority" | "scope">>;
  /** Loaded when first needed: it is the largest part of the pane. */
  loadMsal: () => Promise<Msal>;
  loginHint: string;
  /** True where the host put a bridge into the page, whatever its requirement sets say. */
  hasBridge: () => boolean;
  other: OtherAccount;
  origin: string;
  now: () => number;
  nonce: () => string;
}

const silentTimeoutMs = 10_000;
const pressTimeoutMs = 120_000;
/** A person may have to find a telephone. */
const dialogTimeoutMs = 600_000;
/** A token is not used in its last minute. */
const marginMs = 60_000;

/** Made once and after Office.onReady: msal reads the bridge only once. */
export function openSession(parts: SessionParts): Session {
  const nested = openNested(parts);
  let owed: string | undefined;
  /** From the window; nothing renews it silently. */
  let held: Got | undefined;
  /** The account of which was last said that it is not the mailbox's: who then chooses it again means it. */
  let doubted: string | undefined;

  async function quietly(how: "silent" | "fresh"): Promise<Got> {
    if (how === "fresh") held = undefined;
    if (held && held.expiresAt - marginMs > parts.now()) return held;
    if (parts.hasBridge()) return inTime(nested(how, owed, doubted === undefined), silentTimeoutMs);
    throw { errorCode: canOpenDialog(parts) ? "interaction_required" : "no_way" };
  }

  async function byWindow(): Promise<Got> {
    const { loginHint } = parts;
    const signed = signInByDialog(parts, {
      loginHint,
      claims: owed ?? "",
      choose: doubted !== undefined,
    });
    held = await inTime(signed, dialogTimeoutMs);
    return held;
  }

  async function pressed(): Promise<Got> {
    if (!parts.hasBridge()) {
      if (canOpenDialog(parts)) return byWindow();
      throw { errorCode: "no_way" };
    }
    try {
      return await inTime(nested("press", owed, doubted === undefined), pressTimeoutMs);
    } catch (fault) {
      const { code } = signInFailure(fault);
      const isShut = code === "sign_in_blocked" || code === "sign_in_unavailable";
      if (isShut && canOpenDialog(parts)) return byWindow();
      throw fault;
    }
  }

  async function ask(how: How): Promise<TokenAnswer> {
    const got = await (how === "press" ? pressed() : quietly(how));
    owed = undefined;
    const isMeant = how === "press" && doubted === got.username;
    if (!isMeant && (await parts.other.isDoubtful(got.username))) {
      doubted = got.username;
      return { ok: false, failure: { code: "sign_in_other_account" } };
    }
    doubted = undefined;
    if (how === "press") await parts.other.accept(got.username);
    return { ok: true, token: got.token };
  }

  return {
    token(how, claims) {
      owed = claims ?? owed;
      return ask(how).catch((error) => ({ ok: false, failure: signInFailure(error) }));
    },
  };
}

/** Msal waits for an unanswered bridge for ever. */
function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject({ errorCode: "bridge_silent" }), timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface BridgeScope {
  nestedAppAuthBridge?: unknown;
  __initializeNestedAppAuth?: unknown;
}
export const bridgeIn = (scope: object) => (): boolean =>
  (scope as BridgeScope).nestedAppAuthBridge !== undefined ||
  (scope as BridgeScope).__initializeNestedAppAuth !== undefined;

/** A chunk of its own: the largest part of the pane, and not needed to draw it. */
export const loadMsal = (): Promise<typeof import("@azure/msal-browser")> => import("@azure/msal-browser");

/** What the sign-in window and the pane tell each other; both are pages of this origin. */

/** In the window's address, behind the hash, so that it reaches no server. */
export interface SignInOrder {
  /** Drawn anew for each window; its answer has to carry it. */
  nonce: string;
  loginHint: string;
  /** A challenge of the API, handed on. */
  claims: string;
  /** The account of last time was doubted, so the service lets the person choose. */
  choose: boolean;
}

export type SignInLetter =
  | { kind: "concord-token"; nonce: string; token: string; expiresAt: number; username: string }
  | { kind: "concord-refused"; nonce: string; name: string; errorCode: string };

export const orderAsHash = (order: SignInOrder): string =>
  `#concord=${encodeURIComponent(JSON.stringify(order))}`;

export function orderIn(hash: string): SignInOrder | undefined {
  const text = /^#concord=([^&]+)/.exec(hash)?.[1];
  if (!text) return undefined;
  try {
    const { nonce, loginHint, claims, choose } = JSON.parse(decodeURIComponent(text));
    return {
      nonce: String(nonce),
      loginHint: String(loginHint),
      claims: String(claims),
      choose: choose === true,
    };
  } catch {
    return undefined;
  }
}

/** Undefined for anything that is not an answer to this very window. */
export function letterIn(text: unknown, nonce: string): SignInLetter | undefined {
  try {
    const letter = JSON.parse(String(text)) as Partial<SignInLetter>;
    if (letter.nonce !== nonce) return undefined;
    if (letter.kind === "concord-refused") return letter as SignInLetter;
    return letter.kind === "concord-token" && typeof letter.token === "string"
      ? (letter as SignInLetter)
      : undefined;
  } catch {
    return undefined;
  }
}

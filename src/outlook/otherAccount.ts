/** Tells an account that is not the mailbox's, once: a work account's name need not be its address, so who insists is right. */
import { digestOf } from "./messageRef.ts";

export interface OtherAccount {
  /** True where somebody else seems to be signed in, and nobody has said yet that this is meant. */
  isDoubtful(username: string): Promise<boolean>;
  /** The person pressed and chose this account. */
  accept(username: string): Promise<void>;
}

const key = "concord-account";

export interface OtherAccountParts {
  mailbox: string;
  /** May be blocked; then the answer is asked for again after every start. */
  storage: () => Storage;
  crypto: Crypto;
}

export function watchAccount({ mailbox, storage, crypto }: OtherAccountParts): OtherAccount {
  let accepted: string | undefined;
  const markOf = (username: string) => digestOf(`account\n${mailbox}\n${username.toLowerCase()}`, crypto);
  const kept = () => {
    try {
      return storage().getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  };
  return {
    async isDoubtful(username) {
      if (!mailbox || !username || username.toLowerCase() === mailbox) return false;
      return (accepted ?? kept()) !== (await markOf(username));
    },
    async accept(username) {
      accepted = await markOf(username);
      try {
        storage().setItem(key, accepted);
      } catch {
        // Kept until the pane closes.
      }
    },
  };
}

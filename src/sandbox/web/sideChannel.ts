/** What the Outlook page and the prelude in its frame say to each other, beside the conversation with office.js. */
import type { ThemeName } from "./host/theme.ts";

export type ToPage = { about: "signIn"; text: string };
export type ToPane =
  | { about: "signIn"; text: string }
  | { about: "theme"; theme: ThemeName }
  | { about: "network"; network: "ok" | "offline" }
  | { about: "version"; version: "ok" | "older" };

const mark = "concord-sandbox";

export const letterOf = (message: ToPage | ToPane): string => JSON.stringify({ mark, ...message });

export function letterIn<Message extends ToPage | ToPane>(data: unknown): Message | undefined {
  if (typeof data !== "string" || !data.includes(mark)) return undefined;
  try {
    const letter = JSON.parse(data) as Message & { mark?: string };
    return letter.mark === mark ? letter : undefined;
  } catch {
    return undefined;
  }
}

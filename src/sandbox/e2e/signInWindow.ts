/** The window in which a person signs in, at the sandbox's stand-in for the sign-in service: who is chosen there. */
import type { BrowserContext } from "playwright-core";

/** To be called before the press that opens it. Answers what Concord asked the service for. */
export async function chooseInWindow(context: BrowserContext, words: string): Promise<URLSearchParams> {
  const window = await context.waitForEvent("page", { timeout: 60_000 });
  await window.waitForURL(/\/oauth2\/v2\.0\/authorize\?/, { timeout: 60_000 });
  const asked = new URL(window.url()).searchParams;
  const closed = window.waitForEvent("close", { timeout: 60_000 });
  await window.getByRole("link", { name: words }).click({ noWaitAfter: true });
  await closed;
  return asked;
}

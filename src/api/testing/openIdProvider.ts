/** The other end of openIdProvider.mjs: starts it, gives it orders, and asks it for tokens as a client would. */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { audience, client, tid } from "./issuer.ts";

interface Order {
  claims?: object;
  resource?: { alg?: string; ttl?: number };
  /** A new signing key in front of the old ones, or in place of them. */
  keys?: "added" | "replaced";
}

const clientSecret = "only-for-this-test-of-a-provider";

export async function startOpenIdProvider() {
  const file = join(__dirname, "openIdProvider.mjs");
  const child = fork(file, [JSON.stringify({ clientId: client, clientSecret })], {
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const { issuer } = (await heard(child, (said) => "issuer" in said)) as { issuer: string };
  let orders = 0;
  const discovery = async () =>
    (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
      issuer: string;
      jwks_uri: string;
      token_endpoint: string;
    };
  return {
    issuer,
    discovery,
    async order(order: Order): Promise<void> {
      const id = ++orders;
      child.send({ ...order, id });
      await heard(child, (said) => said.done === id);
    },
    /** An access token of the library's own making, for an API by its audience. */
    async token(resource: string | undefined = `urn:api:${audience}`): Promise<string> {
      const body = new URLSearchParams({
        grant_type: "client_credentials",
        client_id: client,
        client_secret: clientSecret,
        ...(resource ? { resource, scope: "triage.use" } : {}),
      });
      const answer = await fetch((await discovery()).token_endpoint, { method: "POST", body });
      const told = (await answer.json()) as { access_token?: string };
      if (!told.access_token) throw new Error(`The provider refuses: ${JSON.stringify(told)}`);
      return told.access_token;
    },
    close: () =>
      new Promise<void>((done) => {
        child.once("exit", () => done());
        child.kill();
      }),
  };
}

const heard = (child: ChildProcess, isIt: (said: Record<string, unknown>) => boolean) =>
  new Promise<Record<string, unknown>>((done, fail) => {
    const ended = (code: number | null) => fail(new Error(`The provider ended with ${code}.`));
    const hear = (said: unknown) => {
      if (!isIt(said as Record<string, unknown>)) return;
      child.off("message", hear).off("exit", ended);
      done(said as Record<string, unknown>);
    };
    child.on("message", hear).once("exit", ended);
  });

/** What Entra puts into an access token beside what every provider does. */
export const entraClaims = (oid: string, extra: object = {}) => ({
  tid,
  oid,
  azp: client,
  ver: "2.0",
  scp: "triage.use",
  roles: ["Triage.Staff"],
  nbf: Math.floor(Date.now() / 1000) - 5,
  ...extra,
});

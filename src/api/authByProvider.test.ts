/** Tokens of a real OpenID provider: found by discovery, verified by its keys, followed through a change of keys. */
import { decodeProtectedHeader } from "jose";
import { makeAuthenticate } from "./auth.ts";
import { Refusal } from "./refusal.ts";
import { audience, client, tid } from "./testing/issuer.ts";
import { entraClaims, startOpenIdProvider } from "./testing/openIdProvider.ts";
import { amara } from "./testing/organisation.ts";

let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
beforeAll(async () => {
  provider = await startOpenIdProvider();
});
beforeEach(() => provider.order({ claims: entraClaims(amara), resource: { alg: "RS256", ttl: 3600 } }));
afterAll(() => provider.close());
afterEach(() => jest.useRealTimers());

/** As an installation is set up: issuer and keys from the provider's own description. */
async function installation(now = Date.now) {
  const { issuer, jwks_uri: jwksUri } = await provider.discovery();
  let fetches = 0;
  const authenticate = makeAuthenticate({
    tenants: [{ tid, issuer, jwksUri, audience, clients: [client], scope: "triage.use" }],
    now,
    fetch: (...asked) => {
      fetches++;
      return fetch(...asked);
    },
  });
  const ask = async (token: string) => {
    try {
      return (await authenticate(`Bearer ${token}`)).person;
    } catch (fault) {
      if (fault instanceof Refusal) return fault.failure;
      throw fault;
    }
  };
  return { ask, fetches: () => fetches };
}
const person = `${tid}/${amara}`;

/** Only the clock moves; sockets and timers go on. */
const later = (seconds: number) =>
  jest.useFakeTimers({
    now: Date.now() + seconds * 1000,
    doNotFake: [
      "hrtime",
      "nextTick",
      "performance",
      "queueMicrotask",
      "setImmediate",
      "clearImmediate",
      "setInterval",
      "clearInterval",
      "setTimeout",
      "clearTimeout",
    ],
  });

test("its access token is accepted, and its keys are fetched once", async () => {
  const { ask, fetches } = await installation();
  const token = await provider.token();
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: "RS256", typ: "at+jwt" });
  expect(await ask(token)).toBe(person);
  expect(await ask(await provider.token())).toBe(person);
  expect(fetches()).toBe(1);
});

test.each(["ES256", "PS256"])(
  "a token it signed by %s is refused, though the key is its own",
  async (alg) => {
    await provider.order({ resource: { alg } });
    const { ask } = await installation();
    const token = await provider.token();
    expect(decodeProtectedHeader(token).alg).toBe(alg);
    expect(await ask(token)).toBe("token_invalid");
  },
);

test("a token for another API, and one that is no JWT at all, are refused", async () => {
  const { ask } = await installation();
  expect(await ask(await provider.token("urn:api:another"))).toBe("token_invalid");
  const opaque = await provider.token("");
  expect(opaque).not.toContain(".");
  expect(await ask(opaque)).toBe("token_invalid");
});

test("a token is good for its time and a minute", async () => {
  await provider.order({ resource: { ttl: 100 } });
  const token = await provider.token();
  const at = async (seconds: number) => (await installation(() => Date.now() + seconds * 1000)).ask(token);
  expect([await at(90), await at(150), await at(170)]).toEqual([person, person, "token_expired"]);
});

test("what Entra's claims say decides, whoever signs", async () => {
  const { ask } = await installation();
  const wrong: [object, string][] = [
    [{ tid: "99999999-3f0a-4c5e-9a61-0d6f2b8e4a10" }, "token_invalid"],
    [{ azp: "another" }, "token_invalid"],
    [{ ver: "1.0" }, "token_invalid"],
    [{ scp: undefined }, "scope_missing"],
    [{ roles: [] }, "role_missing"],
    [{ nbf: Math.floor(Date.now() / 1000) + 300 }, "token_invalid"],
  ];
  for (const [extra, failure] of wrong) {
    await provider.order({ claims: entraClaims(amara, extra) });
    expect([extra, await ask(await provider.token())]).toEqual([extra, failure]);
  }
});

test("a new key is found by itself, the old one is good as long as it is published, and no longer", async () => {
  const { ask, fetches } = await installation();
  const before = await provider.token();
  expect(await ask(before)).toBe(person);

  await provider.order({ keys: "added" });
  const rotated = await provider.token();
  expect(decodeProtectedHeader(rotated).kid).not.toBe(decodeProtectedHeader(before).kid);
  // Nobody can make the API hammer the provider with unknown keys.
  expect(await ask(rotated)).toBe("token_invalid");
  expect(fetches()).toBe(1);
  later(31);
  expect(await ask(rotated)).toBe(person);
  expect(await ask(before)).toBe(person);
  expect(fetches()).toBe(2);

  await provider.order({ keys: "replaced" });
  const last = await provider.token();
  later(31);
  expect(await ask(last)).toBe(person);
  expect(await ask(before)).toBe("token_invalid");
  expect(await ask(rotated)).toBe("token_invalid");
});

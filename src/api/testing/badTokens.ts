/** Tokens nobody should get in with: forged, foreign, stale, of the wrong kind, or cut to pieces. */
import { createHmac } from "node:crypto";
import {
  CompactEncrypt,
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { client, claimsOf as entraClaims, otherTid, type TestIssuer, tid } from "./issuer.ts";
import { amara } from "./organisation.ts";

export interface BadToken {
  title: string;
  /** The whole Authorization header; absent where there is none. */
  header: string | undefined;
  status: 401 | 403;
  code: "token_missing" | "token_invalid" | "token_expired" | "scope_missing" | "role_missing";
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

export async function badTokens(issuer: TestIssuer, now: number): Promise<BadToken[]> {
  const seconds = Math.floor(now / 1000);
  const good = entraClaims(now, { oid: amara, name: "Amara" });
  const kid = JSON.parse(Buffer.from((await issuer.sign(good)).split(".")[0]!, "base64url").toString())
    .kid as string;
  const stranger = await generateKeyPair("RS256", { extractable: true });
  const bearer = (token: string) => `Bearer ${token}`;
  const signed = async (change: JWTPayload) => bearer(await issuer.sign({ ...good, ...change }));
  const without = async (...names: string[]) =>
    bearer(
      await issuer.sign(Object.fromEntries(Object.entries(good).filter(([key]) => !names.includes(key)))),
    );
  const byStranger = async (header: object = {}) =>
    bearer(
      await new SignJWT(good)
        .setProtectedHeader({ alg: "RS256", kid, ...header } as JWTHeaderParameters)
        .sign(stranger.privateKey),
    );
  const unsigned = (alg: string) => bearer(`${part({ alg })}.${part(good)}.`);
  const byPublicKey = (alg: "HS256" | "HS512", secret: string) => {
    const text = `${part({ alg, kid })}.${part(good)}`;
    const digest = createHmac(alg === "HS256" ? "sha256" : "sha512", secret)
      .update(text)
      .digest("base64url");
    return bearer(`${text}.${digest}`);
  };
  const real = await issuer.sign(good);
  const [head, body, signature] = real.split(".") as [string, string, string];
  const elliptic = await generateKeyPair("ES256");
  const jwk = await exportJWK(stranger.publicKey);

  const list: [string, string | undefined, BadToken["code"]?][] = [
    ["no header", undefined, "token_missing"],
    ["an empty header", "", "token_missing"],
    ["a scheme without a token", "Bearer", "token_missing"],
    ["a password", "Basic YWRtaW46YWRtaW4=", "token_missing"],
    ["two tokens", `Bearer ${real} ${real}`, "token_missing"],
    ["a token in quotes", `Bearer "${real}"`, "token_missing"],
    ["a word", bearer("nonsense")],
    ["three dots", bearer("...")],
    ["parts that are no JSON", bearer("YQ.YQ.YQ")],
    ["a list for claims", bearer(`${head}.${part([good])}.${signature}`)],
    ["a very long token", bearer("a".repeat(6_000))],
    ["no signature", bearer(`${head}.${body}.`)],
    ["two parts", bearer(`${head}.${body}`)],
    ["half a signature", bearer(`${head}.${body}.${signature.slice(0, 100)}`)],
    ["a signature of zeros", bearer(`${head}.${body}.${Buffer.alloc(256).toString("base64url")}`)],
    [
      "claims changed after signing",
      bearer(`${head}.${part({ ...good, roles: ["Triage.Admin"] })}.${signature}`),
    ],
    ["a header changed after signing", bearer(`${part({ alg: "RS256", kid, x: 1 })}.${body}.${signature}`)],
    ["the claims twice", bearer(`${head}.${body}.${body}.${signature}`)],
    ["unsigned, as a library writes it", bearer(new UnsecuredJWT(good).encode())],
    ["unsigned, alg None", unsigned("None")],
    ["unsigned, alg nOnE", unsigned("nOnE")],
    ["unsigned, no alg", bearer(`${part({ typ: "JWT" })}.${body}.`)],
    ["signed with the public key as a secret", byPublicKey("HS256", JSON.stringify(issuer.publicJwk))],
    ["signed with the key's modulus as a secret", byPublicKey("HS512", String(issuer.publicJwk.n))],
    ["signed with an empty secret", byPublicKey("HS256", "")],
    ["another's key under the right id", await byStranger()],
    ["another's key that it brings along", await byStranger({ jwk })],
    ["another's key at an address it names", await byStranger({ jku: "https://evil.example/keys" })],
    ["a certificate at an address it names", await byStranger({ x5u: "https://evil.example/cert" })],
    ["an unknown key id", await byStranger({ kid: "unknown" })],
    ["a key id that is a path", await byStranger({ kid: "../../../etc/passwd" })],
    ["a key id that is a statement", await byStranger({ kid: "' or 1=1 --" })],
    [
      "an elliptic curve",
      bearer(await new SignJWT(good).setProtectedHeader({ alg: "ES256", kid }).sign(elliptic.privateKey)),
    ],
    [
      "encrypted to us",
      bearer(
        await new CompactEncrypt(Buffer.from(JSON.stringify(good)))
          .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
          .encrypt(Buffer.alloc(32, 1)),
      ),
    ],
    ["expired", await signed({ exp: seconds - 61 }), "token_expired"],
    ["expired years ago", await signed({ exp: 1_000_000_000, nbf: 999_990_000 }), "token_expired"],
    ["not valid yet", await signed({ nbf: seconds + 61 })],
    ["without an end", await without("exp")],
    ["without a beginning", await without("nbf")],
    ["an end that is a text", await signed({ exp: String(seconds + 3600) as never })],
    ["for another API", await signed({ aud: "another" })],
    ["for our API by its address, as version 1", await signed({ aud: `api://${good.aud}` })],
    ["for the pane, as an ID token is", await signed({ aud: client })],
    ["for Graph", await signed({ aud: "00000003-0000-0000-c000-000000000000" })],
    ["without an audience", await without("aud")],
    ["of another issuer", await signed({ iss: "https://sts.example/v2.0" })],
    ["of version 1's issuer", await signed({ iss: `https://sts.windows.net/${tid}/` })],
    ["of the issuer for everybody", await signed({ iss: "https://login.microsoftonline.com/common/v2.0" })],
    ["of an issuer that begins alike", await signed({ iss: `${good.iss}/x` })],
    ["without an issuer", await without("iss")],
    ["of another organisation", await signed({ tid: otherTid })],
    ["of no organisation", await without("tid")],
    ["of several organisations", await signed({ tid: [tid] as never })],
    [
      "of the neighbour's issuer",
      await signed({ iss: `https://login.microsoftonline.com/${otherTid}/v2.0` }),
    ],
    ["from another client", await signed({ azp: "another" })],
    ["from no client", await without("azp")],
    ["from a client as version 1 names it", await signed({ azp: undefined, appid: client })],
    ["of version 1", await signed({ ver: "1.0" })],
    ["of version 2, as a number", await signed({ ver: 2 })],
    ["without a version", await without("ver")],
    ["without a person", await without("oid")],
    ["of a person that is a path", await signed({ oid: `${amara}/../x` })],
    ["of a person that is a number", await signed({ oid: 7 })],
    ["of nobody", await signed({ oid: "" })],
    ["of an application alone", await without("scp"), "scope_missing"],
    ["with another scope", await signed({ scp: "triage.user" }), "scope_missing"],
    ["with scopes as a list", await signed({ scp: ["triage.use"] }), "scope_missing"],
    ["with a scope in capitals", await signed({ scp: "TRIAGE.USE" }), "scope_missing"],
    ["without a role", await without("roles"), "role_missing"],
    ["with a role of another application", await signed({ roles: ["Other.Admin"] }), "role_missing"],
    ["with a role in other letters", await signed({ roles: ["triage.admin"] }), "role_missing"],
    ["with a role that is a text", await signed({ roles: "Triage.Admin" }), "role_missing"],
    [
      "with a role everything has",
      await signed({ roles: ["__proto__", "constructor", "toString"] }),
      "role_missing",
    ],
  ];
  return list.map(([title, header, code = "token_invalid"]) => ({
    title,
    header,
    code,
    status: code === "scope_missing" || code === "role_missing" ? 403 : 401,
  }));
}

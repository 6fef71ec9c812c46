/** The keys of an organisation, all derived from one secret that never leaves the data folder or the environment. */
import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unitInterval } from "../alignment/arms.ts";
import { StartFailure } from "./startFailure.ts";
import type { DepartmentKey } from "./store/schema.ts";

export interface TenantKeys {
  message: Buffer;
  arm: Buffer;
  /** encrypts the way back to messages */
  reference: Buffer;
  /** For the pane: the same for everybody in the organisation. */
  feature: string;
}

const secretBytes = 32;

const derive = (secret: Uint8Array, tenant: string, purpose: string) =>
  Buffer.from(hkdfSync("sha256", secret, tenant, purpose, 32));

export function tenantKeysOf(secret: Uint8Array): (tenant: string) => TenantKeys {
  const known = new Map<string, TenantKeys>();
  return (tenant) => {
    const keys = known.get(tenant) ?? {
      message: derive(secret, tenant, "concord message"),
      arm: derive(secret, tenant, "concord arm"),
      reference: derive(secret, tenant, "concord reference"),
      feature: derive(secret, tenant, "concord feature").toString("base64url"),
    };
    known.set(tenant, keys);
    return keys;
  };
}

const keyed = (key: Buffer, department: DepartmentKey, value: string) =>
  createHmac("sha256", key).update(`${department}\n${value}`).digest();

/** What is stored instead of the reference to a message. */
export const messageKeyOf = (keys: TenantKeys, department: DepartmentKey, messageRef: string): string =>
  keyed(keys.message, department, messageRef).toString("base64url");

/** The draw of a message in [0, 1): nobody can foresee it, re-opening cannot change it. */
export const drawOf = (keys: TenantKeys, department: DepartmentKey, messageKey: string): number =>
  unitInterval(keyed(keys.arm, department, messageKey));

/** The secret given (base64url, 32 bytes), or the one in the data folder, made there on the first start. */
export function secretFrom(given: string | undefined, dataDir: string): Buffer {
  if (given !== undefined) return checked(given, "CONCORD_KEY");
  const file = join(dataDir, "concord.key");
  if (existsSync(file)) return checked(readFileSync(file, "utf8").trim(), file);
  const secret = randomBytes(secretBytes);
  writeFileSync(file, secret.toString("base64url"), { mode: 0o600, flag: "wx" });
  return secret;
}

function checked(text: string, place: string): Buffer {
  const secret = Buffer.from(text, "base64url");
  if (secret.length === secretBytes) return secret;
  throw new StartFailure("keys_unreadable", `${place} must hold ${secretBytes} bytes as base64url.`);
}

/** The keys of an organisation, all derived from secrets that never leave the data folder or the environment. */
import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unitInterval } from "../alignment/arms.ts";
import { StartFailure } from "./startFailure.ts";
import { keepPrivate } from "./store/privateFile.ts";
import type { DepartmentKey } from "./store/schema.ts";

/** The secrets of an installation: written as `ROOT`, after a rotation as `ROOT:NEWEST,OLDER,…`, after a renewal as `ROOT:NEWEST,…:FEATURES`. */
export interface KeyRing {
  /** for references, and for features until their own was made: stays */
  root: Uint8Array;
  /** for the names of messages: the newest first, which new rows take; older ones still find theirs */
  messages: readonly Uint8Array[];
  /** for features, once renewed: one only, since what was hashed under another can be compared with nothing */
  features?: Uint8Array;
}

export interface TenantKeys {
  message: Buffer;
  /** from before a rotation */
  olderMessages: readonly Buffer[];
  arm: Buffer;
  /** encrypts the way back to messages */
  reference: Buffer;
  /** For the pane: the same for everybody in the organisation. */
  feature: string;
  /** names the feature key once it was renewed, so that nothing hashed under another is taken for its own */
  featureKeyId: string | undefined;
}

const secretBytes = 32;

const derive = (secret: Uint8Array, tenant: string, purpose: string) =>
  Buffer.from(hkdfSync("sha256", secret, tenant, purpose, 32));

export function tenantKeysOf(secrets: Uint8Array | KeyRing): (tenant: string) => TenantKeys {
  const ring: KeyRing = secrets instanceof Uint8Array ? { root: secrets, messages: [secrets] } : secrets;
  const [newest, ...older] = ring.messages as [Uint8Array, ...Uint8Array[]];
  const known = new Map<string, TenantKeys>();
  return (tenant) => {
    const keys = known.get(tenant) ?? {
      message: derive(newest, tenant, "concord message"),
      olderMessages: older.map((secret) => derive(secret, tenant, "concord message")),
      arm: derive(newest, tenant, "concord arm"),
      reference: derive(ring.root, tenant, "concord reference"),
      feature: derive(ring.features ?? ring.root, tenant, "concord feature").toString("base64url"),
      featureKeyId: ring.features && idOf(ring.features, tenant),
    };
    known.set(tenant, keys);
    return keys;
  };
}

const idOf = (secret: Uint8Array, tenant: string) =>
  derive(secret, tenant, "concord feature key id").toString("base64url").slice(0, 12);

const keyed = (key: Buffer, department: DepartmentKey, value: string) =>
  createHmac("sha256", key).update(`${department}\n${value}`).digest();

/** What is stored instead of the reference to a message. */
export const messageKeyOf = (keys: TenantKeys, department: DepartmentKey, messageRef: string): string =>
  keyed(keys.message, department, messageRef).toString("base64url");

/** All names a message may stand under: the one of today first, then those from before rotations. */
export const messageKeysOf = (keys: TenantKeys, department: DepartmentKey, messageRef: string): string[] => [
  messageKeyOf(keys, department, messageRef),
  ...keys.olderMessages.map((key) => keyed(key, department, messageRef).toString("base64url")),
];

/** The draw of a message in [0, 1): nobody can foresee it, re-opening cannot change it. */
export const drawOf = (keys: TenantKeys, department: DepartmentKey, messageKey: string): number =>
  unitInterval(keyed(keys.arm, department, messageKey));

/** The secrets given, or the ones in the data folder; undefined where there are none yet. Throws StartFailure. */
export function knownSecret(given: string | undefined, dataDir: string): KeyRing | undefined {
  if (given !== undefined) return ringIn(given, "CONCORD_KEY");
  const file = keyFile(dataDir);
  if (!existsSync(file)) return undefined;
  keepPrivate(file);
  return ringIn(textOf(file), file);
}

/** The same, made in the data folder on the first start. */
export function secretFrom(given: string | undefined, dataDir: string): KeyRing {
  const known = knownSecret(given, dataDir);
  if (known) return known;
  const secret = randomBytes(secretBytes);
  writeFileSync(keyFile(dataDir), secret.toString("base64url"), { mode: 0o600, flag: "wx" });
  return { root: secret, messages: [secret] };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    throw new StartFailure("keys_unreadable", `The keys in ${file} cannot be read (${code}).`);
  }
}

/** A name for a key that tells nothing of it. */
export const printOf = (secret: Uint8Array): string =>
  derive(secret, "", "concord print").toString("base64url").slice(0, 16);

/** Of the renewed feature key; undefined as long as it never was. */
export const featurePrintOf = ({ features }: KeyRing): string | undefined => features && printOf(features);

export const keyFile = (dataDir: string): string => join(dataDir, "concord.key");

export function ringIn(text: string, place: string): KeyRing {
  const [root = "", messages = root, features] = text.split(":");
  const secret = (one: string) => checked(one, place);
  return {
    root: secret(root),
    messages: messages.split(",").map(secret),
    ...(features === undefined ? {} : { features: secret(features) }),
  };
}

const textIn = (secret: Uint8Array) => Buffer.from(secret).toString("base64url");

export function ringText({ root, messages, features }: KeyRing): string {
  const isAlone = messages.length === 1 && Buffer.from(root).equals(messages[0]!);
  const names = isAlone && !features ? [] : [messages.map(textIn).join(",")];
  return [textIn(root), ...names, ...(features ? [textIn(features)] : [])].join(":");
}

/** A new key for the names of new messages; those of before still find their rows. */
export const rotated = (ring: KeyRing): KeyRing => ({
  ...ring,
  messages: [randomBytes(secretBytes), ...ring.messages],
});

/** Only the newest key for messages is left: rows under older names are found by nobody any more. */
export const retired = (ring: KeyRing): KeyRing => ({ ...ring, messages: ring.messages.slice(0, 1) });

/** A new key for features: what was hashed and learned under the old one is of no use any more. */
export const renewed = (ring: KeyRing): KeyRing => ({ ...ring, features: randomBytes(secretBytes) });

function checked(text: string, place: string): Buffer {
  const secret = Buffer.from(text, "base64url");
  if (secret.length === secretBytes) return secret;
  throw new StartFailure("keys_unreadable", `${place} must hold ${secretBytes} bytes as base64url.`);
}

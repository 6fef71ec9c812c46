/** Keys change without a message losing its past: new names for new messages, the old ones still found, features unchanged. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  keyFile,
  messageKeyOf,
  messageKeysOf,
  renewed,
  retired,
  ringIn,
  ringText,
  rotated,
  secretFrom,
  tenantKeysOf,
} from "./keys.ts";

const secret = randomBytes(32);
const ring = { root: secret, messages: [secret] };
const department = "t/service";

test("after a rotation new names differ, the old ones are still among those looked for, and models keep what they know", () => {
  const before = tenantKeysOf(ring)("t");
  const after = tenantKeysOf(rotated(rotated(ring)))("t");
  const old = messageKeyOf(before, department, "ref");
  expect(messageKeyOf(after, department, "ref")).not.toBe(old);
  expect(messageKeysOf(after, department, "ref")).toHaveLength(3);
  expect(messageKeysOf(after, department, "ref").at(-1)).toBe(old);
  expect([after.feature, after.reference]).toEqual([before.feature, before.reference]);
  expect(after.arm).not.toEqual(before.arm);
});

test("once the old keys are retired, nobody can find the old names any more", () => {
  const after = tenantKeysOf(retired(rotated(ring)))("t");
  const old = messageKeyOf(tenantKeysOf(ring)("t"), department, "ref");
  expect(messageKeysOf(after, department, "ref")).toHaveLength(1);
  expect(messageKeysOf(after, department, "ref")).not.toContain(old);
  expect(after.feature).toBe(tenantKeysOf(ring)("t").feature);
});

test("a ring is written and read as one line; one secret alone is written as before", () => {
  expect(ringText(ring)).toBe(secret.toString("base64url"));
  for (const one of [ring, rotated(ring), rotated(rotated(ring)), retired(rotated(ring))])
    expect(ringText(ringIn(ringText(one), "here"))).toBe(ringText(one));
  expect(() => ringIn("short", "CONCORD_KEY")).toThrow("CONCORD_KEY must hold");
  expect(() => ringIn(`${ringText(ring)}:`, "CONCORD_KEY")).toThrow("CONCORD_KEY must hold");
});

test("a renewal gives features a key of their own and leaves the names of messages and the way back to them", () => {
  const before = tenantKeysOf(ring)("t");
  const once = renewed(rotated(ring));
  const after = tenantKeysOf(once)("t");
  expect(before.featureKeyId).toBeUndefined();
  expect(after.featureKeyId).toMatch(/^[\w-]{12}$/);
  expect(after.feature).not.toBe(before.feature);
  expect(after.reference).toEqual(before.reference);
  expect(messageKeysOf(after, department, "ref")).toContain(messageKeyOf(before, department, "ref"));
  const twice = tenantKeysOf(renewed(once))("t");
  expect([twice.feature, twice.featureKeyId]).not.toContain(after.feature);
  expect(twice.featureKeyId).not.toBe(after.featureKeyId);
  expect(tenantKeysOf(once)("u").featureKeyId).not.toBe(after.featureKeyId);
});

test("the features' key is the third part of the line, and stays when message keys rotate and retire", () => {
  const one = renewed(ring);
  expect(ringText(one).split(":")).toHaveLength(3);
  for (const next of [one, rotated(one), retired(rotated(one))]) {
    const read = ringIn(ringText(next), "here");
    expect(ringText(read)).toBe(ringText(next));
    expect(tenantKeysOf(read)("t").feature).toBe(tenantKeysOf(one)("t").feature);
  }
  expect(ringIn(ringText(rotated(ring)), "here").features).toBeUndefined();
  expect(() => ringIn(`${ringText(rotated(ring))}:`, "CONCORD_KEY")).toThrow("CONCORD_KEY must hold");
});

test("the file is made once, for its owner only, and read after a rotation", () => {
  const folder = mkdtempSync(join(tmpdir(), "concord-keys-"));
  const made = secretFrom(undefined, folder);
  expect(ringText(secretFrom(undefined, folder))).toBe(ringText(made));
  writeFileSync(keyFile(folder), ringText(rotated(made)));
  expect(secretFrom(undefined, folder).messages).toHaveLength(2);
  expect(readFileSync(keyFile(folder), "utf8")).toContain(":");
  rmSync(folder, { recursive: true });
});

/** Keys are rotated under a running organisation: messages of before are still known, new ones get new names. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { type KeyRing, messageKeyOf, retired, rotated, tenantKeysOf } from "../keys.ts";
import { verify } from "../store/verify.ts";
import { newRef, open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { startIssuer, type TestIssuer, tid } from "../testing/issuer.ts";
import { amara, jonas } from "../testing/organisation.ts";

const secret = Buffer.alloc(32, 7);
const first: KeyRing = { root: secret, messages: [secret] };
const service = `${tid}/service`;

let folder = "";
let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
  folder = mkdtempSync(join(tmpdir(), "concord-rotation-"));
});
afterAll(async () => {
  await issuer.close();
  rmSync(folder, { recursive: true });
});

const start = (ring: KeyRing) =>
  startTestApi({ place: { file: join(folder, "concord.db") }, ring, issuer, policy: { blindShare: 0 } });

async function answer(api: TestApi, oid: string, messageRef: string) {
  const { request, opened } = await open(api, oid, { messageRef });
  const url = `/api/verdicts/${opened.predictionId}`;
  const given = await api.send("PUT", url, await api.token(oid), verdictOn(request));
  return { opened, status: given.status };
}

test("old messages keep their past through two rotations, new ones stand under the new key, until the old are retired", async () => {
  const [old, fresh] = [newRef(), newRef()];
  const before = await start(first);
  const { opened } = await answer(before, amara, old);
  await before.close();

  const ring = rotated(rotated(first));
  const after = await start(ring);
  const again = await open(after, jonas, { messageRef: old });
  expect(again.opened.known?.by.kind).toBe("colleague");
  expect(again.opened.messageKey).toBe(opened.messageKey);
  expect((await answer(after, jonas, old)).status).toBe(200);
  const late = verdictOn({ messageRef: old }, { verdict: { kind: "unsure" } });
  const url = `/api/verdicts/${opened.predictionId}`;
  expect((await after.send("PUT", url, await after.token(amara), late)).status).toBe(200);
  const made = await answer(after, amara, fresh);
  expect(made.opened.messageKey).toBe(messageKeyOf(tenantKeysOf(ring)(tid), service, fresh));
  const move = { moveId: v7(), messageRef: old, toDepartmentId: "help-desk", decidedAt: after.clock.now };
  const moved = await after.send(
    "POST",
    `/api/predictions/${opened.predictionId}/move`,
    await after.token(amara),
    move,
  );
  expect(moved.status).toBe(200);
  expect((await verify(after.store, service)).differences).toEqual([]);
  await after.close();

  const last = await start(retired(ring));
  expect((await open(last, jonas, { messageRef: fresh })).opened.known).toBeDefined();
  expect((await open(last, jonas, { messageRef: old })).opened.known).toBeUndefined();
  await last.close();
});

/** A backup by the command, put back as the guide says, is the same store; an erasure since then is repeated. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { verify } from "../store/verify.ts";
import { newRef, open, startTestApi, verdictOn } from "../testing/api.ts";
import { placesOf } from "../testing/everyValue.ts";
import { startIssuer, tid } from "../testing/issuer.ts";
import { amara, jonas, priya } from "../testing/organisation.ts";

const root = join(__dirname, "..", "..", "..");
const service = `${tid}/service`;

function store(verb: string, dataDir: string, ...more: string[]): string {
  const cli = join(root, "src", "api", "store.cli.ts");
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
  return execFileSync(process.execPath, ["--import", "tsx", cli, verb, ...more], {
    cwd: root,
    env,
    encoding: "utf8",
  });
}

test("what was answered is there after a restore, verified; who was erased since is erased again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "concord-restore-"));
  const [data, restored] = [join(folder, "data"), join(folder, "restored")];
  for (const one of [data, restored]) mkdirSync(one);
  const issuer = await startIssuer();
  const at = (dir: string) =>
    startTestApi({ place: { file: join(dir, "concord.db") }, issuer, policy: { blindShare: 0 } });
  const admin = { roles: ["Triage.Staff", "Triage.Admin"] };
  const messageRef = newRef();

  const before = await at(data);
  await before.send("GET", "/api/me", await before.token(amara, { name: "Amara Okafor" }));
  const { request, opened } = await open(before, amara, { messageRef });
  const url = `/api/verdicts/${opened.predictionId}`;
  await before.send("PUT", url, await before.token(amara), verdictOn(request, { note: "words of Amara" }));
  const backup = join(folder, "backup.db");
  expect(store("backup", data, backup)).toContain("Backed up to");
  const erase = async (api: typeof before) => {
    const body = { erasureId: v7(), forgetLearned: false };
    const path = `/api/admin/people/${amara}/erasure`;
    const answer = await api.send("POST", path, await api.token(priya, admin), body);
    expect(answer.json().finishedAt).toBeDefined();
  };
  await erase(before);
  expect(await placesOf(before.store, "words of Amara")).toEqual([]);
  await before.close();

  copyFileSync(backup, join(restored, "concord.db"));
  expect(store("verify", restored)).toContain("no differences");
  const after = await at(restored);
  expect(await placesOf(after.store, "words of Amara")).toEqual(["feedback.note"]);
  expect((await open(after, jonas, { messageRef })).opened.known?.by).toMatchObject({ name: "Amara Okafor" });
  await erase(after);
  expect(await placesOf(after.store, "words of Amara")).toEqual([]);
  expect(await placesOf(after.store, amara)).toEqual([]);
  expect((await verify(after.store, service)).differences).toEqual([]);
  await after.close();
  await issuer.close();
  rmSync(folder, { recursive: true });
});

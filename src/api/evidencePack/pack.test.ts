/** The pack as its reader gets it: every file there, checked by the verifier in it, and nothing of anybody's mail. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { v7 } from "uuid";
import { open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { agreeOn } from "../testing/objectives.ts";
import { amara, mei, priya } from "../testing/organisation.ts";

const subject = "the secret subject of Zanzibar";
const note = "a note about Mombasa";
let api: TestApi;
let folder: string;

beforeEach(async () => {
  api = await startTestApi({ policy: { blindShare: 0.25 } });
  folder = mkdtempSync(join(tmpdir(), "concord-pack-"));
});
afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const base = "/api/departments/service";

async function lived() {
  await agreeOn(api);
  const { request, opened } = await open(api, amara, { features: api.featuresFor(subject) });
  const said = verdictOn(request, { reason: "definitionUnclear", note });
  await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(amara), said);
  const review = `${base}/reviews/${v7()}`;
  await api.send("PUT", review, await api.token(priya), {});
  await api.send("POST", `${review}/closing`, await api.token(priya), {});
}

async function unpack(): Promise<string[]> {
  const headers = { authorization: `Bearer ${await api.token(priya)}` };
  const answer = await api.app.inject({ method: "GET", url: `${base}/evidence-pack.zip`, headers });
  expect(answer.headers["content-type"]).toBe("application/zip");
  expect(answer.headers["content-disposition"]).toContain("evidence-service-2026-11-23.zip");
  const zip = answer.rawPayload;
  const names: string[] = [];
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    const [packed, length, start] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString("utf8", at + 46, at + 46 + length);
    const body = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    writeFileSync(join(folder, name), inflateRawSync(zip.subarray(body, body + packed)));
    names.push(name);
    at += 46 + length;
  }
  return names;
}

const verify = () => {
  try {
    return execFileSync(process.execPath, [join(folder, "verify.mjs")], {
      encoding: "utf8",
      stdio: "pipe",
    }).trim();
  } catch (fault) {
    return (fault as { stderr: string }).stderr.trim();
  }
};
const edit = (name: string, from: string | RegExp, to: string) =>
  writeFileSync(join(folder, name), readFileSync(join(folder, name), "utf8").replace(from, to));

test("holds what was agreed, checked, decided and kept, and its own verifier finds it whole", async () => {
  await lived();
  expect((await unpack()).sort()).toEqual(
    [
      "README.md",
      "audit.jsonl",
      "blind-checks.json",
      "deeds.json",
      "manifest.json",
      "models.json",
      "objectives.json",
      "retention.json",
      "reviews.json",
      "verify.mjs",
    ].sort(),
  );
  expect(verify()).toMatch(/^\d+ audit entries and 1 closed reviews are as they were written\.$/);
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  expect(read("objectives.json").objectives[0].versions[0].target).toBe(0.8);
  expect(read("blind-checks.json").policies[0].blindShare).toBe(0.25);
  expect(read("retention.json")).toMatchObject({ retentionDays: 730, feedback: { overdue: 0 } });
  expect(read("deeds.json").deeds.map(({ action }: { action: string }) => action)).toContain(
    "objective agreed",
  );
});

test("no word of mail, no note and no account is in it", async () => {
  await lived();
  const names = await unpack();
  const all = names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  for (const secret of ["Zanzibar", "Mombasa", amara, priya]) expect(all).not.toContain(secret);
});

test("a changed entry, a removed entry and a changed review are found by the verifier", async () => {
  await lived();
  await unpack();
  const whole = new Map(
    ["audit.jsonl", "reviews.json"].map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  const restore = () => {
    for (const [name, text] of whole) writeFileSync(join(folder, name), text);
  };
  edit("audit.jsonl", '"action":"verdict"', '"action":"undo"');
  expect(verify()).toMatch(/audit chain is broken at entry \d+/);
  restore();
  edit("audit.jsonl", /^.*\n/, "");
  expect(verify()).toMatch(/audit chain is broken/);
  restore();
  edit("reviews.json", '\\"target\\":0.8', '\\"target\\":0.7');
  expect(verify()).toMatch(/review .* is not what was closed/);
  restore();
  expect(verify()).toMatch(/as they were written/);
});

test("staff and other departments get none", async () => {
  mkdirSync(folder, { recursive: true });
  expect((await api.send("GET", `${base}/evidence-pack`, await api.token(amara))).json().code).toBe(
    "role_missing",
  );
  expect((await api.send("GET", `${base}/evidence-pack`, await api.token(mei))).json().code).toBe(
    "department_unknown",
  );
  const { fileName, base64 } = (
    await api.send("GET", `${base}/evidence-pack`, await api.token(priya))
  ).json();
  expect([fileName, Buffer.from(base64, "base64").toString("latin1", 0, 2)]).toEqual([
    "evidence-service-2026-11-23.zip",
    "PK",
  ]);
});

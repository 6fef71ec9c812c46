/** Words planted in subject, body, addresses and notes are looked for everywhere: files, logs, answers, exports. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import type { ConfiguredDepartment } from "../../triage/configuration.ts";
import { newRef, openingOf, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { tid } from "../testing/issuer.ts";
import { amara, jonas, priya } from "../testing/organisation.ts";
import { protectOnce } from "./schedule.ts";

jest.setTimeout(120_000);

const subject = "MARKERSUBJECT of a letter";
const body = "MARKERBODY, write to markeraddress@example.com or call.";
const sender = "markersender@example.com";
const text = { subject, body, sender };
const contentMarkers = ["MARKERSUBJECT", "MARKERBODY", "markeraddress", "markersender"];
const note = "MARKERNOTE as the author wrote it";
const name = "MARKERNAME Okafor";

let folder = "";
let api: TestApi;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "concord-markers-"));
  const place = { file: join(folder, "concord.db") };
  api = await startTestApi({ place, policy: { blindShare: 0, retentionDays: 100 } });
});
afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const admin = () => api.token(priya, { roles: ["Triage.Staff", "Triage.Lead", "Triage.Admin"] });

/** Every way in that carries content: features made of it, the text itself, a note, a name; then what is done with it. */
async function plant(): Promise<void> {
  const token = await api.token(amara, { name });
  await api.send("GET", "/api/me", token);
  for (const sending of ["features", "text"] as const) {
    const url = "/api/admin/departments/service";
    const { id: _, ...seen } = (await api.send("GET", url, await admin())).json() as ConfiguredDepartment;
    await api.send("PUT", url, await admin(), { ...seen, policy: { ...seen.policy, sending } });
    for (let i = 0; i < 3; i++) {
      const { features: __, ...bare } = openingOf(api, { messageRef: newRef() });
      const request =
        sending === "text" ? { ...bare, text } : { ...bare, features: api.featuresFor(subject, body) };
      const opened = await api.send("POST", "/api/predictions", token, request);
      expect(opened.status).toBe(200);
      const at = `/api/verdicts/${opened.json().predictionId}`;
      const verdict = verdictOn(request, {
        note,
        verdict: { kind: "holds", category: "contract", priority: "high" },
      });
      expect((await api.send("PUT", at, token, verdict)).status).toBe(200);
      if (i === 1) await api.send("DELETE", `${at}?feedbackId=${verdict.feedbackId}`, token);
      if (i === 2) {
        const move = {
          moveId: v7(),
          messageRef: request.messageRef,
          toDepartmentId: "help-desk",
          decidedAt: api.clock.now,
        };
        expect(
          (await api.send("POST", `/api/predictions/${opened.json().predictionId}/move`, token, move)).status,
        ).toBe(200);
      }
    }
  }
  // Content where it does not belong: refused, and repeated nowhere.
  const wrong = [
    { ...openingOf(api), subject },
    { ...openingOf(api), text: { ...text, more: body } },
    { ...openingOf(api), departmentId: subject },
  ];
  for (const one of wrong)
    expect((await api.send("POST", "/api/predictions", token, one)).status).toBeGreaterThanOrEqual(400);
  await api.send(
    "GET",
    `/api/departments/${encodeURIComponent(subject)}/summary?from=${encodeURIComponent(body)}`,
    token,
  );
  await api.learn();
}

const readable = [
  "/api/me",
  "/api/departments/service/summary?from=2026-11-01&to=2026-11-30",
  "/api/admin/overview",
  "/api/admin/configuration",
  "/api/admin/departments/service/versions",
  "/api/admin/audit?departmentId=service&limit=200",
  "/api/admin/audit?departmentId=help-desk&limit=200",
  "/api/admin/diagnostics",
  "/openapi.json",
  "/metrics",
  "/healthz",
  "/readyz",
];

async function answers(): Promise<string> {
  const token = await admin();
  const texts = await Promise.all(readable.map(async (url) => (await api.send("GET", url, token)).text));
  return texts.join("\n");
}

const files = () =>
  ["concord.db", "concord.db-wal", "concord.db-shm"]
    .map((file) => join(folder, file))
    .filter(existsSync)
    .map((file) => readFileSync(file).toString("latin1"))
    .join("\n");

/** The log of deeds, as it lies in the table: every line of every department. */
const logLines = async () => {
  const rows = await api.store.db.selectFrom("audit").selectAll().execute();
  expect(rows.length).toBeGreaterThan(10);
  return rows.map((row) => JSON.stringify(row)).join("\n");
};

const people = async () => {
  const all = [amara, jonas].map(
    async (oid) => (await api.send("GET", `/api/admin/people/${oid}/export`, await admin())).text,
  );
  return (await Promise.all(all)).join("\n");
};

const found = (markers: readonly string[], where: string) => markers.filter((one) => where.includes(one));

test("nothing of a mail is anywhere: not in the file, its log, the lines, the answers or the exports", async () => {
  await plant();
  const everywhere = [files(), api.lines.join("\n"), await answers(), await people(), await logLines()];
  for (const where of everywhere) expect(found(contentMarkers, where)).toEqual([]);
  expect(api.faults).toEqual([]);
});

test("a note is where it belongs, in the feedback and its author's export, and in no line or figure", async () => {
  await plant();
  expect(found(["MARKERNOTE"], files())).toEqual(["MARKERNOTE"]);
  expect(found(["MARKERNOTE", "MARKERNAME"], api.lines.join("\n"))).toEqual([]);
  expect(found(["MARKERNOTE"], await answers())).toEqual([]);
  expect(found(["MARKERNOTE", "MARKERNAME", amara], await logLines())).toEqual([]);
  const own = await api.send("GET", `/api/admin/people/${amara}/export`, await admin());
  expect(found(["MARKERNOTE"], own.text)).toEqual(["MARKERNOTE"]);
  const others = await api.send("GET", `/api/admin/people/${jonas}/export`, await admin());
  expect(found(["MARKERNOTE", "MARKERNAME"], others.text)).toEqual([]);
});

test("after erasure, nothing of the person can be read from the files, to the last byte", async () => {
  await plant();
  expect(found(["MARKERNOTE", "MARKERNAME", amara], files())).toHaveLength(3);
  const request = { erasureId: v7(), forgetLearned: true };
  const erased = await api.send("POST", `/api/admin/people/${amara}/erasure`, await admin(), request);
  expect(erased.json().finishedAt).toBeDefined();
  expect(found(["MARKERNOTE", "MARKERNAME", amara], files())).toEqual([]);
  expect(found([amara, "MARKERNAME"], api.lines.join("\n"))).toEqual([]);
});

test("after erasure and retention, nothing of the person can be read anywhere: files, log of deeds, lines, answers, exports", async () => {
  await plant();
  const words = ["MARKERNOTE", "MARKERNAME"];
  const request = { erasureId: v7(), forgetLearned: true, words: ["MARKERNAME Okafor"] };
  await api.send("POST", `/api/admin/people/${amara}/erasure`, await admin(), request);
  api.clock.now += 101 * 86_400_000;
  await protectOnce({ store: api.store, tenants: [tid], now: () => api.clock.now });
  const everywhere = [files(), await logLines(), api.lines.join("\n"), await answers(), await people()];
  // An export says whose it is, because it was asked for by that account.
  everywhere[4] = everywhere[4]!.replaceAll(`"account":"${amara}"`, "");
  for (const where of everywhere) expect(found([...words, amara, ...contentMarkers], where)).toEqual([]);
});

test("a configuration that was read before an erasure is refused, so that it brings no name back", async () => {
  await plant();
  const read = async () => (await api.send("GET", "/api/admin/configuration", await admin())).json();
  const apply = async (body: object) => api.send("PUT", "/api/admin/configuration", await admin(), body);
  const before = await read();
  expect(JSON.stringify(before)).toContain(amara);
  const request = { erasureId: v7(), forgetLearned: false };
  await api.send("POST", `/api/admin/people/${amara}/erasure`, await admin(), request);
  const refused = await apply(before);
  expect([refused.status, refused.json().code]).toEqual([409, "changed_meanwhile"]);
  const after = await read();
  expect(JSON.stringify(after)).not.toContain(amara);
  expect((await apply(after)).status).toBe(200);
  expect(found([amara], files())).toEqual([]);
});

test("after retention, nothing of the time before is left in the files but numbers", async () => {
  await plant();
  const keys = await api.store.db.selectFrom("feedback").select("message_key").distinct().execute();
  expect(keys.length).toBeGreaterThan(5);
  api.clock.now += 101 * 86_400_000;
  await protectOnce({ store: api.store, tenants: [tid], now: () => api.clock.now });
  const names = keys.map(({ message_key }) => message_key);
  expect(found(["MARKERNOTE", "MARKERNAME", ...names], files())).toEqual([]);
});

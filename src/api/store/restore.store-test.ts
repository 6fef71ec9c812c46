/** Restoring by one command: a checked backup takes the database's place, and nothing is lost or touched otherwise. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open, startTestApi, verdictOn } from "../testing/api.ts";
import { amara } from "../testing/organisation.ts";

const root = join(__dirname, "..", "..", "..");
let folder = "";
let backup = "";
/** with one message more */
let later = "";
const folderOf = (name: string) => join(folder, name);
const fileOf = (name: string) => join(folder, name, "concord.db");

function store(dataDir: string, words: readonly string[], more: Record<string, string> = {}) {
  const env = { ...process.env, DATA_DIR: folderOf(dataDir), DATABASE_URL: "", ...more };
  const args = ["--import", "tsx", join(root, "src", "api", "store.cli.ts"), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

async function answeredOnce(name: string) {
  mkdirSync(folderOf(name));
  const api = await startTestApi({ place: { file: fileOf(name) }, policy: { blindShare: 0 } });
  const { request, opened } = await open(api, amara);
  await api.send("PUT", `/api/verdicts/${opened.predictionId}`, await api.token(amara), verdictOn(request));
  return api;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "concord-restoring-"));
  backup = join(folder, "backup.db");
  later = join(folder, "later.db");
  const api = await answeredOnce("first");
  expect(store("first", ["backup", backup]).status).toBe(0);
  await open(api, amara);
  expect(store("first", ["backup", later]).status).toBe(0);
  await api.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a backup comes into an empty data folder, verified", () => {
  mkdirSync(folderOf("empty"));
  const { status, said } = store("empty", ["restore", backup]);
  expect([status, said]).toEqual([0, expect.stringMatching(/service: 1 messages, no differences/)]);
  expect(readdirSync(folderOf("empty"))).toEqual(["concord.db"]);
  expect(store("empty", ["verify"]).said).toContain("service: 1 messages, no differences");
});

test("a database is replaced only when asked, and kept beside whole", () => {
  mkdirSync(folderOf("old"));
  store("old", ["restore", later]);
  expect(store("old", ["restore", backup])).toMatchObject({ status: 65 });
  const { status, said } = store("old", ["restore", backup, "--replace"]);
  expect([status, said]).toEqual([0, expect.stringContaining("kept as")]);
  expect(store("old", ["verify"]).said).toContain("service: 1 messages");
  const kept = readdirSync(folderOf("old")).filter((name) => !/^concord\.db(-wal|-shm)?$/.test(name));
  expect(kept).toEqual([expect.stringMatching(/^concord\.db\.before-\d{4}-/)]);
  mkdirSync(folderOf("kept"));
  expect(store("kept", ["restore", join(folderOf("old"), kept[0]!)]).said).toContain("2 messages");
});

test("while Concord runs on a database it is not replaced, and goes on", async () => {
  const api = await answeredOnce("used");
  const { status, said } = store("used", ["restore", backup, "--replace"]);
  expect([status, said]).toEqual([65, expect.stringContaining("stop Concord first")]);
  await open(api, amara);
  expect(store("used", ["verify"]).said).toContain("service: 2 messages, no differences");
  await api.close();
});

test("a damaged backup, an empty file and no file are refused, and the database stays as it was", () => {
  mkdirSync(folderOf("safe"));
  store("safe", ["restore", backup]);
  const before = readFileSync(fileOf("safe"));
  const [damaged, empty] = [join(folder, "damaged.db"), join(folder, "empty.db")];
  writeFileSync(damaged, readFileSync(backup).subarray(0, 20_000));
  writeFileSync(empty, "");
  for (const wrong of [damaged, empty, join(folder, "none.db")])
    expect(store("safe", ["restore", wrong, "--replace"]).status).toBe(65);
  expect(store("safe", ["verify"]).said).toContain("service: 1 messages, no differences");
  expect(readFileSync(fileOf("safe")).length).toBe(before.length);
  expect(readdirSync(folderOf("safe"))).toEqual(["concord.db"]);
});

test("with PostgreSQL it says to import, and touches nothing", () => {
  const place = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
  const { status, said } = store("none", ["restore", backup], place);
  expect([status, said.trim()]).toEqual([65, expect.stringContaining("use import")]);
  expect(existsSync(folderOf("none"))).toBe(false);
});

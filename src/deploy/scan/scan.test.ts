/** The scan finds what was planted, in a file, in what was deleted long ago and in a commit's words, and says no secret aloud. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { advisoriesIn } from "./advisories.ts";
import { type LockFile, licenceFaults } from "./licences.ts";
import { ownShapes } from "./ownShapes.ts";

const root = join(__dirname, "..", "..", "..");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "concord-scan-"));
  git("init", "-q");
  const own = { name: "x", version: "1.0.0", dependencies: { ms: "2.1.3" } };
  const packages = { "": own, "node_modules/ms": { version: "2.1.3", license: "MIT" } };
  put("package.json", JSON.stringify(own));
  put("package-lock.json", JSON.stringify({ name: "x", version: "1.0.0", lockfileVersion: 3, packages }));
  commit("begin");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]) => {
  const who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
  const { status, stderr } = spawnSync("git", [...who, ...args], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
};
const put = (name: string, content: string) => writeFileSync(join(folder, name), content);
const commit = (words: string) => {
  git("add", "-A");
  git("commit", "-q", "--allow-empty", "-m", words);
};
const scan = () => {
  const command = ["--import", "tsx", join("src", "deploy", "scan.cli.ts"), folder];
  const { status, stdout } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: "utf8",
    // The registry is not asked by a test.
    env: { ...process.env, npm_config_registry: "http://127.0.0.1:9/", npm_config_fetch_retries: "0" },
  });
  return { status, said: stdout };
};

// Put together here, so that this file holds none itself.
const token = `ghp_${"wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx"}`;
const database = `postgres://concord:${"Xk7pQ2vM9z"}@db.northwind.example/concord`;

test("a clean repository ends with 0, and what could not be asked is said", () => {
  const { status, said } = scan();
  expect(said).toContain("Nothing was found");
  expect(said).toContain("Advisories: NOT looked at");
  expect(status).toBe(0);
}, 60_000);

test("a secret is told by file and line, not by what it is; one that was deleted, or stood in a commit's words, too", () => {
  put("settings.txt", `one\ntwo\n${token}\n`);
  commit("add settings");
  rmSync(join(folder, "settings.txt"));
  commit("remove settings");
  commit(`note the password\n\n${database}`);
  put("notes.txt", `\n${database}\n`);
  const { status, said } = scan();
  expect(status).toBe(1);
  expect(said).toMatch(/^ {2}notes\.txt:2: database-connection-string/m);
  expect(said).toMatch(/^ {2}settings\.txt \(as of [0-9a-f]{12}\):3: github/m);
  expect(said).toMatch(/^ {2}commit \(as of [0-9a-f]{12}\):\d+: database-connection-string/m);
  for (const secret of [token, database, "Xk7pQ2vM9z"]) expect(said).not.toContain(secret);
}, 60_000);

test("each shape of our own is known when it is seen", () => {
  const made = [
    `-----BEGIN PRIVATE KEY-----\n${"A".repeat(64)}`,
    `AKIA${"A".repeat(16)}`,
    `ghp_${"a".repeat(36)}`,
    `xoxb-${"1".repeat(24)}`,
    `AIza${"a".repeat(35)}`,
    `sk-${"a".repeat(40)}`,
    `npm_${"a".repeat(36)}`,
    `abc8Q~${"a".repeat(34)}`,
    `eyJ${"a".repeat(20)}.eyJ${"a".repeat(20)}.${"a".repeat(43)}`,
    `AccountKey=${"a".repeat(86)}==`,
  ];
  const known = (text: string) => ownShapes.filter(([, shape]) => shape.test(text)).map(([name]) => name);
  expect(made.map((one) => known(` ${one} `))).toEqual(ownShapes.map(([name]) => [name]));
});

const lock = (license?: string, dev?: boolean): LockFile => ({
  packages: {
    "": { version: "1.0.0" },
    "node_modules/a/node_modules/b": {
      version: "2.0.0",
      ...(license ? { license } : {}),
      ...(dev ? { dev } : {}),
    },
  },
});

test.each([
  ["MIT", 0],
  ["(GPL-3.0 OR MIT)", 0],
  ["(MIT AND Apache-2.0)", 0],
  ["GPL-3.0-only", 1],
  ["(MIT AND GPL-3.0)", 1],
  ["SEE LICENSE IN LICENSE", 1],
  [undefined, 1],
])("the licence %s of a package of production has %s faults", (license, faults) => {
  expect(licenceFaults(lock(license))).toHaveLength(faults);
  expect(licenceFaults(lock(license, true))).toEqual([]);
});

test("this project's own licences are all allowed", () => {
  const own = require(join(root, "package-lock.json")) as LockFile;
  expect(licenceFaults(own)).toEqual([]);
});

test("advisories are told by name, weight and why; no answer is no clean bill", () => {
  const via = [{ title: "Prototype pollution" }, "other"];
  const report = { vulnerabilities: { lib: { severity: "high", via } } };
  expect(advisoriesIn(`npm warn x\n${JSON.stringify(report)}`)).toEqual({
    found: ["lib (high): Prototype pollution; by other"],
  });
  expect(advisoriesIn('{"vulnerabilities":{}}')).toEqual({ found: [] });
  expect(advisoriesIn('{"message":"405 Method Not Allowed"}')).toEqual({
    unanswered: "405 Method Not Allowed",
  });
  expect(advisoriesIn("")).toEqual({ unanswered: "npm audit said nothing that can be read" });
});

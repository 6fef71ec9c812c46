/**
 * Whatever an administrator mistypes, names wrongly or gives damaged: every command ends with a sentence and a code, never a stack.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { printOf, renewed, ringIn, ringText, secretFrom } from "../api/keys.ts";
import { noteKeyUse } from "../api/store/keyUse.ts";
import { openStore } from "../api/store/store.ts";
import { open, startTestApi } from "../api/testing/api.ts";
import { tid } from "../api/testing/issuer.ts";
import { amara } from "../api/testing/organisation.ts";
import { type Command, endingOf, runCommand } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-commands-"));
const at = (...names: string[]) => join(folder, ...names);
const given = { ...process.env };
const before = process.umask(0o022);
afterAll(() => {
  process.umask(before);
  process.env = given;
  rmSync(folder, { recursive: true, force: true });
});

interface Told {
  code: number;
  out: string;
  err: string;
}

/** Loading it runs it once, with a word that none of them knows, so that it does nothing; how that ends is not looked at. */
async function commandOf(tool: string): Promise<Command> {
  const argv = process.argv;
  process.argv = [...argv.slice(0, 2), "--only-loaded"];
  const { command, ended } = await import(join("..", `${tool}.cli.ts`));
  await ended;
  process.argv = argv;
  return command;
}

/** Runs a command as its npm script does, in this process: what it prints, and what it ends with. */
async function run(tool: string, args: readonly string[], env: Record<string, string>): Promise<Told> {
  const [out, err]: string[][] = [[], []];
  const spies = [
    jest.spyOn(process.stdout, "write").mockImplementation((text) => out!.push(String(text)) > 0),
    jest.spyOn(console, "log").mockImplementation((text) => void out!.push(`${text}\n`)),
    jest.spyOn(console, "error").mockImplementation((text) => void err!.push(`${text}\n`)),
  ];
  process.env = { ...given, DATA_DIR: at("data"), DATABASE_URL: "", CONCORD_KEY: "", ...env };
  try {
    await runCommand(await commandOf(tool), [...args]);
    return { code: Number(process.exitCode), out: out!.join(""), err: err!.join("") };
  } finally {
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
}

/** A data folder in which an API has run. */
beforeAll(async () => {
  mkdirSync(at("data"));
  const api = await startTestApi({ place: { file: at("data", "concord.db") } });
  await api.close();
  mkdirSync(at("still"));
  copyFileSync(at("data", "concord.db"), at("still", "concord.db"));
  secretFrom(undefined, at("data"));
  mkdirSync(at("empty"));
  mkdirSync(at("keyless"));
  mkdirSync(at("foreign"));
  writeFileSync(at("text.txt"), "my novel, chapter one\n".repeat(500));
  writeFileSync(at("nothing"), "");
  writeFileSync(at("half.json"), '{"half');
  writeFileSync(at("null.json"), "null");
  writeFileSync(at("broken.gz"), Buffer.concat([gzipSync("{}").subarray(0, 10), Buffer.alloc(90, 255)]));
  writeFileSync(at("store.jsonl"), '{"concord":"store","tables":1}\n');
  writeFileSync(at("rows.jsonl"), '{"table":"nowhere"}\n{"a":1}\n{"end":1,"seal":""}\n');
  writeFileSync(at("foreign", "concord.db"), "my novel, chapter one\n".repeat(500));
  writeFileSync(at("foreign", "concord.key"), "not a key");
  mkdirSync(at("pack"));
  writeFileSync(at("pack", "pack.json"), "[");
});

const file = (name: string) => `@${name}`;
const words = (args: string) =>
  args
    .split(" ")
    .filter(Boolean)
    .map((one) => (one.startsWith("@") ? at(one.slice(1)) : one));

const origin = "--origin https://c.example";
const cases: [string, string, number, RegExp, Record<string, string>?][] = [
  ["api/audit", "", 64, /^Say export, or verify/],
  ["api/audit", "verify", 64, /^Say export, or verify/],
  ["api/audit", "verify a b c", 64, /^Say export/],
  ["api/audit", "--verify", 64, /^Unknown option '--verify'/],
  ["api/audit", `verify ${file("none")}`, 66, /none is not there \(ENOENT\)\.$/],
  ["api/audit", `verify ${file("text.txt/x")}`, 66, /a part of its path is a file/],
  ["api/audit", `verify ${file("empty")}`, 66, /is a folder, and a file is needed/],
  ["api/audit", `verify ${file("text.txt")}`, 65, /line 1 is no entry of an audit log\.$/],
  ["api/audit", `verify ${file("null.json")}`, 65, /line 1 is no entry/],
  ["api/audit", `verify ${file("nothing")}`, 65, /holds no entry\.$/],
  ["api/audit", "export", 66, /There is no database at .*empty.concord\.db/, { DATA_DIR: at("empty") }],
  ["api/audit", "export", 74, /is damaged; it was left as it is\.$/, { DATA_DIR: at("foreign") }],
  ["api/audit", `export ${file("text.txt")}`, 64, /text\.txt exists already; nothing is written over/],
  ["api/audit", `export ${file("none/log")}`, 66, /is not there \(ENOENT\)\.$/],
  ["api/store", "", 64, /^Nothing is none of these:/],
  ["api/store", "drop", 64, /^drop is none of these:/],
  ["api/store", "verify extra", 64, /^verify takes no file\.$/],
  ["api/store", "backup", 64, /^backup takes the name of one file\.$/],
  ["api/store", "verify --replace", 64, /^--replace belongs to restore\.$/],
  ["api/store", "verify", 65, /There is no database at/, { DATA_DIR: at("empty") }],
  ["api/store", "verify", 74, /is damaged; it was left/, { DATA_DIR: at("foreign") }],
  ["api/store", "verify", 74, /cannot be reached/, { DATABASE_URL: "postgres://u:hunter2@127.0.0.1:1/x" }],
  ["api/store", "verify", 78, /DATABASE_URL must begin/, { DATABASE_URL: "mysql://u:hunter2@x/y" }],
  ["api/store", `backup ${file("text.txt")}`, 64, /exists already/],
  ["api/store", `backup ${file("none/b.db")}`, 66, /is not there/],
  ["api/store", `export ${file("none/x.gz")}`, 66, /is not there/],
  ["api/store", `import ${file("none")}`, 65, /none is not there\.$/],
  ["api/store", `import ${file("empty")}`, 65, /is no file\.$/],
  ["api/store", `import ${file("text.txt")}`, 65, /This is no export of a store/],
  ["api/store", `import ${file("nothing")}`, 65, /not whole/],
  ["api/store", `import ${file("null.json")}`, 65, /This is no export/],
  ["api/store", `import ${file("broken.gz")}`, 65, /is not whole: it cannot be unpacked/],
  ["api/store", `import ${file("store.jsonl")}`, 65, /another version of Concord/],
  ["api/store", `import ${file("rows.jsonl")}`, 65, /does not fit the tables/],
  ["api/store", `restore ${file("none")}`, 65, /none is not there\.$/],
  ["api/store", `restore ${file("empty")}`, 65, /is no file\.$/],
  ["api/store", `restore ${file("text.txt")}`, 65, /exists already; with --replace/],
  [
    "api/store",
    `restore ${file("text.txt")} --replace`,
    65,
    /is no whole database of Concord; nothing was changed/,
    { DATA_DIR: at("still") },
  ],
  [
    "api/store",
    `restore ${file("text.txt")}`,
    65,
    /The data folder .* is not there; make it/,
    { DATA_DIR: at("none") },
  ],
  ["api/keys", "", 64, /^Say show, rotate, retire or renew-features/],
  ["api/keys", "print", 64, /^Say show, rotate, retire or renew-features/],
  ["api/keys", "show", 66, /There is no key in .*the first start makes it/, { DATA_DIR: at("keyless") }],
  ["api/keys", "rotate", 66, /There is no key in/, { DATA_DIR: at("none") }],
  ["api/keys", "show", 74, /must hold 32 bytes as base64url/, { DATA_DIR: at("foreign") }],
  ["api/keys", "show", 78, /The keys come from CONCORD_KEY/, { CONCORD_KEY: "x".repeat(43) }],
  ["api/import", "", 64, /^Usage: npm run import/],
  ["api/import", `${file("none.csv")} --department service`, 64, /none\.csv cannot be read/],
  ["api/import", `${file("text.txt")} --department service`, 64, /only \.csv, /],
  ["api/import", `${file("empty")} --department service`, 64, /holds no \.eml file/],
  ["api/import", `${file("half.json")} --department nobody`, 64, /--department must be one of: /],
  ["api/import", `a.csv --department service`, 66, /There is no database at/, { DATA_DIR: at("empty") }],
  ["api/import", "--departmant x", 64, /^Unknown option '--departmant'/],
  ["deploy/doctor", "", 2, /^Say which deployment to look at/],
  ["deploy/doctor", `${origin} --timeout soon`, 2, /--timeout must be 1 to 120/],
  ["deploy/doctor", `${origin} --ca ${file("none")}`, 2, /cannot be read \(ENOENT\)/],
  ["deploy/doctor", `${origin} --pack ${file("empty")}`, 2, /holds no pack\.json/],
  ["deploy/doctor", `${origin} --pack ${file("pack")}`, 2, /is damaged: its pack\.json is none/],
  ["deploy/doctor", "--orgin x", 2, /^Unknown option '--orgin'/],
  ["deploy/pack", "", 1, /origin/i],
  ["deploy/pack", `${origin} --tenant x --out ${file("new")}`, 1, /tenant/i],
  [
    "deploy/pack",
    `${origin} --tenant 11111111-2222-4333-8444-555555555555 --out ${file("text.txt")}`,
    1,
    /cannot be used \(ENOTDIR\)/,
  ],
  [
    "deploy/pack",
    `${origin} --tenant 11111111-2222-4333-8444-555555555555 --out ${file(".")}`,
    1,
    /holds other files/,
  ],
  ["deploy/pack", `${origin} --organisation ${file("half.json")} --out ${file("new")}`, 1, /is not JSON\./],
  [
    "deploy/pack",
    `${origin} --organisation ${file("empty")} --out ${file("new")}`,
    1,
    /cannot be read \(EISDIR\)/,
  ],
  ["deploy/check", file("none.xml"), 1, /none\.xml cannot be read \(ENOENT\)\.$/],
  ["deploy/check", file("empty"), 1, /cannot be read \(EISDIR\)\.$/],
  ["deploy/check", file("text.txt"), 1, /not-xml/],
  ["deploy/check", `--previous ${file("none")}`, 1, /cannot be read \(ENOENT\)/],
  ["deploy/manifest", `${origin} --out ${file("none/m.xml")}`, 1, /could not be written \(ENOENT\)/],
  ["deploy/manifest", `${origin} --id 7`, 1, /is not a GUID/],
  ["classifier/replay", "", 2, /^Usage:/],
  ["classifier/replay", `--test ${file("none")} --train x`, 2, /^Cannot read/],
  ["classifier/replay", `--stream ${file("half.json")}`, 2, /Line 1 is not a JSON object/],
  ["classifier/replay", `--cold --test x --taxonomy ${file("null.json")}`, 2, /not of the form/],
  ["alignment/simulate", "many", 2, /^npm run simulate/],
  ["sandbox/year/year", `--to ${file("data")}`, 2, /is filled already; name another folder/],
  ["sandbox/year/year", `--check --to ${file("empty")}`, 2, /There is no database in .* to check/],
  ["sandbox/year/year", "--messages lots --to x", 2, /--messages is a whole number/],
];

test.each(cases.map(([tool, args, ...rest]) => [tool, args, rest] as const))(
  "%s %s",
  async (tool, args, [code, sentence, env]) => {
    const told = await run(tool, words(args), env ?? {});
    expect({ ...told, out: "" }).toEqual({ code, out: "", err: expect.stringMatching(/\S/) });
    expect(told.err.trim()).toMatch(new RegExp(sentence, "m"));
    expect(told.err).not.toMatch(/^\s+at |node:|fault of Concord's own|hunter2/m);
  },
);

test.each([...new Set(cases.map(([tool]) => tool))])("%s --help says how it is asked", async (tool) => {
  expect(await run(tool, ["--help"], {})).toEqual({
    code: 0,
    out: expect.stringMatching(/npm run|--/),
    err: "",
  });
});

const modeOf = (name: string) => (statSync(at(name)).mode & 0o777).toString(8);

test("whatever a command writes about people is its owner's alone, also where everybody may read new files", async () => {
  for (const args of ["backup @b.db", "export @e.jsonl", "export @e.jsonl.gz"])
    expect(await run("api/store", words(args), {})).toMatchObject({ code: 0 });
  expect(await run("api/audit", words("export @log.ndjson"), {})).toMatchObject({ code: 0 });
  mkdirSync(at("restored"));
  const restored = { DATA_DIR: at("restored") };
  expect(await run("api/store", words("restore @b.db"), restored)).toMatchObject({ code: 0 });
  chmodSync(at("data", "concord.key"), 0o644);
  expect(await run("api/keys", ["rotate"], {})).toMatchObject({ code: 0 });
  for (const name of [
    "b.db",
    "e.jsonl",
    "e.jsonl.gz",
    "log.ndjson",
    "restored/concord.db",
    "data/concord.key",
  ])
    expect([name, modeOf(name)]).toEqual([name, "600"]);
});

test("a database, its log and what lies beside it are its owner's alone while they are used; an open one is closed", async () => {
  const place = { file: at("fresh.db") };
  const store = await openStore(place, 1);
  await store.db.insertInto("tenant").values({ tenant: "t", open: 0 }).execute();
  for (const part of ["", "-wal", "-shm"]) expect(modeOf(`fresh.db${part}`)).toBe("600");
  await store.close();
  chmodSync(place.file, 0o644);
  await openStore(place, 2).then((again) => again.close());
  expect(modeOf("fresh.db")).toBe("600");
});

test("an export that was begun and could not be finished leaves no file", async () => {
  expect((await run("api/store", words("export @none/x.gz"), {})).code).toBe(66);
  expect(existsSync(at("none"))).toBe(false);
});

test("older keys are retired only once no message can stand under them", async () => {
  const env = { DATA_DIR: at("keys") };
  mkdirSync(at("keys"));
  const ring = secretFrom(undefined, at("keys"));
  const api = await startTestApi({ place: { file: at("keys", "concord.db") }, ring });
  await noteKeyUse(api.store.db, [tid], printOf(ring.messages[0]!), api.clock.now);
  await open(api, amara);
  expect((await run("api/keys", ["rotate"], env)).out).toContain("1 older one still resolved");
  expect(await run("api/keys", ["retire"], env)).toMatchObject({
    code: 65,
    err: expect.stringMatching(/^1 messages may still stand under the older keys; nothing was changed/),
  });
  expect((await run("api/keys", ["show"], env)).out).toContain("1 older one still resolved");
  // As retention leaves it, and as messages that came two days later.
  await api.store.db
    .updateTable("opening")
    .set({ stored_at: api.clock.now + 2 * 86_400_000 })
    .execute();
  expect((await run("api/keys", ["retire"], env)).out).toContain("0 older ones");
  expect(await run("api/keys", ["retire"], env)).toMatchObject({ code: 0 });
  await api.close();
});

test("the features' key is renewed only by who says so, and features and models begin anew", async () => {
  const env = { DATA_DIR: at("renewing") };
  mkdirSync(at("renewing"));
  const ring = secretFrom(undefined, at("renewing"));
  expect(await run("api/keys", ["renew-features", "--yes"], env)).toMatchObject({ code: 66 });
  const api = await startTestApi({ place: { file: at("renewing", "concord.db") }, ring });
  await open(api, amara);
  await api.close();
  const content = () => readFileSync(at("renewing", "concord.key"), "utf8");
  const before = content();
  expect(await run("api/keys", ["renew-features"], env)).toMatchObject({
    code: 65,
    out: expect.stringMatching(/^Lost with the old key: 1 messages' features, 0 imported messages/),
    err: expect.stringMatching(/^Nothing was changed\./),
  });
  expect(content()).toBe(before);
  expect((await run("api/keys", ["renew-features", "--yes"], env)).out).toContain("/service: begun anew.");
  const once = content();
  expect(once.split(":")).toHaveLength(3);
  expect((await run("api/keys", ["renew-features"], env)).out).toContain("0 messages' features");

  // Cut off after the file was written: the same again finishes with the key that is there.
  writeFileSync(at("renewing", "concord.key"), ringText(renewed(ringIn(once, "here"))));
  const cutOff = content();
  expect(await run("api/keys", ["renew-features", "--yes"], env)).toMatchObject({ code: 0 });
  expect(content()).toBe(cutOff);
  const log = at("renewing", "audit.jsonl");
  expect(await run("api/audit", ["export", log], env)).toMatchObject({ code: 0 });
  expect(await run("api/audit", ["verify", log], env)).toMatchObject({ code: 0 });
  expect(readFileSync(log, "utf8").match(/"renewFeatures"/g)!.length).toBeGreaterThan(1);
  const after = await startTestApi({
    place: { file: at("renewing", "concord.db") },
    ring: ringIn(cutOff, "here"),
  });
  await open(after, amara);
  await after.close();
});

test("without a database to look into, older keys are retired only by who says so", async () => {
  const env = { DATA_DIR: at("elsewhere") };
  mkdirSync(at("elsewhere"));
  secretFrom(undefined, at("elsewhere"));
  await run("api/keys", ["rotate"], env);
  expect(await run("api/keys", ["retire"], env)).toMatchObject({ code: 66 });
  expect(await run("api/keys", ["retire", "--unchecked"], env)).toMatchObject({ code: 0 });
});

test("a fault of Concord's own is one line with its place, and an unreadable database one sentence", () => {
  const own = endingOf(new TypeError("x is not\na function"));
  expect(own).toEqual({
    exitCode: 70,
    sentence: expect.stringMatching(
      /^This is a fault of Concord's own, please report it: TypeError: x is not \(src\/shell\/commands\.test\.ts:\d+\)$/,
    ),
  });
  for (const code of ["SQLITE_BUSY", "SQLITE_FULL", "SQLITE_CORRUPT", "EACCES", "ENOSPC", "EROFS"]) {
    const { sentence, exitCode } = endingOf(Object.assign(new Error("secret"), { code, path: "/x" }));
    expect(sentence).not.toMatch(/secret|own/);
    expect(exitCode).toBeGreaterThan(64);
  }
  expect(endingOf("only a word").exitCode).toBe(70);
});

/** `npm start` when something is wrong, when it is told to stop, and when it starts a second time. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import Database from "libsql";
import { type ProductOptions, startProduct } from "./product.ts";

jest.setTimeout(600_000);

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "concord-start-"));
  const product = await startProduct({ dataDir });
  await product.stop();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const nothing = createHash("sha256").update("").digest("hex");

/** Each file's name and digest; what a refused start must leave as it is, but for an empty log and the index of it. */
async function bytesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const digest = async (file: string) =>
    createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith("-shm"))
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map(async (file) => `${file} ${await digest(file)}`),
  );
  return files.filter((line) => !line.endsWith(`-wal ${nothing}`));
}

/** The words of a start that did not come about, and its exit code. */
async function refused(options: ProductOptions): Promise<{ code: string; words: string }> {
  const fault: Error = await startProduct(options).then(
    async (product) => {
      await product.kill();
      return new Error("exit none: it started");
    },
    (error: Error) => error,
  );
  const [, code = "", words = ""] = /^exit (\w+): ([\s\S]*)$/.exec(fault.message) ?? [];
  return { code, words };
}

/** Exit codes as sysexits.h has them: 69 unavailable, 74 input or output, 78 configuration. */
async function expectRefusal(options: Partial<ProductOptions>, words: RegExp, code: "69" | "74" | "78") {
  const before = await bytesOf(dataDir);
  const answer = await refused({ dataDir, ...options });
  expect(answer.words).toMatch(words);
  expect(answer.words).not.toMatch(/\n {4}at |Error:/);
  expect(answer.code).toBe(code);
  expect(await bytesOf(dataDir)).toEqual(before);
}

test("a taken port is named, and nothing is touched", async () => {
  const other = createServer().listen(0, "localhost");
  await new Promise((ready) => other.once("listening", ready));
  const { port } = other.address() as { port: number };
  await expectRefusal(
    { port },
    new RegExp(
      `^Port ${port} is taken by another program, perhaps by an npm start in another window; set PORT to a free one\\.$`,
    ),
    "69",
  );
  other.close();
});

test("a port that is none is named", () => expectRefusal({ env: { PORT: "three" } }, /^PORT .*\.$/, "78"));

test("a mail folder that is not there is named", () =>
  expectRefusal(
    { args: ["--mail", "/nowhere/at/all"] },
    /^--mail names \/nowhere\/at\/all, which is not there\.$/,
    "78",
  ));

test("an option nobody knows is answered with the ones there are", () =>
  expectRefusal({ args: ["--male"] }, /--mail FOLDER/, "78"));

describe("a database file that cannot be used", () => {
  let whole: Buffer;
  const file = () => join(dataDir, "concord.db");
  beforeEach(async () => {
    whole = await readFile(file());
  });
  afterEach(() => writeFile(file(), whole));

  test("is called damaged when it is, and left as it is", async () => {
    await writeFile(file(), Buffer.concat([Buffer.from("not a database at all"), whole.subarray(21)]));
    await expectRefusal({}, /^The database file .*concord\.db is damaged; it was left as it is\.$/, "74");
  });

  test("is called damaged when its middle is", async () => {
    const torn = Buffer.from(whole);
    torn.fill(0xa5, 4096 * 3, 4096 * 9);
    await writeFile(file(), torn);
    await expectRefusal({}, /^The database file .*concord\.db is damaged; it was left as it is\.$/, "74");
  });

  test("is called damaged and left as it is, though its log holds what a killed product had stored", async () => {
    const product = await startProduct({ dataDir });
    const { status } = await askSlowly(product.origin);
    expect(await status).toBe(200);
    await product.kill();
    const torn = await readFile(file());
    torn.fill(0xa5, 4096 * 3, 4096 * 9);
    await writeFile(file(), torn);
    await expectRefusal({}, /^The database file .*concord\.db is damaged; it was left as it is\.$/, "74");
    await rm(`${file()}-wal`, { force: true });
    await rm(`${file()}-shm`, { force: true });
  });

  test("is called newer when a later version wrote it", async () => {
    const database = new Database(file());
    database.exec(
      "insert into migration (number, name, checksum, applied_at) values (9999, 'later', 'x', 0)",
    );
    database.exec("pragma wal_checkpoint(truncate)");
    database.close();
    await expectRefusal({}, /newer/, "74");
  });
});

test("a second start builds nothing again", async () => {
  const product = await startProduct({ dataDir });
  expect(product.output()).not.toContain("Building");
  expect(await product.stop()).toBe(0);
});

/** The sandbox's own token for Priya, and an answer of the API that takes its time. */
async function askSlowly(origin: string): Promise<{ begun: Promise<void>; status: Promise<number> }> {
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const asked = request(`${origin}${path}`, {
      method,
      rejectUnauthorized: false,
      headers: { "content-type": "application/json", ...headers },
    });
    const answer = once(asked, "response") as Promise<[IncomingMessage]>;
    asked.end(body === undefined ? undefined : JSON.stringify(body));
    return { answer, sent: once(asked, "finish") };
  };
  const [issued] = await send("POST", "/sandbox/api/token", { persona: "priya" }).answer;
  const { access_token: token } = (await json(issued)) as { access_token: string };
  const authorization = `Bearer ${token}`;
  // The keys that tokens are checked with are fetched once; the sandbox hands them out itself, and is about to stop.
  (await send("GET", "/api/me", undefined, { authorization }).answer)[0].resume();
  const [set] = await send("PUT", "/sandbox/api/personas/priya/faults", { api: "ok", apiDelayMs: 1_500 })
    .answer;
  set.resume();
  const { answer, sent } = send("GET", "/api/me", undefined, { authorization });
  // What was sent after it has been answered, so it is in work.
  const begun = sent.then(async () => void (await send("GET", "/healthz", undefined).answer)[0].resume());
  const status = answer.then(async ([reply]) => {
    expect(await json(reply)).toMatchObject({ person: { name: "Priya Raman" } });
    return reply.statusCode ?? 0;
  });
  return { begun, status };
}

test("told to stop, it answers the request in work and ends with 0", async () => {
  const product = await startProduct({ dataDir });
  try {
    const { begun, status } = await askSlowly(product.origin);
    await begun;
    const code = product.stop();
    expect(await status).toBe(200);
    expect(await code).toBe(0);
  } finally {
    await product.kill();
  }
});

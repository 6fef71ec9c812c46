/** A demo begins again as new, keeps what is not the demo's, and makes its year once. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify from "fastify";
import { demoMessages, pristine } from "./beginning.ts";
import { type Demo, makeDemo } from "./demo.ts";
import { demoApi } from "./demoApi.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demo-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (name: string) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : null;

/** As the generator leaves it. */
async function makeYear(to: string, say: (line: string) => void) {
  say("Quarter 1");
  mkdirSync(pristine(to), { recursive: true });
  for (const [name, text] of [
    ["concord.db", "a year"],
    ["year.json", JSON.stringify({ messages: demoMessages })],
  ] as const)
    writeFileSync(join(pristine(to), name), text);
}

function open(parts: { isOffered?: boolean } = {}) {
  const made: string[] = [];
  const restarts: string[] = [];
  const demo: Demo = makeDemo({
    folder,
    isOffered: parts.isOffered ?? true,
    now: Date.now,
    makeYear: async (to, say) => {
      made.push(to);
      await makeYear(to, say);
    },
    restart: async (between) => {
      restarts.push("closed");
      between();
      restarts.push("open");
    },
  });
  return { demo, made, restarts };
}

test("beginning again throws away verdicts and mailbox changes, and keeps certificate and issuer", async () => {
  write("concord.db", "verdicts");
  write("concord.db-wal", "newest verdicts");
  write("sandbox-mailboxes.json", "read marks");
  write("sandbox-issuer.json", "keys");
  const { demo, restarts } = open();
  await demo.begin("firstDay");
  expect([read("concord.db"), read("concord.db-wal"), read("sandbox-mailboxes.json")]).toEqual([
    null,
    null,
    null,
  ]);
  expect(read("sandbox-issuer.json")).toBe("keys");
  expect(restarts).toEqual(["closed", "open"]);
  expect(demo.state()).toMatchObject({ beginning: "firstDay", run: 2, busy: undefined });
});

test("a year is made once, and each beginning after it has all of it", async () => {
  const { demo, made } = open();
  await demo.begin("afterAYear");
  write("concord.db", "a year and what a visitor said");
  await demo.begin("afterAYear");
  expect(made).toHaveLength(1);
  expect(read("concord.db")).toBe("a year");
  expect(demo.state()).toMatchObject({ beginning: "afterAYear", run: 3, isOffered: true });
  await demo.begin("firstDay");
  expect(read("year.json")).toBeNull();
});

test("a year that could not be made leaves everything as it was, and says why", async () => {
  write("concord.db", "verdicts");
  const demo = makeDemo({
    folder,
    isOffered: true,
    now: Date.now,
    makeYear: () => Promise.reject(new Error("exit 1: the disk is full")),
    restart: () => Promise.reject(new Error("never reached")),
  });
  await expect(demo.begin("afterAYear")).rejects.toThrow("disk is full");
  expect(read("concord.db")).toBe("verdicts");
  expect(demo.state()).toMatchObject({
    run: 1,
    fault: expect.stringContaining("disk is full"),
    busy: undefined,
  });
});

test("two presses are one beginning", async () => {
  const { demo, restarts } = open();
  await Promise.all([demo.begin("firstDay"), demo.begin("firstDay")]);
  expect(restarts).toEqual(["closed", "open"]);
});

test("a year somebody made by hand, or own mail, is nothing to throw away by a press", async () => {
  write("year.json", JSON.stringify({ messages: 200_000 }));
  for (const [demo, wanted] of [
    [open().demo, "firstDay"],
    [open({ isOffered: false }).demo, "afterAYear"],
  ] as const) {
    const app = fastify();
    await app.register(demoApi(demo));
    const answer = await app.inject({ method: "POST", url: "/demo", payload: { beginning: wanted } });
    expect(answer.statusCode).toBe(409);
    expect(demo.state().run).toBe(1);
    await app.close();
  }
  expect(read("year.json")).not.toBeNull();
});

test("what is no beginning is refused", async () => {
  const app = fastify();
  await app.register(demoApi(open().demo));
  for (const payload of [{}, { beginning: "tomorrow" }, null]) {
    const answer = await app.inject({
      method: "POST",
      url: "/demo",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify(payload),
    });
    expect(answer.statusCode).toBe(400);
  }
  await app.close();
});

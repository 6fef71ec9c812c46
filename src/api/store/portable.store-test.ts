/** A store goes out of one database and into another, also of the other engine, and every figure is the same there. */
import { open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { type Engine, engines } from "../testing/engines.ts";
import { startIssuer, type TestIssuer } from "../testing/issuer.ts";
import { amara, jonas } from "../testing/organisation.ts";
import { exportTo, importFrom } from "./portable.ts";
import { openStore, type Store } from "./store.ts";
import { summaryOf } from "./summary.ts";
import { verify } from "./verify.ts";

jest.setTimeout(120_000);

const all = engines();
const pairs = all.flatMap(([from, a]) =>
  all.map(([to, b]): [string, string, Engine, Engine] => [from, to, a, b]),
);

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
  for (const [, engine] of all) await engine.start();
});
afterAll(async () => {
  await issuer.close();
  for (const [, engine] of all) await engine.stop();
});

async function lived(engine: Engine): Promise<TestApi> {
  const api = await startTestApi({ place: await engine.newPlace(), issuer, policy: { blindShare: 0.25 } });
  for (let n = 0; n < 12; n++) {
    const who = n % 3 ? amara : jonas;
    const { request, opened } = await open(api, who);
    const url = `/api/verdicts/${opened.predictionId}`;
    if (n % 4)
      await api.send(
        "PUT",
        url,
        await api.token(who),
        verdictOn(request, { note: `ne pas\nlire “${n}” 🙂` }),
      );
  }
  await api.learn();
  return api;
}

const textOf = async (store: Store): Promise<string[]> => {
  const lines: string[] = [];
  await exportTo(store, async (text) => void lines.push(text));
  return lines;
};
async function* linesOf(texts: readonly string[]) {
  for (const text of texts) yield text.trimEnd();
}
const figuresOf = async ({ db }: Store, department: string) => {
  const rows = await db
    .selectFrom("feedback")
    .selectAll()
    .orderBy("message_key")
    .orderBy("position")
    .execute();
  return { summary: await summaryOf(db, department, "2026-11-01", "2026-11-30"), rows };
};

test.each(pairs)("from %s to %s", async (_from, _to, from, to) => {
  const api = await lived(from);
  const { department } = await api.store.db
    .selectFrom("feedback")
    .select("department")
    .executeTakeFirstOrThrow();
  const texts = await textOf(api.store);
  const other = await openStore(await to.newPlace(), api.clock.now);
  expect(await importFrom(other, linesOf(texts))).toBeGreaterThan(40);
  const { rows, ...figures } = await figuresOf(api.store, department);
  const there = await figuresOf(other, department);
  expect({ summary: there.summary }).toEqual(figures);
  const byKey = (some: typeof rows) =>
    new Map(some.map((row) => [`${row.message_key} ${row.position}`, row]));
  expect(byKey(there.rows)).toEqual(byKey(rows));
  expect((await verify(other, department)).differences).toEqual([]);
  const snapshots = async ({ db }: Store) =>
    (await db.selectFrom("features").select(["message_key", "value"]).execute())
      .map(({ message_key, value }) => [message_key, Buffer.from(value as Uint8Array).toString("hex")])
      .sort();
  expect(await snapshots(other)).toEqual(await snapshots(api.store));
  await other.close();
  await api.close();
});

describe.each(all)("on %s", (_, engine) => {
  test.each([
    ["its end is missing", (lines: string[]) => lines.slice(0, -1)],
    [
      "a line was changed",
      (lines: string[]) => lines.map((line) => line.replace('"kind":"holds"', '"kind":"unsure"')),
    ],
    ["a line was left out", (lines: string[]) => lines.filter((line) => !line.includes('"position":2'))],
  ])("an export is refused whole when %s", async (_what, spoil) => {
    const api = await lived(engine);
    const texts = await textOf(api.store);
    const other = await openStore(await engine.newPlace(), api.clock.now);
    await expect(importFrom(other, linesOf(spoil(texts)))).rejects.toThrow("not whole");
    const rows = await other.db.selectFrom("feedback").selectAll().execute();
    expect(rows).toEqual([]);
    await other.close();
    await api.close();
  });

  test("nothing is imported over feedback that is there", async () => {
    const api = await lived(engine);
    await expect(importFrom(api.store, linesOf(await textOf(api.store)))).rejects.toThrow("already holds");
    await api.close();
  });
});

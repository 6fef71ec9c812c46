/** Claims about the writing thread: batches see what others wrote, and what it says is written is there. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newRef, open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { amara, jonas } from "../testing/organisation.ts";
import { openStore, type Store } from "./store.ts";
import { verify } from "./verify.ts";
import { throughThread } from "./writeBatch.ts";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "concord-writing-"));
  store = await openStore({ file: join(folder, "one.db") }, 0);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const insert = "insert into tenant (tenant, open, applied) values ($1, 0, '')";
const names = "select tenant from tenant order by tenant";
const stored = async () =>
  (await store.db.selectFrom("tenant").select("tenant").execute()).map((row) => row.tenant);
const besides = (tenant: string) => store.db.insertInto("tenant").values({ tenant, open: 0 }).execute();

test("when somebody else writes between reading and writing, the batch is decided anew on what is there then", async () => {
  const seen: number[] = [];
  const done = await throughThread(store.writing!, async (hot) => {
    const rows = await hot.read(store.db, names, []);
    seen.push(rows.length);
    if (seen.length === 1) await besides("b");
    await hot.run(store.db, insert, [`a${rows.length}`]);
    return rows.length;
  });
  expect([done, seen, await stored()]).toEqual([{ value: 1 }, [0, 1], ["a1", "b"]]);
});

test("a batch that was read before another one was written here is decided anew as well", async () => {
  const seen: number[] = [];
  const first = throughThread(store.writing!, async (hot) => {
    const rows = await hot.read(store.db, names, []);
    seen.push(rows.length);
    if (seen.length === 1)
      await throughThread(store.writing!, async (other) => {
        await other.read(store.db, names, []);
        await other.run(store.db, insert, ["between"]);
      });
    await hot.run(store.db, insert, [`a${rows.length}`]);
  });
  await first;
  expect([seen, await stored()]).toEqual([
    [0, 1],
    ["a1", "between"],
  ]);
});

test("what is read once a batch's writes are on their way is read behind them, without waiting for its answer", async () => {
  const order: string[] = [];
  let sent = () => {};
  const isSent = new Promise<void>((done) => {
    sent = done;
  });
  const first = throughThread(
    store.writing!,
    async (hot) => {
      await hot.read(store.db, names, []);
      await hot.run(store.db, insert, ["first"]);
    },
    sent,
  ).then(() => order.push("first is written"));
  await isSent;
  const second = throughThread(store.writing!, async (hot) => {
    const asked = hot.read(store.db, names, []);
    order.push("second has asked");
    order.push(`second sees ${(await asked).length}`);
    await hot.run(store.db, insert, ["second"]);
  });
  await Promise.all([first, second]);
  expect(order).toEqual(["second has asked", "first is written", "second sees 1"]);
  expect(await stored()).toEqual(["first", "second"]);
});

test("what an ended thread had told does not count for the next one", async () => {
  const { version } = await store.writing!.read([{ text: names, values: [] }]);
  await store.writing!.close();
  const steps = [{ text: "insert into tenant (tenant, open, applied) values (?, 0, '')", rows: [["late"]] }];
  expect(await store.writing!.write(steps, version)).toBe(false);
  expect(await stored()).toEqual([]);
});

test("when that happens every time nothing is written, and another way is asked for", async () => {
  let n = 0;
  const done = await throughThread(store.writing!, async (hot) => {
    await hot.read(store.db, names, []);
    await besides(`b${n++}`);
    await hot.run(store.db, insert, ["a"]);
  });
  expect(done).toBeUndefined();
  expect(await stored()).toEqual(["b0", "b1", "b2"]);
});

test("a statement that the database will not take leaves nothing of its batch", async () => {
  const work = throughThread(store.writing!, async (hot) => {
    await hot.read(store.db, names, []);
    await hot.run(store.db, insert, ["a"]);
    await hot.run(store.db, insert, ["a"]);
  });
  await expect(work).rejects.toMatchObject({ code: expect.stringMatching(/^SQLITE_CONSTRAINT/) });
  expect(await stored()).toEqual([]);
});

test("a thread that has ended says so at once, and the next batch begins another", async () => {
  await store.writing!.read([{ text: names, values: [] }]);
  await store.writing!.close();
  const { rows } = await store.writing!.read([{ text: names, values: [] }]);
  expect(rows).toEqual([[]]);
});

describe("with people at work", () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi({ place: { file: join(folder, "two.db") } });
  });
  afterEach(() => api.close());

  test("openings and verdicts go in while other writers keep changing the file, each once and all counted", async () => {
    let isOver = false;
    const others = (async () => {
      for (let n = 0; !isOver; n++) {
        await api.store.db.updateTable("person").set({ seen_at: n }).execute();
        await new Promise((done) => setTimeout(done, 1));
      }
    })();
    const tokens = [await api.token(amara), await api.token(jonas)];
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const { request, opened } = await open(api, n % 2 ? jonas : amara, { messageRef: newRef() });
        return api.send("PUT", `/api/verdicts/${opened.predictionId}`, tokens[n % 2]!, verdictOn(request));
      }),
    );
    isOver = true;
    await others;
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
    const departments = await api.store.db.selectFrom("department").select("department").execute();
    for (const { department } of departments)
      expect((await verify(api.store, department)).differences).toEqual([]);
    expect(await api.store.db.selectFrom("opening").select("prediction_id").execute()).toHaveLength(40);
  });
});

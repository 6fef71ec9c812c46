/** Batches of feedback on a server: few ways there and back, and all or nothing whatever goes wrong with one statement. */
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import pg from "pg";
import { openingOf, startTestApi, type TestApi } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { amara } from "../testing/organisation.ts";
import { rowsNamed } from "./hot.ts";
import { takenBy } from "./intake.ts";
import type { Line } from "./postgres.ts";
import { inTwoTrips, type Store } from "./store.ts";
import { verify } from "./verify.ts";

jest.setTimeout(120_000);

/** Stands before the server and counts how often somebody asks after they were answered. */
async function startCounting(databaseUrl: string) {
  const target = new URL(databaseUrl);
  let trips = 0;
  const proxy: Server = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    let isAnswered = true;
    client.on("data", (chunk) => {
      if (isAnswered) trips++;
      isAnswered = false;
      server.write(chunk);
    });
    server.on("data", (chunk) => {
      isAnswered = true;
      client.write(chunk);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on("close", () => other.destroy());
      one.on("error", () => other.destroy());
    }
  }).listen(0, "127.0.0.1");
  await new Promise((done) => proxy.once("listening", done));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((proxy.address() as AddressInfo).port);
  return { url: url.href, trips: () => trips, stop: () => void proxy.close() };
}

const postgres = engines().find(([name]) => name === "PostgreSQL")?.[1];

(postgres ? describe : describe.skip)("on PostgreSQL", () => {
  let api: TestApi;
  let counting: Awaited<ReturnType<typeof startCounting>>;
  beforeAll(() => postgres!.start(), 60_000);
  afterAll(() => postgres!.stop());
  beforeEach(async () => {
    const place = (await postgres!.newPlace()) as { databaseUrl: string };
    counting = await startCounting(place.databaseUrl);
    api = await startTestApi({ place: { databaseUrl: counting.url } });
  });
  afterEach(async () => {
    await api.close();
    counting.stop();
  });

  const openMany = async (token: string, count: number) => {
    const bodies = Array.from({ length: count }, () => openingOf(api));
    const answers = await Promise.all(
      bodies.map((body) => api.send("POST", "/api/predictions", token, body)),
    );
    expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 200));
  };

  /** The first fetches the issuer's keys, the second is remembered. */
  const knownToken = async () => {
    const token = await api.token(amara);
    for (let n = 0; n < 2; n++) await openMany(token, 1);
    return token;
  };

  test("a message alone is stored in two ways to the server and back", async () => {
    const token = await knownToken();
    const trips: number[] = [];
    // Who may do what is read again every two seconds.
    for (let n = 0; n < 5; n++) {
      const before = counting.trips();
      await openMany(token, 1);
      trips.push(counting.trips() - before);
    }
    expect(Math.min(...trips)).toBe(2);
  });

  test("of many at once each batch makes two ways, however many are in it", async () => {
    const token = await knownToken();
    await openMany(token, 40);
    const [trips, commits] = [counting.trips(), takenBy(api.store).commits];
    await openMany(token, 40);
    // A further connection may have to be opened, and who may do what to be read again.
    const beside = 8;
    expect(counting.trips() - trips).toBeLessThanOrEqual(2 * (takenBy(api.store).commits - commits) + beside);
    expect(takenBy(api.store).commits - commits).toBeLessThan(40);
    const [{ department }] = (await api.store.db.selectFrom("department").select("department").execute()) as [
      { department: string },
    ];
    expect((await verify(api.store, department)).differences).toEqual([]);
  });

  const answer = {
    department: "d",
    person: "p",
    feedback_id: "f",
    outcome: "confirmed",
    kind: "holds",
    category: null,
    priority: null,
    state: "received",
    accepted_at: null,
    trained_in: null,
    learned_in: null,
    now: null,
    declined_because: null,
    at: 1,
  } as const;
  const planOf = async (text: string): Promise<string> => {
    const client = new pg.Client({ connectionString: counting.url });
    await client.connect();
    await client.query("set plan_cache_mode = force_generic_plan");
    await client.query(`prepare asked as ${text}`);
    const { rows } = await client.query("explain execute asked ('d', array['a', 'b'])");
    await client.end();
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };

  test("what a batch reads is looked up name by name, though PostgreSQL has counted nothing yet", async () => {
    const { db } = api.store;
    const rows = Array.from({ length: 2_000 }, (_, n) => ({
      ...answer,
      prediction_id: `p${n}`,
      message_key: `m${n}`,
    }));
    for (let from = 0; from < rows.length; from += 500)
      await db
        .insertInto("answer")
        .values(rows.slice(from, from + 500))
        .execute();
    const plan = await planOf(rowsNamed("answer", "message_key"));
    expect(plan).toMatch(/Index Cond: \(+department = \$1\) AND \(message_key = wanted\.name\)/);
    // Otherwise it may take every row of the department for less than a few.
    expect(plan).not.toMatch(/Filter|Seq Scan/);
  });

  test("a read is planned anew as its tables grow, a few times in all", async () => {
    const text = rowsNamed("answer", "message_key");
    const plans = await api.store.lines!(async ({ db, hot }) => {
      for (let n = 0; n < 100; n++) await hot.read(db, text, ["d", ["a"]]);
      return hot.read(db, "select name from pg_prepared_statements where statement = $1", [text]);
    });
    expect(plans.length).toBeGreaterThan(2);
    expect(plans.length).toBeLessThan(6);
  });

  const insert = "insert into tenant (tenant, open, applied) values ($1, 0, '')";
  const stored = async ({ db }: Store) =>
    (await db.selectFrom("tenant").select("tenant").where("tenant", "like", "new%").execute()).map(
      ({ tenant }) => tenant,
    );
  const writing = (values: unknown[]) =>
    inTwoTrips(api.store.lines!, [], async ({ db, hot }: Line) => {
      for (const value of values) await hot.run(db, insert, [value]);
    });
  const circular: { self?: unknown } = {};
  circular.self = circular;

  test.each<[string, unknown[]]>([
    ["the server will not take", ["new a", "new b", "new a", "new c"]],
    ["cannot be sent", ["new a", circular, "new b"]],
  ])("a statement that %s leaves nothing of its batch, and the connection goes on", async (_, values) => {
    await expect(writing(values)).rejects.toThrow();
    expect(await stored(api.store)).toEqual([]);
    await writing(["new d", "new e"]);
    expect((await stored(api.store)).sort()).toEqual(["new d", "new e"]);
  });
});

/** Batches of feedback on a server: few ways there and back, and all or nothing whatever goes wrong with one statement. */
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import pg from "pg";
import { openingOf, startTestApi, type TestApi } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { amara } from "../testing/organisation.ts";
import { takenBy } from "./intake.ts";
import { statements } from "./ledgerReads.ts";
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

  const filled = [
    `insert into feedback (department, message_key, position, event, feedback_id, prediction_id, person, arm, blind_share,
      model_version, taxonomy_version, happened_at, stored_at)
      select 'd', 'm' || n, 1, 'verdict', 'f' || n, 'p' || n, 'x', 'open', 0.05, 'v0', 1, 1, 1 from generate_series(1, 4000) n`,
    `insert into opening (department, prediction_id, message_key, person, arm, blind_share, taxonomy_version, policy_version,
      model_version, body_read, opened_at, stored_at)
      select 'd', 'p' || n, 'm' || n, 'x', 'open', 0.05, 1, 1, 'v0', 1, 1, 1 from generate_series(1, 4000) n`,
    `insert into answer (department, prediction_id, message_key, person, feedback_id, outcome, kind, state, at)
      select 'd', 'p' || n, 'm' || n, 'x', 'f' || n, 'confirmed', 'holds', 'received', 1 from generate_series(1, 4000) n`,
  ];

  test.each((["rows", "openings", "said", "answers"] as const).map((name) => [name, statements[name]]))(
    "a batch looks up its %s name by name, though PostgreSQL has counted nothing yet",
    async (_, text) => {
      const client = new pg.Client({ connectionString: counting.url });
      await client.connect();
      for (const one of [...filled, "set plan_cache_mode = force_generic_plan", `prepare asked as ${text}`])
        await client.query(one);
      const { rows } = await client.query("explain execute asked ('d', array['a', 'b'])");
      await client.end();
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toMatch(/Index Cond: .*department = .* = wanted(_\d)?\.name/);
      // With a filter it takes up every row of the department to keep a few.
      expect(plan).not.toMatch(/Filter|Seq Scan/);
    },
  );

  test("a read is planned anew as its tables grow, a few times in all", async () => {
    const text = statements.answers;
    const plans = await api.store.lines!(async ({ db, hot }) => {
      for (let n = 0; n < 100; n++) await hot.read(db, text, ["d", ["a"]]);
      return hot.read(db, "select name from pg_prepared_statements where statement = $1", [text]);
    });
    expect(plans.length).toBeGreaterThan(2);
    expect(plans.length).toBeLessThan(9);
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

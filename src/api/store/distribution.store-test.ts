/** What Citus asks for before tables may be spread over machines: of the schema, and of every statement that is really sent. */
import { sql } from "kysely";
import { open, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { startIssuer } from "../testing/issuer.ts";
import { amara, jonas, mei, priya } from "../testing/organisation.ts";
import { postgresPrograms, startPostgres, type TestPostgres } from "../testing/postgres.ts";
import { migrations } from "./migrations.ts";
import { verify } from "./verify.ts";

jest.setTimeout(120_000);

/** Small, read on every request, the same for everybody: reference tables, a copy on each machine. */
const reference = ["migration", "tenant", "department", "member"];
/** What a row is placed by: the department, or of people their organisation. */
const placing = ["department", "tenant"];

/** Run once by hand of the operator, over all shards. */
const steps = new Set(
  migrations.flatMap(({ statements }) => statements.map((one) => one.replace(/\s+/g, " ").trim())),
);

const programs = postgresPrograms();
if (!programs) console.warn("PostgreSQL not found, nothing is said about distribution");
const suite = programs ? describe : describe.skip;

suite("as Citus asks", () => {
  let server: TestPostgres;
  let api: TestApi;
  beforeAll(async () => {
    server = await startPostgres(programs!, false, true);
    const issuer = await startIssuer();
    api = await startTestApi({
      place: { databaseUrl: await server.newDatabase() },
      issuer,
      policy: { blindShare: 0.25 },
    });
    await live();
  });
  afterAll(async () => {
    await api.close();
    await api.issuer.close();
    await server.stop();
  });

  /** A morning with everything that panes do, and what runs behind them. */
  async function live() {
    for (const who of [amara, jonas, mei, priya]) await api.send("GET", "/api/me", await api.token(who));
    for (let n = 0; n < 8; n++) {
      const { request, opened } = await open(api, amara);
      const [url, token] = [`/api/verdicts/${opened.predictionId}`, await api.token(amara)];
      const body = verdictOn(request);
      await api.send("PUT", url, token, body);
      if (n % 3 === 0) await api.send("DELETE", `${url}?feedbackId=${body.feedbackId}`, token);
      const move = { moveId: body.feedbackId, messageRef: request.messageRef, toDepartmentId: "help-desk" };
      if (n === 5)
        await api.send("POST", `/api/predictions/${opened.predictionId}/move`, token, {
          ...move,
          decidedAt: api.clock.now,
        });
    }
    await api.learn();
    const query = "?from=2025-12-01&to=2026-11-23";
    await api.send("GET", `/api/departments/service/summary${query}`, await api.token(priya));
    await verify(api.store, (await departments())[0]!);
  }
  const departments = async () =>
    (await api.store.db.selectFrom("department").select("department").execute()).map((row) => row.department);

  const indexes = async () =>
    (
      await sql<{ table: string; name: string; first: string; unique: boolean }>`select c.relname as "table",
        x.relname as name, a.attname as first, i.indisunique as "unique" from pg_index i
        join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where c.relnamespace = current_schema()::regnamespace`.execute(api.store.db)
    ).rows;

  test("every key of a spread table begins with what its rows are placed by", async () => {
    const keys = (await indexes()).filter(({ unique, table }) => unique && !reference.includes(table));
    expect(keys.length).toBeGreaterThan(12);
    expect(keys.filter(({ first }) => !placing.includes(first))).toEqual([]);
  });

  test("there are no sequences, triggers or foreign keys", async () => {
    const { rows } = await sql<{ n: number }>`select
      (select count(*) from pg_class where relkind = 'S' and relnamespace = current_schema()::regnamespace)
      + (select count(*) from pg_trigger where not tgisinternal)
      + (select count(*) from pg_constraint where contype = 'f') as n`.execute(api.store.db);
    expect(rows[0]!.n).toBe(0);
  });

  test("every statement of a morning names the department or the organisation it is about", async () => {
    const all = server.statements().map((one) => one.replaceAll('"', ""));
    const ours = all.filter(
      (one) =>
        /^(select (?!1$)|insert|update|delete)/i.test(one) &&
        !/pg_|information_schema/.test(one) &&
        !steps.has(one),
    );
    expect(ours.length).toBeGreaterThan(40);
    const tableOf = (one: string) => /(?:from|into|update) (\w+)/.exec(one)?.[1] ?? "";
    const isPlaced = (one: string) =>
      one.startsWith("insert") ||
      /\b(department|tenant) (=|in\b)/.test(one) ||
      reference.includes(tableOf(one));
    expect(ours.filter((one) => !isPlaced(one))).toEqual([]);
    expect(all.filter((one) => /advisory|nextval|lock table/i.test(one))).toEqual([]);
  });

  test("no statement moves a row to another department", async () => {
    const all = server.statements().map((one) => one.replaceAll('"', ""));
    expect(
      all.filter(
        (one) => /^update \w+ set (.*, )?department =/.test(one) && !one.startsWith("update person"),
      ),
    ).toEqual([]);
  });
});

/** A store of an earlier version is brought up to date at the start, and its figures stay what they were. */
import { type Kysely, sql } from "kysely";
import { open, startTestApi, verdictOn } from "../testing/api.ts";
import { type Engine, engines } from "../testing/engines.ts";
import type { TestIssuer } from "../testing/issuer.ts";
import { issuerOn } from "../testing/issuerOn.ts";
import { amara, priya } from "../testing/organisation.ts";
import { recipe } from "./kinds.ts";
import { recountStale } from "./recount.ts";
import type { Schema } from "./schema.ts";
import { verify } from "./verify.ts";

const department = (api: { store: { db: Kysely<Schema> } }) =>
  api.store.db
    .selectFrom("department")
    .select("department")
    .where("slug", "=", "service")
    .executeTakeFirstOrThrow();

/** As version 1 left it: a counter for each model version, no recipe. */
async function asVersionOne(db: Kysely<Schema>): Promise<void> {
  const rows = await db.selectFrom("counter").selectAll().execute();
  await db.deleteFrom("counter").execute();
  for (const { n, ...cell } of rows)
    for (let i = 0; i < n; i++)
      await db
        .insertInto("counter")
        .values({ ...cell, model_version: `v${i % 3}`, n: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(["department", "kind", "period", "arm", "model_version", "predicted", "final"])
            .doUpdateSet((eb) => ({ n: eb("counter.n", "+", 1) })),
        )
        .execute();
  await sql`drop table recipe`.execute(db);
  await db.deleteFrom("migration").where("number", "=", 2).execute();
}

describe.each(engines())("on %s", (_, engine: Engine) => {
  let issuer: TestIssuer;
  issuerOn(
    engine,
    (started) => {
      issuer = started;
    },
    60_000,
  );

  async function withVerdicts() {
    const place = await engine.newPlace();
    const api = await startTestApi({ place, issuer });
    for (let n = 0; n < 7; n++) {
      const { request, opened } = await open(api, amara);
      const url = `/api/verdicts/${opened.predictionId}`;
      if (n % 3) await api.send("PUT", url, await api.token(amara), verdictOn(request));
    }
    const figures = async (from = api) => {
      const { computedAt: _, ...rest } = (
        await from.send("GET", "/api/departments/service/summary", await from.token(priya))
      ).json();
      return rest;
    };
    return { place, api, figures };
  }

  test("counters kept for each model version are merged, and the summary says the same", async () => {
    const { place, api, figures } = await withVerdicts();
    const before = await figures();
    await asVersionOne(api.store.db);
    expect(await figures()).toEqual(before);
    await api.close();
    const upgraded = await startTestApi({ place, issuer });
    const { department: key } = await department(upgraded);
    expect((await verify(upgraded.store, key)).differences).toEqual([]);
    expect(await figures(upgraded)).toEqual(before);
    await upgraded.close();
  });

  test("counters of an older recipe are counted anew at the start", async () => {
    const { api, figures } = await withVerdicts();
    const before = await figures();
    const { department: key } = await department(api);
    const earlier = recipe.replace(/state \d+/, "state 0");
    await api.store.db.deleteFrom("counter").where("kind", "=", "state").execute();
    await api.store.db
      .insertInto("recipe")
      .values({ department: key, value: earlier })
      .onConflict((conflict) => conflict.column("department").doUpdateSet({ value: earlier }))
      .execute();
    await recountStale({ store: api.store, now: () => api.clock.now });
    expect(await figures()).toEqual(before);
    const rows = await api.store.db.selectFrom("recipe").selectAll().execute();
    expect(rows.find((row) => row.department === key)?.value).toBe(recipe);
    await api.close();
  });
});

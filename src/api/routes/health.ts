/** GET /healthz: the process lives. GET /readyz: this instance may be sent requests, and why not. */
import { Type } from "typebox";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import { type CountingRow, countingText, isOvertaken } from "../store/counting.ts";
import { isDamaged } from "../store/damage.ts";
import { newestMigration } from "../store/migrations.ts";
import { staleDepartments } from "../store/recount.ts";
import type { Store } from "../store/store.ts";

const Health = Type.Object({ status: Type.Literal("ok") });
const Readiness = Type.Object({
  status: Type.Literal("ready"),
  store: Type.Union([Type.Literal("sqlite"), Type.Literal("postgres")]),
  /** steps of the tables: those of the database, and those this build knows */
  tables: Type.Object({ at: Type.Integer(), known: Type.Integer() }),
  /** departments whose figures are being counted anew; until then the earlier ones are shown */
  recounting: Type.Integer(),
});

export const healthRoutes =
  ({ store, draining }: Parts): Routes =>
  async (app) => {
    app.get("/healthz", { schema: { response: { 200: Health } } }, async () => ({ status: "ok" as const }));
    app.get("/readyz", { schema: { response: { 200: Readiness } } }, async () => {
      if (draining?.isBegun) throw notReady("This instance is about to stop.");
      if (isDamaged(store))
        throw notReady("The database file is damaged; the last backup has to be restored.");
      const { at, recounting, isLate } = await standingOf(store).catch(() => {
        throw new Refusal("store_unavailable");
      });
      // A database put back from a backup while this process runs; its start would have brought it up to date.
      if (at < newestMigration) throw notReady("The database's tables are older than this build.");
      if (isLate) throw notReady("A later version of Concord counts in this database by now.");
      return {
        status: "ready" as const,
        store: store.engine,
        tables: { at, known: newestMigration },
        recounting,
      };
    });
  };

const notReady = (detail: string) => new Refusal("store_unavailable", { detail });

async function standingOf(store: Store) {
  await store.ping();
  const { db, hot } = store;
  const { at } = await db
    .selectFrom("migration")
    .select((eb) => eb.fn.max("number").as("at"))
    .executeTakeFirstOrThrow();
  const departments = await db.selectFrom("department").select("department").execute();
  const keys = departments.map(({ department }) => department);
  const counted = await hot.read<CountingRow>(db, countingText, [keys]);
  return {
    at: Number(at),
    recounting: (await staleDepartments(store)).length,
    isLate: counted.some((row) => isOvertaken(row)),
  };
}

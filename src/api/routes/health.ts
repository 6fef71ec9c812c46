/** GET /healthz: the process lives. GET /readyz: the database answers, with the tables this build knows. */
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";
import { newestMigration } from "../store/migrations.ts";
import type { Store } from "../store/store.ts";

export const healthRoutes =
  ({ store }: Parts): Routes =>
  async (app) => {
    app.get("/healthz", async () => ({ status: "ok" }));
    app.get("/readyz", async () => {
      const at = await store
        .ping()
        .then(() => levelOf(store))
        .catch(() => {
          throw new Refusal("store_unavailable");
        });
      // A database put back from a backup while this process runs; its start would have brought it up to date.
      if (at < newestMigration)
        throw new Refusal("store_unavailable", {
          detail: "The database's tables are older than this build.",
        });
      return { status: "ready", store: store.engine, tables: { at, known: newestMigration } };
    });
  };

async function levelOf({ db }: Store): Promise<number> {
  const { fn } = db;
  const { at } = await db.selectFrom("migration").select(fn.max("number").as("at")).executeTakeFirstOrThrow();
  return Number(at);
}

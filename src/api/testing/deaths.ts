/** Kills at chosen statements of a migration, a publication or a recount, and what may be wrong afterwards. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { sql } from "kysely";
import { recipe } from "../store/kinds.ts";
import { checksumOf } from "../store/migrate.ts";
import { migrations, newestMigration } from "../store/migrations.ts";
import { recountStale } from "../store/recount.ts";
import { openStore, type Store, type StorePlace } from "../store/store.ts";
import { verify } from "../store/verify.ts";
import { noon, open, startTestApi, verdictOn } from "./api.ts";
import type { Dying } from "./dying.ts";
import { amara } from "./organisation.ts";

/** From the root of the project. Answers how many statements there were, or undefined when it was killed. */
function livesThrough(dying: Dying): Promise<number | undefined> {
  const script = resolve("src", "api", "testing", "dying.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, JSON.stringify(dying)], {
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout!.on("data", (chunk) => (said += chunk));
  child.stderr!.on("data", (chunk) => (said += chunk));
  return new Promise((done, fail) =>
    child.once("exit", (code, signal) => {
      if (signal === "SIGKILL") return done(undefined);
      const statements = /statements (\d+)/.exec(said)?.[1];
      if (code === 0 && statements) return done(Number(statements));
      fail(new Error(`it ended with ${code ?? signal}: ${said.slice(-2_000)}`));
    }),
  );
}

const dayAfter = (round: number) => noon + round * 86_400_000;

/** Evenly over everything it does. */
const spread = (statements: number, kills: number): number[] =>
  Array.from({ length: kills }, (_, i) => Math.floor(((i + 0.5) * statements) / kills));

async function withStore<T>(
  place: StorePlace,
  round: number,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(place, dayAfter(round));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function differencesIn(store: Store): Promise<string[]> {
  const departments = await store.db.selectFrom("department").select("department").execute();
  const found: string[] = [];
  for (const { department } of departments) found.push(...(await verify(store, department)).differences);
  return found;
}

export interface Deaths {
  kills: number;
  damage: string[];
}

/** Steps 2 and 12 again and again, killed in between: the tables are all there after the next start, and the figures too. */
async function migrationDeaths(newPlace: () => Promise<StorePlace>, kills: number): Promise<Deaths> {
  const damage: string[] = [];
  let statements = 0;
  for (let round = -1; round < kills; round++) {
    const place = await newPlace();
    await lived(place);
    await withStore(place, 0, rewound);
    const at = round < 0 ? -1 : spread(statements, kills)[round]!;
    const survived = await livesThrough({ what: "migration", place, at, round: 1 });
    if (round < 0) statements = survived!;
    else if (survived !== undefined) damage.push(`nothing was killed at statement ${at}`);
    damage.push(...(await withStore(place, 2, migrated)));
  }
  return { kills, damage };
}

/** Two steps are taken back as if an earlier version had written the store. */
async function rewound({ db }: Store): Promise<void> {
  for (const table of ["recipe", "recounting"]) await sql`drop table ${sql.table(table)}`.execute(db);
  await db.deleteFrom("migration").where("number", "in", [2, 12]).execute();
}

async function migrated(store: Store): Promise<string[]> {
  const rows = await store.db.selectFrom("migration").selectAll().execute();
  const wrong = migrations.filter(
    (one) => rows.filter((row) => row.number === one.number && row.checksum === checksumOf(one)).length !== 1,
  );
  const at = Math.max(...rows.map(({ number }) => number));
  await recountStale({ store, now: () => dayAfter(3) });
  return [
    ...wrong.map(({ number }) => `step ${number} is missing or twice`),
    ...(at === newestMigration ? [] : [`the tables stand at ${at}`]),
    ...(await differencesIn(store)),
  ];
}

/** A few messages with verdicts. */
async function lived(place: StorePlace): Promise<void> {
  const api = await startTestApi({ place, policy: { blindShare: 0 } });
  for (let n = 0; n < 7; n++) {
    const { request, opened } = await open(api, amara);
    const url = `/api/verdicts/${opened.predictionId}`;
    if (n % 3) await api.send("PUT", url, await api.token(amara), verdictOn(request));
  }
  await api.close();
}

/** One store, learned in again and again: a version is there whole or not at all, and the next round goes on. */
async function publicationDeaths(newPlace: () => Promise<StorePlace>, kills: number): Promise<Deaths> {
  const place = await newPlace();
  const damage: string[] = [];
  const statements = (await livesThrough({ what: "publication", place, at: -1, round: 0 }))!;
  for (const [i, at] of spread(statements, kills).entries()) {
    const survived = await livesThrough({ what: "publication", place, at, round: i + 1 });
    if (survived !== undefined) damage.push(`nothing was killed at statement ${at}`);
    damage.push(...(await withStore(place, i + 1, published)));
  }
  await livesThrough({ what: "publication", place, at: -1, round: kills + 1 });
  damage.push(...(await withStore(place, kills + 2, learned)));
  return { kills, damage };
}

async function published(store: Store): Promise<string[]> {
  const { db } = store;
  const damage: string[] = await differencesIn(store);
  for (const { department, model_version } of await db.selectFrom("department").selectAll().execute()) {
    const versions = await db
      .selectFrom("model_version")
      .select(["version", "state"])
      .where("department", "=", department)
      .execute();
    const live = versions.filter(({ state }) => state === "live").map(({ version }) => version);
    if (model_version > 0 && (live.length !== 1 || live[0] !== model_version))
      damage.push(`version ${model_version} is said to be live, the versions say ${live.join(", ")}`);
    const files = await db
      .selectFrom("model_file")
      .select("version")
      .where("department", "=", department)
      .execute();
    if (model_version > 0 && !files.some(({ version }) => version === model_version))
      damage.push(`version ${model_version} is live and has no file`);
    const answers = await db.selectFrom("answer").selectAll().where("department", "=", department).execute();
    const early = answers.filter(
      ({ trained_in }) => (trained_in ?? 0) > Math.max(0, ...versions.map((one) => one.version)),
    );
    if (early.length > 0) damage.push(`${early.length} verdicts were learned by a version that is not there`);
  }
  return damage;
}

/** After a round that was left alone nothing waits. */
async function learned(store: Store): Promise<string[]> {
  const rows = await store.db.selectFrom("answer").select(["state", "trained_in"]).execute();
  const waiting = rows.filter(({ state, trained_in }) => state !== "learned" || trained_in === null);
  return [
    ...(await published(store)),
    ...(rows.length > 0 ? [] : ["nothing was learned"]),
    ...(waiting.length === 0 ? [] : [`${waiting.length} verdicts were left behind`]),
  ];
}

/** Counters made anew by another recipe, killed in between: the next round counts them whole. */
async function recountDeaths(newPlace: () => Promise<StorePlace>, kills: number): Promise<Deaths> {
  const place = await newPlace();
  await lived(place);
  const damage: string[] = [];
  const stale = async (store: Store) => {
    const value = recipe.replace(/category \d+/, "category 0");
    await store.db.updateTable("recipe").set({ value }).execute();
  };
  await withStore(place, 0, stale);
  const statements = (await livesThrough({ what: "recount", place, at: -1, round: 0 }))!;
  for (const [i, at] of spread(statements, kills).entries()) {
    await withStore(place, i + 1, stale);
    await livesThrough({ what: "recount", place, at, round: i + 1 });
    const after = await withStore(place, i + 2, async (store) => {
      const meanwhile = await differencesIn(store);
      await recountStale({ store, now: () => dayAfter(i + 2) });
      const left = await store.db.selectFrom("recipe").select("value").where("value", "<>", recipe).execute();
      return [
        ...meanwhile,
        ...(await differencesIn(store)),
        ...left.map(() => "a department was left uncounted"),
      ];
    });
    damage.push(...after);
  }
  return { kills, damage };
}

const dying = { migration: migrationDeaths, publication: publicationDeaths, recount: recountDeaths };

/** Each at another statement, evenly over everything it does. Takes a few seconds for every kill. */
export const deathsOf = (
  what: Dying["what"],
  newPlace: () => Promise<StorePlace>,
  kills: number,
): Promise<Deaths> => dying[what](newPlace, kills);

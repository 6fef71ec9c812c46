/** One PostgreSQL for all store tests of a run, since making one costs more than most test files: jest starts it before them. */
import { postgresPrograms, startPostgres, type TestPostgres } from "./postgres.ts";

const shared = globalThis as { concordPostgres?: TestPostgres };

/** Jest's globalSetup; what it sets in the environment, the tests' processes inherit. */
export default async function start(): Promise<void> {
  const programs = postgresPrograms();
  if (!programs) return;
  shared.concordPostgres = await startPostgres(programs);
  process.env.CONCORD_TEST_POSTGRES = shared.concordPostgres.url;
}

export const stop = async (): Promise<void> => shared.concordPostgres?.stop();

/** `npm run store -- verify|rebuild`: compares the counters with the feedback, or makes them anew from it. */
import { join } from "node:path";
import { storagePlace } from "./config.ts";
import { isStartFailure } from "./startFailure.ts";
import { openStore, type Store } from "./store/store.ts";
import { rebuild, verify } from "./store/verify.ts";

const [verb] = process.argv.slice(2);

async function run(store: Store): Promise<number> {
  const departments = await store.db.selectFrom("department").select("department").execute();
  let faults = 0;
  for (const { department } of departments) {
    if (verb === "rebuild") await rebuild(store, department);
    const { messages, differences } = await verify(store, department);
    console.log(`${department}: ${messages} messages, ${differences.length || "no"} differences`);
    for (const difference of differences.slice(0, 20)) console.log(`  ${difference}`);
    faults += differences.length;
  }
  return faults === 0 ? 0 : 1;
}

if (verb !== "verify" && verb !== "rebuild") {
  console.error("Say verify or rebuild.");
  process.exitCode = 64;
} else {
  try {
    const { dataDir, databaseUrl } = storagePlace();
    const store = await openStore(
      databaseUrl ? { databaseUrl } : { file: join(dataDir, "concord.db") },
      Date.now(),
    );
    process.exitCode = await run(store);
    await store.close();
  } catch (fault) {
    if (!isStartFailure(fault)) throw fault;
    console.error(fault.message);
    process.exitCode = fault.exitCode;
  }
}

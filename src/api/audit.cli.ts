/** `npm run audit -- export > log.ndjson`, `npm run audit -- verify log.ndjson [earlier.ndjson]`: the log, checked without a database. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { storagePlace } from "./config.ts";
import { entriesIn, faultsIn, headsOf } from "./privacy/auditFile.ts";
import { isStartFailure } from "./startFailure.ts";
import type { AuditRow } from "./store/schema.ts";
import { openStore } from "./store/store.ts";

const [verb, file, earlier] = process.argv.slice(2);
const perRead = 1_000;

async function exportAll(): Promise<void> {
  const { dataDir, databaseUrl } = storagePlace();
  const store = await openStore(
    databaseUrl ? { databaseUrl } : { file: join(dataDir, "concord.db") },
    Date.now(),
  );
  const departments = await store.db.selectFrom("audit").select("department").distinct().execute();
  for (const { department } of departments) {
    let after = 0;
    for (;;) {
      const rows: AuditRow[] = await store.db
        .selectFrom("audit")
        .selectAll()
        .where("department", "=", department)
        .where("position", ">", after)
        .orderBy("position")
        .limit(perRead)
        .execute();
      for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
      if (rows.length < perRead) break;
      after = rows.at(-1)!.position;
    }
  }
  await store.close();
}

function verifyFile(name: string, earlierName: string | undefined): number {
  const read = (one: string) => entriesIn(readFileSync(one, "utf8"));
  const rows = read(name);
  const faults = faultsIn(rows, earlierName === undefined ? undefined : headsOf(read(earlierName)));
  for (const fault of faults) console.error(fault);
  for (const [department, { position, hash }] of headsOf(rows))
    console.log(`${department}: ${position} entries, ends with ${hash}`);
  return faults.length === 0 ? 0 : 1;
}

try {
  if (verb === "export") await exportAll();
  else if (verb === "verify" && file !== undefined) process.exitCode = verifyFile(file, earlier);
  else {
    console.error("Say export, or verify FILE [EARLIER FILE].");
    process.exitCode = 64;
  }
} catch (fault) {
  if (!isStartFailure(fault)) throw fault;
  console.error(fault.message);
  process.exitCode = fault.exitCode;
}

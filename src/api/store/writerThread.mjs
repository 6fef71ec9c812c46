/** The writing thread: batches of feedback go into the embedded file here, so that no request waits for the disk. */
import { parentPort, threadId, workerData } from "node:worker_threads";
import Database from "libsql";

const database = new Database(workerData.file);
for (const pragma of ["busy_timeout = 5000", ...workerData.pragmas]) database.pragma(pragma);

const prepared = new Map();
function statement(text) {
  const known = prepared.get(text) ?? database.prepare(text);
  prepared.set(text, known);
  return known;
}

let others;
/** Never what another thread has counted, before it ended. */
let commits = threadId * 2 ** 32;

/** Grows with every commit, by any other connection (of which SQLite tells) or by this one. */
function version() {
  const seen = statement("pragma data_version").all()[0].data_version;
  if (seen !== others) commits++;
  others = seen;
  return commits;
}

/** All of one moment. */
function read(reads) {
  statement("begin").run();
  try {
    return { version: version(), rows: reads.map(({ text, values }) => statement(text).all(values)) };
  } finally {
    statement("commit").run();
  }
}

/** All or nothing; nothing too where somebody else has written since it was read. */
function write(steps, since) {
  statement("begin immediate").run();
  try {
    if (version() !== since) {
      database.exec("rollback");
      return { isStale: true };
    }
    for (const { text, rows } of steps) {
      const one = statement(text);
      for (const row of rows) one.run(row);
    }
    statement("commit").run();
    commits++;
    return { isStale: false };
  } catch (fault) {
    // After a full disk SQLite has rolled back by itself.
    if (database.inTransaction) database.exec("rollback");
    throw fault;
  }
}

/** About 5 MB of pages: enough that most are written into the file once instead of several times, and little enough to wait for. */
const rowsPerCheckpoint = 1_000;
let rowsWritten = 0;

/** After the answer, so that nobody waits for it. What fails here fails again, and is told, where something is written. */
function carryOver(steps) {
  for (const { rows } of steps) rowsWritten += rows.length;
  if (rowsWritten < rowsPerCheckpoint) return;
  rowsWritten = 0;
  try {
    statement("pragma wal_checkpoint(passive)").all();
  } catch {}
}

parentPort.on("message", ({ number, task }) => {
  try {
    if (task.kind === "close") {
      database.close();
      parentPort.postMessage({ number, done: {} });
      return parentPort.close();
    }
    const done = task.kind === "read" ? read(task.reads) : write(task.steps, task.since);
    parentPort.postMessage({ number, done });
    if (task.kind === "write") carryOver(task.steps);
  } catch ({ name, message, code }) {
    parentPort.postMessage({ number, fault: { name, message, code } });
  }
});

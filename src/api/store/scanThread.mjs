/** The scanning thread: reads the embedded file through a connection that cannot write, and counts messages anew. */
import { parentPort, workerData } from "node:worker_threads";

const mostPrepared = 200;
const prepared = new Map();
let database;

async function opened() {
  if (database) return database;
  const { default: Database } = await import("libsql");
  database = new Database(workerData.file);
  database.pragma("busy_timeout = 5000");
  return database;
}

async function read({ sql, parameters }) {
  const statement = prepared.get(sql) ?? (await opened()).prepare(sql);
  if (prepared.size < mostPrepared) prepared.set(sql, statement);
  if (statement.reader) return statement.all(parameters);
  statement.run(parameters);
  return [];
}

/** The arithmetic is TypeScript, and only a recount needs it. */
async function count({ rows, kinds }) {
  const { register } = await import("tsx/esm/api");
  register();
  const { cellsOfMessages } = await import("./recountCells.ts");
  return cellsOfMessages(rows, kinds);
}

/** One task after the other, in the order they came. */
let last = Promise.resolve();
parentPort.on("message", ({ number, task }) => {
  last = last.then(async () => {
    try {
      parentPort.postMessage({ number, done: await (task.kind === "read" ? read(task) : count(task)) });
    } catch ({ name, message, code }) {
      parentPort.postMessage({ number, fault: { name, message, code } });
    }
  });
});

/**
 * What the API is compared with, in a process of its own: the same schemas in bare Fastify routes; one durable insert per
 * verdict; and, as a floor, one row for each opening with what has to be kept of it, many rows to a commit.
 */
import { join } from "node:path";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import Fastify from "fastify";
import Database from "libsql";
import pg from "pg";
import { featureBytes } from "../../src/api/predictors/featureBytes.ts";
import { stopOnSignal } from "../../src/api/signals.ts";
import { migrations } from "../../src/api/store/migrations.ts";
import { PredictionRequest } from "../../src/triage/message.ts";
import { Opened } from "../../src/triage/prediction.ts";
import { Receipt } from "../../src/triage/receipt.ts";
import { VerdictRequest } from "../../src/triage/verdict.ts";

const [port, folder, databaseUrl] = process.argv.slice(2);

interface Row {
  messageRef: string;
  predictionId: string;
  feedbackId: string;
  category: string | null;
  decidedAt: number;
}

const columns =
  "department, message_key, position, event, feedback_id, prediction_id, person, arm, blind_share, model_version, taxonomy_version, category, happened_at, stored_at";
const valuesOf = ({ messageRef, predictionId, feedbackId, category, decidedAt }: Row) => [
  "bare/customer-service",
  messageRef,
  1,
  "verdict",
  feedbackId,
  predictionId,
  "bare/person",
  "open",
  0.05,
  "v0",
  1,
  category,
  decidedAt,
  decidedAt,
];
const marks = (mark: (n: number) => string) =>
  columns
    .split(",")
    .map((_, i) => mark(i + 1))
    .join(", ");
/** The store's own table with its own indexes. */
const tables = migrations.flatMap(({ statements }) => statements).filter((text) => /\bfeedback\b/.test(text));

/** An opening at its least: named by the message, as it has to be found again. */
type Kept = [messageRef: string, predictionId: string, prediction: string, features: Buffer];
const keptTable =
  "create table kept (message text primary key, id text not null, prediction text not null, features bytea not null)";

interface Bare {
  insert(row: Row): Promise<unknown>;
  /** in one commit */
  keep(rows: readonly Kept[]): Promise<unknown>;
  close(): Promise<unknown>;
}

function libsql(): Bare {
  const database = new Database(join(folder!, "bare.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  for (const table of [...tables, keptTable]) database.exec(table);
  const statement = database.prepare(`insert into feedback (${columns}) values (${marks(() => "?")})`);
  const keeping = database.prepare("insert into kept values (?, ?, ?, ?)");
  return {
    insert: async (row) => statement.run(...valuesOf(row)),
    keep: async (rows) => {
      database.exec("begin immediate");
      for (const row of rows) keeping.run(row);
      database.exec("commit");
    },
    close: async () => database.close(),
  };
}

async function postgres(connectionString: string): Promise<Bare> {
  const pool = new pg.Pool({ connectionString, max: 10 });
  for (const table of [...tables, keptTable]) await pool.query(table);
  const keeping =
    "insert into kept select * from unnest($1::text[], $2::text[], $3::text[], $4::bytea[]) as k (a, b, c, d)";
  const text = `insert into feedback (${columns}) values (${marks((n) => `$${n}`)})`;
  return {
    insert: (row) => pool.query({ name: "bare", text, values: valuesOf(row) }),
    keep: (rows) =>
      pool.query({ name: "kept", text: keeping, values: [0, 1, 2, 3].map((i) => rows.map((row) => row[i])) }),
    close: () => pool.end(),
  };
}

const store = databaseUrl ? await postgres(databaseUrl) : libsql();
const app = Fastify({ bodyLimit: 512 * 1024 });
app.setValidatorCompiler(TypeBoxValidatorCompiler as never);
app.setSerializerCompiler(() => JSON.stringify);

const opened: Opened = JSON.parse(
  '{"predictionId":"","departmentId":"customer-service","messageKey":"","taxonomyVersion":1,"arm":"open","shown":{"kind":"prediction","prediction":null},"openedAt":0}',
);
const said = {
  categories: Array.from({ length: 10 }, (_, n) => ({
    category: `category-${n}`,
    probability: 0.0987654321,
  })),
  priorities: ["normal", "low", "high", "urgent"].map((priority) => ({ priority, probability: 0.25 })),
  likely: ["category-0", "category-1"],
  modelVersion: "v0",
  evidence: Array.from({ length: 32 }, (_, n) => ({ block: "words", id: n * 97, weight: 0.0123456789 })),
};

app.post<{ Body: PredictionRequest }>(
  "/bare/predictions",
  { schema: { body: PredictionRequest, response: { 200: Opened } } },
  async ({ body }) => ({
    ...opened,
    predictionId: body.predictionId,
    messageKey: body.messageRef,
    shown: { kind: "prediction", prediction: said },
    openedAt: body.openedAt,
  }),
);

const waiting: { row: Kept; done: () => void; fail: (fault: unknown) => void }[] = [];
let isKeeping = false;

async function keepAll(): Promise<void> {
  isKeeping = true;
  while (waiting.length > 0) {
    await new Promise(setImmediate);
    const batch = waiting.splice(0, 256);
    const ended = await store.keep(batch.map(({ row }) => row)).catch((fault: unknown) => ({ fault }));
    const fault = (ended as { fault?: unknown } | undefined)?.fault;
    for (const { done, fail } of batch) fault === undefined ? done() : fail(fault);
  }
  isKeeping = false;
}

app.post<{ Body: PredictionRequest }>(
  "/floor/predictions",
  { schema: { body: PredictionRequest, response: { 200: Opened } } },
  async ({ body }) => {
    const text = JSON.stringify(said);
    const row: Kept = [body.messageRef, body.predictionId, text, featureBytes(body.features!)];
    await new Promise<void>((done, fail) => {
      waiting.push({ row, done, fail });
      if (!isKeeping) void keepAll();
    });
    const { predictionId, messageRef: messageKey, openedAt } = body;
    return { ...opened, predictionId, messageKey, shown: { kind: "prediction", prediction: said }, openedAt };
  },
);

app.put<{ Body: VerdictRequest; Params: { predictionId: string } }>(
  "/bare/verdicts/:predictionId",
  { schema: { body: VerdictRequest, response: { 200: Receipt } } },
  async ({ body, params }) => {
    const { messageRef, feedbackId, decidedAt, verdict } = body;
    const category = verdict.kind === "holds" ? verdict.category : null;
    await store.insert({ messageRef, feedbackId, decidedAt, category, predictionId: params.predictionId });
    return {
      feedbackId,
      predictionId: params.predictionId,
      outcome: "confirmed",
      state: "accepted",
      storedAt: decidedAt,
    };
  },
);

await app.listen({ host: "127.0.0.1", port: Number(port) });
stopOnSignal(async () => {
  await app.close();
  await store.close();
});
console.error("is ready");

/** What the API is compared with, in a process of its own: the same schemas in bare Fastify routes, and one durable insert per verdict. */
import { join } from "node:path";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import Fastify from "fastify";
import Database from "libsql";
import pg from "pg";
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

interface Bare {
  insert(row: Row): Promise<unknown>;
  close(): Promise<unknown>;
}

function libsql(): Bare {
  const database = new Database(join(folder!, "bare.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  for (const table of tables) database.exec(table);
  const statement = database.prepare(`insert into feedback (${columns}) values (${marks(() => "?")})`);
  return { insert: async (row) => statement.run(...valuesOf(row)), close: async () => database.close() };
}

async function postgres(connectionString: string): Promise<Bare> {
  const pool = new pg.Pool({ connectionString, max: 10 });
  for (const table of tables) await pool.query(table);
  const text = `insert into feedback (${columns}) values (${marks((n) => `$${n}`)})`;
  return {
    insert: (row) => pool.query({ name: "bare", text, values: valuesOf(row) }),
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

/** `npm run bench:fuzz`: a hundred thousand requests made from /openapi.json; only described answers, no fault of ours, no growth. */
import { parseArgs } from "node:util";
import { fuzz } from "../src/api/testing/fuzzRun.ts";
import { startIssuer } from "../src/api/testing/issuer.ts";
import { machine, table } from "./figures.ts";

const { values: options } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    /** requests between one fresh API and the next */
    round: { type: "string", default: "5000" },
    seed: { type: "string", default: "1" },
  },
});
const requests = Number(options.requests);
const round = Number(options.round);
const issuer = await startIssuer();
const answers = new Map<string, number>();
const succeeded = new Set<string>();
const faults: string[] = [];
const heaps: number[] = [];
let sent = 0;
let operations = 0;

console.log(machine());
for (let i = 0; sent < requests && faults.length === 0; i++) {
  const result = await fuzz(issuer, Math.min(round, requests - sent), Number(options.seed) + i);
  sent += result.sent;
  operations = result.operations;
  for (const [status, n] of Object.entries(result.answers))
    answers.set(status, (answers.get(status) ?? 0) + n);
  for (const one of result.succeeded) succeeded.add(one);
  faults.push(...result.faults);
  globalThis.gc?.();
  heaps.push(process.memoryUsage().heapUsed / 1e6);
}
await issuer.close();
console.log(
  table(
    `${sent.toLocaleString("en")} generated requests, ${operations} operations, ${succeeded.size} of them with success`,
    ["status", "answers"],
    [...answers].sort().map(([status, n]) => [status, n.toLocaleString("en")]),
  ),
);
console.log(`\nHeap after each ${round}: ${heaps.map((mb) => mb.toFixed(0)).join(", ")} MB`);
console.log(faults.length === 0 ? "No answer that is not described, no 5xx but 503." : faults.join("\n\n"));
console.log(machine());
process.exit(faults.length === 0 ? 0 : 1);

/** `npm run bench:import`: twenty thousand odd files of every format read as an import reads them; only clear errors, no crash, no growth. */
import { parseArgs } from "node:util";
import { importOddFiles } from "../src/api/testing/oddFilesRun.ts";
import { machine } from "./figures.ts";

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "20000" },
    /** files between one look at the heap and the next */
    round: { type: "string", default: "2500" },
    seed: { type: "string", default: "1" },
  },
});
const files = Number(values.files);
const round = Number(values.round);
const heaps: number[] = [];
const faults: string[] = [];
let [read, ready, named, slowest] = [0, 0, 0, 0];

console.log(machine());
while (read < files && faults.length === 0) {
  const result = await importOddFiles(Math.min(round, files - read), Number(values.seed) + heaps.length);
  read += result.read;
  ready += result.ready;
  named += result.named;
  slowest = Math.max(slowest, result.slowestMs);
  faults.push(...result.faults);
  globalThis.gc?.();
  heaps.push(process.memoryUsage().heapUsed / 1e6);
}
console.log(
  `${read.toLocaleString("en")} odd files: ${ready} messages fit to be learned, ${named} faults named by place and reason.`,
);
console.log(
  `The slowest file took ${slowest.toFixed(0)} ms. Heap after each ${round}: ${heaps.map((mb) => mb.toFixed(0)).join(", ")} MB`,
);
console.log(faults.length === 0 ? "No crash, no fault without place and reason." : faults.join("\n\n"));
console.log(machine());
process.exit(faults.length === 0 ? 0 : 1);

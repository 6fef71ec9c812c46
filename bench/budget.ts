/** `npm run budget`: weighs the built pane, and fails when what it loads at the start exceeds its budget. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { kb, share, table } from "./figures.ts";
import { brotliOf, budgetBytes, paneFolder, scriptsOf } from "./paneScripts.ts";

if (!existsSync(join(paneFolder, "taskpane.html"))) {
  console.error("There is no built pane to weigh: run npm run build first.");
  process.exit(2);
}

const { initial, lazy } = scriptsOf("taskpane.html");
const used = brotliOf(initial);
const rowOf = (when: string) => (script: { file: string; bytes: number; brotli: number }) => [
  script.file,
  when,
  kb(script.bytes),
  kb(script.brotli),
];
const bySize = [...lazy].sort((a, b) => b.brotli - a.brotli);
console.log(
  table(
    "Scripts of the pane",
    ["file", "loaded", "bytes", "brotli"],
    [...initial.map(rowOf("at the start")), ...bySize.map(rowOf("when needed"))],
  ),
);
console.log(`\nAt the start ${kb(used)} of ${kb(budgetBytes)} (${share(used / budgetBytes)}).`);
if (used > budgetBytes) {
  console.error(`The pane's initial JavaScript is ${kb(used - budgetBytes)} over its budget.`);
  process.exit(1);
}

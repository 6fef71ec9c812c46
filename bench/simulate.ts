/** `npm run simulate:http`: planted truths lived through the HTTP API over a socket; what its lead is told must find them at every weekly look. */
import { parseArgs } from "node:util";
import { startIssuer, type TestIssuer } from "../src/api/testing/issuer.ts";
import {
  anchored,
  anchoringClaims,
  naiveRateOf,
  type Planted,
  selectionClaims,
  selfSelected,
  weeklyLooks,
} from "../src/api/testing/planted.ts";
import type { Summary } from "../src/triage/summary.ts";
import { machine } from "./figures.ts";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "10" },
    weeks: { type: "string", default: "52" },
    messages: { type: "string", default: "40" },
  },
});
const [runs, weeks, messagesPerWeek] = [options.runs, options.weeks, options.messages].map(Number) as [
  number,
  number,
  number,
];
/** A run is counted for a claim when it held at every one of its looks. */
const required = 0.95;

type Claims = Record<string, (told: Summary) => boolean>;

async function years(issuer: TestIssuer, planted: Planted, claims: Claims) {
  const held = new Map(Object.keys(claims).map((claim) => [claim, 0]));
  const naive: number[] = [];
  for (let seed = 1; seed <= runs; seed++) {
    const broken = new Set<string>();
    let last: Summary | undefined;
    const year = { planted, seed, weeks, messagesPerWeek, issuer, isOverSocket: true };
    for await (const told of weeklyLooks(year)) {
      for (const [claim, holds] of Object.entries(claims)) if (!holds(told)) broken.add(claim);
      last = told;
    }
    for (const claim of held.keys()) if (!broken.has(claim)) held.set(claim, held.get(claim)! + 1);
    naive.push(naiveRateOf(last!));
  }
  return { held, naive: naive.reduce((sum, rate) => sum + rate, 0) / naive.length };
}

function print(title: string, held: ReadonlyMap<string, number>): boolean {
  console.log(`\n${title}`);
  const all = [...held].map(([claim, n]) => {
    const holds = n / runs >= required;
    console.log(`${holds ? "✓" : "✗"} ${n} of ${runs} years  ${claim} at every one of ${weeks} looks`);
    return holds;
  });
  return all.every(Boolean);
}

console.log(machine());
const started = performance.now();
const issuer = await startIssuer();
const leaning = await years(issuer, anchored, anchoringClaims);
const selecting = await years(issuer, selfSelected, selectionClaims);
await issuer.close();
const found = [
  print("Anchoring: accuracy 0.80, 40 % of shown errors waved through", leaning.held),
  print("Selective answering: 30 % on right mail, 60 % on wrong; accuracy 0.85", selecting.held),
];
console.log(`  mean naive rate after the year: ${selecting.naive.toFixed(3)} (arithmetic says 0.739)`);
const messages = 2 * runs * weeks * messagesPerWeek;
console.log(
  `\n${messages.toLocaleString("en")} messages in ${Math.round((performance.now() - started) / 1_000)} s.`,
);
process.exit(found.every(Boolean) ? 0 : 1);

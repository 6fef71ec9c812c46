/** `npm run simulate`: the full acceptance of the arithmetic, as a table; exits with 1 when a requirement fails. */
import { Mistake, runCommand } from "../shell/command.ts";
import {
  anchoringFindings,
  type Finding,
  fairnessFindings,
  holds,
  lookingFindings,
  naiveRate,
  selectionFindings,
} from "./simulation/acceptance.ts";
import {
  driftFindings,
  gateFindings,
  poweredFindings,
  reportFindings,
} from "./simulation/furtherFindings.ts";

const usage = "npm run simulate -- [runs of each simulation, by default 500]";

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);

function demand({ required }: Finding): string {
  if (required === "shown only") return "–";
  return "atLeast" in required ? `≥ ${100 * required.atLeast} %` : `≤ ${100 * required.atMost} %`;
}

let failures = 0;
function print(title: string, findings: readonly Finding[]): void {
  console.log(`\n${title}`);
  for (const finding of findings) {
    const mark = finding.required === "shown only" ? " " : holds(finding) ? "✓" : "✗";
    failures += Number(!holds(finding));
    console.log(`${mark} ${percent(finding.share)}  ${demand(finding).padEnd(7)} ${finding.claim}`);
  }
}

function main(args: string[]): number {
  const runs = Number(args[0] ?? 500);
  if (!Number.isInteger(runs) || runs < 1) throw new Mistake(usage);
  const dense = { runs, messagesPerWeek: 80, blindShare: 0.25 };
  const usual = { runs, messagesPerWeek: 400, blindShare: 0.05 };

  console.log(`Shares of ${runs} simulated years (52 weekly looks each) unless said otherwise.`);
  print(
    "Anchoring: accuracy 0.80, 40 % of shown errors waved through; 80 messages a week, blind share 0.25",
    anchoringFindings(dense),
  );
  print("The same with 400 messages a week, blind share 0.05", anchoringFindings(usual));
  print("Selective answering: 30 % on right mail, 60 % on wrong; accuracy 0.85", selectionFindings(dense));
  console.log(`  mean naive rate after a year: ${naiveRate(dense).toFixed(3)} (arithmetic says 0.739)`);
  print("Looking every week, 20 checks a week, truth on target", lookingFindings(runs));
  print("Fairness: eight departments of equal truth, 80 messages a week each", fairnessFindings(dense));
  print("Drift (ADWIN, δ = 0.002), 20 checks a week", driftFindings(runs));
  const powered = poweredFindings(runs);
  print("Fixed-time figures, one look each", [...powered, ...reportFindings(runs)]);
  for (const { claim, meanWidthAgainstWilson } of powered) {
    console.log(
      `  width against Wilson on the blind checks alone: ${meanWidthAgainstWilson.toFixed(2)}  (${claim})`,
    );
  }
  print("Update gate, eight departments of 100 replayed verdicts", gateFindings(runs));
  console.log(failures === 0 ? "\nAll requirements hold." : `\nRequirements that do not hold: ${failures}.`);
  return failures === 0 ? 0 : 1;
}

export const command = { main, usage, misused: 2 };
export const ended = runCommand(command);

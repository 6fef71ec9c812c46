/** Every screen and state is drawn in turn in all looks: nothing cut off or too wide, also enlarged, no fault axe finds, and it looks as it did. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { faultsIn } from "./faults.ts";
import { likenessOf } from "./likeness.ts";
import { type Look, lookByName, lookName } from "./looks.ts";
import { strainFaults } from "./strain.ts";
import { openStudio, type Studio } from "./studio.ts";

jest.setTimeout(600_000);

const folder = join(__dirname, "references");
const seen = join(__dirname, "..", "..", "..", "dist", "storyboard-changed");
/** `ACCEPT_LOOKS=1 npx jest --selectProjects e2e --testPathPatterns storyboard` takes what is drawn now as right. */
const isAccepting = process.env.ACCEPT_LOOKS === "1";
/** Of a picture's cells: less than a button in a narrow pane. */
const tolerance = 0.012;
const mostKilobytes = 1_200;

const fileOf = (scene: string, look: Look) => `${scene.replace(/[^a-z0-9]+/gi, "-")}--${lookName(look)}.png`;

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio({ hasBoxes: true });
  await mkdir(folder, { recursive: true });
  await rm(seen, { recursive: true, force: true });
  await mkdir(seen, { recursive: true });
});
afterAll(() => studio.close());

test("every screen and state holds in its look, also at 400 %, with text at 200 %, with wider spacing and with the focus anywhere, and looks as it did", async () => {
  const faults: string[] = [];
  const files = new Set<string>();
  for (const scene of studio.names) {
    const look = lookByName(scene);
    const file = fileOf(scene, look);
    files.add(file);
    await studio.draw(scene, look);
    const after = await studio.picture();
    for (const fault of await faultsIn(studio.page)) faults.push(`${scene} ${lookName(look)}: ${fault}`);
    const change = (await changeIn(file, after)) && (await changeWhenDrawnAgain(scene, look));
    if (change) faults.push(`${scene} ${lookName(look)}: ${change}`);
    for (const fault of await strainFaults(studio.page)) faults.push(`${scene} ${lookName(look)}: ${fault}`);
  }
  for (const old of readdirSync(folder)) if (isAccepting && !files.has(old)) await rm(join(folder, old));
  expect(faults).toEqual([]);
});

/** A picture taken a moment too early is no change: what has changed is so the second time too. */
async function changeWhenDrawnAgain(scene: string, look: Look): Promise<string | undefined> {
  await studio.draw(scene, look);
  return changeIn(fileOf(scene, look), await studio.picture());
}

/** A new scene has no picture yet; it is made by accepting, and until then there is nothing to compare. */
async function changeIn(file: string, after: Buffer): Promise<string | undefined> {
  const path = join(folder, file);
  if (isAccepting) await writeFile(path, after);
  if (!existsSync(path)) return undefined;
  const { different } = likenessOf(readFileSync(path), after);
  if (different <= tolerance) return undefined;
  await writeFile(join(seen, file), after);
  return `${(different * 100).toFixed(1)} % of the picture changed; see dist/storyboard-changed`;
}

test("the reference pictures stay small", () => {
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  expect(bytes / 1024).toBeLessThan(mostKilobytes);
});

/** A morning's flow: the question, the answer, what was said by others, and the ways out. */
const told = [
  "triage/loading",
  "triage/predicted",
  "triage/corrected",
  "triage/several fit",
  "triage/your call first",
  "triage/blind, revealed otherwise",
  "triage/answered by a colleague",
  "triage/offline",
  "triage/refused",
  "triage/nothing selected",
];

test("a screen reader is told the same as before, screen by screen", async () => {
  const lines: string[] = [];
  for (const scene of told) {
    await studio.draw(scene, { theme: "light", width: 320, language: "en" });
    lines.push(`# ${scene}`, await studio.page.locator("body").ariaSnapshot(), "");
  }
  const transcript = lines.join("\n");
  const file = join(__dirname, "transcript.txt");
  if (isAccepting) await writeFile(file, transcript);
  expect(transcript).toBe(readFileSync(file, "utf8"));
});

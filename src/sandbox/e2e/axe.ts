/** What axe finds in the running pane, inside the real Office.js. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Outlook } from "./outlook.ts";

type Violation = { id: string; nodes: { html: string }[] };
type Axe = { run(options: object): Promise<{ violations: Violation[] }> };

/** Violations and their places. */
export async function axeFaults(outlook: Outlook): Promise<string[]> {
  const frame = await outlook.pane();
  // The page's policy forbids scripts from elsewhere; a debugger's is none.
  await frame.evaluate(await readFile(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8"));
  return frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`));
  });
}

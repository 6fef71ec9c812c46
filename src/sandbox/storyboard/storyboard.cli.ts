/** `npm run storyboard`: every screen and state as a picture, in each look, with an index page and all faults found on the way. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runCommand } from "../../shell/command.ts";
import { faultsIn } from "./faults.ts";
import { galleryPage, type Shot } from "./gallery.ts";
import { allLooks, type Look, lookName, moreLooks } from "./looks.ts";
import { openStudio } from "./studio.ts";

const options = {
  to: { type: "string", default: "dist/storyboard" },
  /** Only scenes, and looks, whose name holds this. */
  only: { type: "string", default: "" },
  look: { type: "string", default: "" },
  /** Pictures without axe, for a quick look. */
  quick: { type: "boolean", default: false },
} as const;

const fileOf = (scene: string, look: Look) => `${scene.replace(/[^a-z0-9]+/gi, "-")}--${lookName(look)}.png`;

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  const studio = await openStudio({ hasBoxes: false });
  await mkdir(values.to, { recursive: true });
  const shots: Shot[] = [];
  for (const scene of studio.names.filter((name) => name.includes(values.only)))
    for (const look of [...allLooks, ...moreLooks(scene)].filter((one) =>
      lookName(one).includes(values.look),
    )) {
      await studio.draw(scene, look);
      const file = fileOf(scene, look);
      await writeFile(join(values.to, file), await studio.picture());
      // What axe finds does not depend on the width.
      const faults = await faultsIn(studio.page, { withAxe: !values.quick && look.width === 320 });
      shots.push({ scene, look, file, faults });
      for (const fault of faults) console.log(`${scene} ${lookName(look)}: ${fault}`);
    }
  await writeFile(join(values.to, "index.html"), galleryPage(shots));
  await studio.close();
  const faulty = shots.filter(({ faults }) => faults.length > 0).length;
  console.log(`${shots.length} pictures in ${join(values.to, "index.html")}; ${faulty} with a fault.`);
  return faulty > 0 ? 1 : 0;
}

export const command = {
  main,
  usage: "npm run storyboard -- [--to FOLDER] [--only SCENE] [--look LOOK] [--quick]",
  misused: 2,
};
export const ended = runCommand(command);

/** `npm run pictures`: takes the README's pictures anew, of the sandbox as it is on its first day and after a year. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runCommand } from "../shell/command.ts";
import { beginAnew, demoMessages, pristine } from "./demo/beginning.ts";
import { type Desk, openStage, type Stage } from "./e2e/stage.ts";
import { personaOf } from "./personas.ts";
import { prepareYear } from "./year/folder.ts";
import { simulatedOrganisation } from "./year/organisation.ts";
import { fewVersions } from "./year/year.ts";

const options = { to: { type: "string", default: join("docs", "images") } } as const;
const size = { width: 1_440, height: 860 };
/** Short, in the language of the page, and clear from the first day on. */
const shown = /Card charged twice/;

async function sitDown(stage: Stage, persona: string): Promise<Desk> {
  const [, shared = ""] = personaOf(persona)?.mailboxes ?? [];
  const desk = await stage.sitDown({ persona, query: { mailbox: shared, theme: "light" } });
  await desk.outlook.page.setViewportSize(size);
  return desk;
}

async function save({ outlook }: Desk, file: string): Promise<void> {
  // What came last has faded in.
  await outlook.page.waitForTimeout(1_500);
  await outlook.page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  console.log(file);
}

const paneOf = ({ outlook }: Desk) => outlook.page.frameLocator('iframe[title="Concord"]');

async function takeTriage(stage: Stage, file: string): Promise<void> {
  const desk = await sitDown(stage, "amara");
  const message = (await desk.outlook.messages()).find(({ subject }) => shown.test(subject));
  await desk.outlook.select(message?.id ?? null);
  await desk.pane.until(({ kind }) => kind === "predicted", "a prediction is shown");
  await paneOf(desk).getByRole("button", { name: "Skip" }).click();
  await save(desk, file);
  await desk.close();
}

async function takeDepartment(stage: Stage, file: string): Promise<void> {
  const desk = await sitDown(stage, "priya");
  const message = (await desk.outlook.messages()).find(({ subject }) => shown.test(subject));
  await desk.outlook.select(message?.id ?? null);
  await paneOf(desk)
    .getByRole("tab", { name: /^Department/ })
    .click();
  await paneOf(desk)
    .getByText(/likely real|could be chance/)
    .first()
    .waitFor({ timeout: 60_000 });
  await save(desk, file);
  await desk.close();
}

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  const stage = await openStage();
  try {
    await takeTriage(stage, join(values.to, "triage.png"));
    await prepareYear({
      folder: pristine(stage.dataDir),
      organisation: simulatedOrganisation(),
      messages: demoMessages,
      today: Date.now(),
      seed: 1,
      trains: fewVersions,
      say: console.log,
    });
    await stage.product().stop();
    beginAnew(stage.dataDir, "afterAYear");
    await stage.start();
    await takeDepartment(stage, join(values.to, "department.png"));
  } finally {
    await stage.close();
  }
  return 0;
}

export const command = { main, usage: "npm run pictures -- [--to FOLDER]", misused: 2 };
export const ended = runCommand(command);

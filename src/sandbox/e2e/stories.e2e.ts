/** The three guided stories, walked to their ends by the people they are of: each step can be done, and shows what it tells. */
import type { FrameLocator } from "playwright-core";
import { type Beginning, pristine } from "../demo/beginning.ts";
import type { Role } from "../personas.ts";
import { stories } from "../web/dock/stories.ts";
import { prepareYear } from "../year/folder.ts";
import { simulatedOrganisation } from "../year/organisation.ts";
import { fewVersions } from "../year/year.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(240_000);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  // The year that a press would make in a minute, smaller and made before.
  await prepareYear({
    folder: pristine(stage.dataDir),
    organisation: simulatedOrganisation(),
    messages: 4_000,
    today: Date.now(),
    seed: 1,
    trains: fewVersions,
    say() {},
  });
});
afterAll(() => stage?.close());

class Walker {
  constructor(
    readonly desk: Desk,
    readonly pane: FrameLocator = desk.outlook.page.frameLocator('iframe[title="Concord"]'),
  ) {}
  get page() {
    return this.desk.outlook.page;
  }
  async says(words: RegExp) {
    let text = "";
    const holds = async () => {
      text =
        (await this.pane
          .locator("body")
          .textContent({ timeout: 2_000 })
          .catch(() => null)) ?? "";
      return words.test(text);
    };
    await this.desk.outlook.until(holds, `the pane says ${words}`, 40_000).catch((fault: Error) => {
      throw new Error(`${fault.message} It says: ${text.slice(0, 2_000)}`);
    });
  }
  press(name: RegExp | string) {
    return this.pane.getByRole("button", { name }).first().click();
  }
  tab(name: string) {
    return this.pane.getByRole("tab", { name, exact: true }).first().click();
  }
  /** In the sandbox's own strip. */
  strip(name: string) {
    return this.page
      .getByRole("region", { name: "Story" })
      .getByRole("button", { name, exact: true })
      .click();
  }
  /** The newest message of the list that the model speaks of. */
  async openAsked() {
    for (const mail of await this.desk.outlook.messages()) {
      if (mail.kind !== "message") continue;
      const { kind } = await this.desk.pane.open(mail);
      if (kind === "predicted" || kind === "severalFit") return;
    }
    throw new Error("Nothing here is asked about.");
  }
  answered() {
    return this.desk.pane.until(({ kind }) => kind === "answered", "the answer stands");
  }
}

const afterAYear = (walker: Walker) => walker.says(/\d+ corrections?:/);

/** What is done and seen at each step, once its own button, if it has one, was pressed. */
const steps: Record<Role, readonly ((walker: Walker) => Promise<unknown>)[]> = {
  staff: [
    async (walker) => {
      await walker.openAsked();
      await walker.says(/because/i);
    },
    async (walker) => {
      await walker.desk.pane.mustPress({ key: "Enter" });
      // Several fit: then Enter confirms nothing, and a choice is pressed.
      if ((await walker.desk.pane.see()).kind !== "answered") await walker.desk.pane.mustPress({ choice: 0 });
      await walker.answered();
    },
    async (walker) => {
      await walker.desk.pane.mustPress({ key: "z" });
      await walker.desk.pane.until(({ kind }) => kind !== "answered", "it is taken back");
      await walker.press("Your last verdicts");
      await walker.says(/Your last verdicts/);
      await walker.press("Your last verdicts");
    },
    async () => {},
    async (walker) => {
      await walker.page.locator("[role=option]").first().click();
      await walker.page.keyboard.press("Control+a");
      await walker.says(/ to confirm, \d+ confirmed/);
      for (let i = 0; i < 2; i++) await walker.press(/^Open:/);
      await walker.press(/ for \d+ messages$/);
      await walker.says(/You confirmed \d+ messages as Invoice and payment/);
    },
    async (walker) => {
      await walker.openAsked().catch(() => undefined);
      await walker.page.locator("[role=option]").last().click();
      await walker.says(/You are offline|waiting/);
      await walker.desk.pane.press({ choice: 0 });
      await walker.desk.pane.press({ priority: "normal" });
      await walker.says(/waiting/);
    },
    (walker) => walker.desk.pane.drained(60_000),
    afterAYear,
  ],
  lead: [
    afterAYear,
    async (walker) => {
      await walker.tab("Department");
      await walker.says(/on target|off target|not yet known/i);
    },
    async (walker) => {
      await walker.pane
        .getByRole("combobox")
        .filter({ hasText: "Last 52 weeks" })
        .selectOption({ label: "Last 52 weeks" });
      await walker.pane.getByText("As a table").first().click();
      await walker.says(/Week/);
    },
    async (walker) => {
      await walker.press(/More figures/);
      await walker.says(/Accuracy by category/);
    },
    async (walker) => {
      await walker.tab("Corrections");
      await walker.says(/Accept/);
    },
    async (walker) => {
      await walker.tab("Objectives");
      await walker.says(/Target: /);
    },
    async (walker) => {
      await walker.tab("Reviews");
      await walker.press(/^Go on/);
      await walker.says(/decision/i);
    },
    (walker) => walker.says(/Print/),
  ],
  admin: [
    async (walker) => {
      await walker.tab("Admin");
      await walker.says(/Reach in the last \d+ days/);
    },
    async (walker) => {
      await walker.press(/Customer service/);
      await walker.pane.getByText("Policy", { exact: true }).click();
      await walker.pane.getByLabel("Asks per person and day").fill("9");
      await walker.press("Save");
      await walker.says(/Saved as version/);
      await walker.press("Back");
    },
    async (walker) => {
      await walker.tab("People");
      await walker.says(/Export/);
    },
    async (walker) => {
      await walker.tab("Log");
      await walker.pane.getByLabel("Department").selectOption({ label: "Customer service" });
      await walker.says(/· Tomasz Nowak.*The log ends with/s);
    },
    (walker) => walker.says(/Signing in was cancelled/),
    (walker) => walker.says(/appsforoffice\.microsoft\.com/),
    (walker) =>
      walker.desk.pane.until(
        ({ kind }) => kind !== "empty" && kind !== "loading",
        "the pane is back",
        60_000,
      ),
    (walker) => walker.says(/Triage/),
  ],
};

test.each(Object.keys(stories) as Role[])("the story of %s can be walked to its end", async (role) => {
  const story = stories[role];
  expect(steps[role]).toHaveLength(story.steps.length);
  // As `npm start` shows it: the sandbox brings office.js itself, and can keep it back.
  const look = { language: "en-US", pane: "dressed" };
  const query = { ...look, mailbox: "service@northwind.example", story: `${role}.0` };
  const desk = await stage.sitDown({ persona: story.persona, query });
  const walker = new Walker(desk);
  await desk.pane.until(({ kind }) => kind !== "empty" && kind !== "loading", "the pane is there", 60_000);
  await begun(desk, "firstDay");
  for (const [at, { deed }] of story.steps.entries()) {
    if (at > 0) await walker.strip("Next");
    if (deed) await walker.strip(deed.label);
    if (deed?.does.kind === "begin") await begun(desk, deed.does.beginning);
    await steps[role][at]!(walker).catch((fault: Error) => {
      throw new Error(`step ${at + 1}: ${fault.message}`);
    });
  }
  await desk.close();
});

/** The page is loaded anew when the demo has begun; the strip then offers the other beginning. */
async function begun({ outlook: { page, until } }: Desk, wanted: Beginning) {
  const button = (name: string) => page.getByRole("button", { name, exact: true, disabled: false });
  const has = async (name: string) =>
    (await button(name)
      .count()
      .catch(() => 0)) > 0;
  const back = "Back to the first day";
  await until(() => has("Begin again"), "the demo can begin", 90_000);
  if (wanted === "firstDay" && (await has(back))) await button(back).click();
  const isSo = async () => (await has("Begin again")) && (await has(back)) === (wanted === "afterAYear");
  await until(isSo, `it is ${wanted}`, 90_000);
}

/** The three guided stories, walked from the first step to the last by the people they are of: each can be done, and shows what it tells. */
import type { FrameLocator } from "playwright-core";
import { pristine } from "../demo/beginning.ts";
import { personaOf, type Role } from "../personas.ts";
import { type Story, stories } from "../web/dock/stories.ts";
import { beginLabels } from "../web/dock/useDemo.ts";
import { prepareYear } from "../year/folder.ts";
import { simulatedOrganisation } from "../year/organisation.ts";
import { fewVersions } from "../year/year.ts";
import { type Desk, openStage, type Stage } from "./stage.ts";

jest.setTimeout(600_000);

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
    await this.desk.outlook.until(holds, `the pane says ${words}`, 90_000).catch((fault: Error) => {
      throw new Error(`${fault.message} It says: ${text.slice(0, 2_000)}`);
    });
  }
  press(name: RegExp | string) {
    return this.pane.getByRole("button", { name }).first().click();
  }
  /** By its beginning: a tab may say what waits behind it. */
  tab(name: string) {
    return this.pane
      .getByRole("tab", { name: new RegExp(`^${name}`) })
      .first()
      .click();
  }
  /** In the sandbox's own strip. */
  strip(name: string) {
    const story = this.page.getByRole("region", { name: "Story" });
    return story.getByRole("button", { name, exact: true });
  }
  /** Does what the story offers before one can go on; false when it offers nothing of the kind. */
  async offered(name: string) {
    const button = this.strip(name);
    if ((await button.count()) === 0) return false;
    await button.click();
    // Both load the page anew; only then is the offer gone.
    const gone = async () => (await this.strip("Back").count()) > 0 && (await button.count()) === 0;
    await this.desk.outlook.until(() => gone().catch(() => false), `${name} is done`, 90_000);
    return true;
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

const tellsReceipts = (walker: Walker) => walker.says(/\d+ corrections?:/);

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
      await walker.press("Your last answers");
      await walker.says(/Your last answers/);
      await walker.press("Your last answers");
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
    tellsReceipts,
  ],
  lead: [
    (walker) => walker.says(/Department/),
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
      await walker.press(/^Continue the review/);
      const choose = (name: string | RegExp, label: string) =>
        walker.pane.getByRole("combobox", { name }).first().selectOption({ label });
      await choose("What is decided", "Retrain the model");
      await walker.pane.getByRole("combobox", { name: "Owner" }).fill("Jonas Weber");
      await walker.press(/^Add$/);
      await walker.says(/Jonas Weber, by/);
      await choose("Right category", "70%");
      await walker.press("Close the review");
      await walker.press("Yes, close it");
      await walker.says(/Closed on .*Priya Raman/);
    },
    async (walker) => {
      await walker.says(/Copy as text.*Print/s);
      await walker.press("Back");
      await walker.says(/Closed reviews.*Evidence pack/s);
    },
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
      await walker.pane
        .getByRole("combobox", { name: "Department" })
        .selectOption({ label: "Customer service" });
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
    async (walker) => {
      await walker.tab("Admin");
      await walker.says(/City library/);
      await walker.press(/City library/);
      await walker.says(/versions?/i);
    },
  ],
};

/** As `npm start` shows it: the sandbox brings office.js itself, and can keep it back. */
const look = { language: "en-US", pane: "dressed", mailbox: "service@northwind.example" };

const isThere = (desk: Desk) =>
  desk.pane.until(({ kind }) => kind !== "empty" && kind !== "loading", "the pane is there", 60_000);

async function walk(walker: Walker, { steps: told, persona }: Story, does: (typeof steps)[Role]) {
  const hero = personaOf(persona)!.name.split(" ")[0]!;
  for (const [at, { when, deed }] of told.entries()) {
    if (at > 0) await walker.strip("Next").click();
    if (await walker.offered(`Go on as ${hero}`)) await isThere(walker.desk);
    if (when && (await walker.offered(beginLabels[when]))) await isThere(walker.desk);
    if (deed) await walker.strip(deed.label).click();
    await does[at]!(walker).catch((fault: Error) => {
      throw new Error(`step ${at + 1}: ${fault.message}`);
    });
  }
}

// One after the other, as the stories lead: the first day, then a year later.
test.each(["staff", "lead", "admin"] as const)(
  "the story of %s can be walked from its first step to its last",
  async (role) => {
    expect(steps[role]).toHaveLength(stories[role].steps.length);
    // Whoever opens the sandbox is Amara; the story itself says as whom to go on.
    const desk = await stage.sitDown({ persona: "amara", query: { ...look, story: `${role}.0` } });
    await isThere(desk);
    await walk(new Walker(desk), stories[role], steps[role]);
    await desk.close();
  },
);

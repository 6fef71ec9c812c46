/** What is agreed and how it stands, by role and name: the answer first, what is missing, and leads alone change it. */
import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import Value from "typebox/value";
import type { Role } from "../../../triage/department.ts";
import { ObjectiveRequest } from "../../../triage/objective.ts";
import { failed } from "../../apiAnswer.ts";
import type { Ask } from "../../apiClient.ts";
import { ar } from "../../locales/ar.ts";
import { de } from "../../locales/de.ts";
import { departmentApi } from "../../testing/departmentApi.ts";
import { objectivesAnswer } from "../../testing/objectives.ts";
import { now, service } from "../../testing/samples.ts";
import { WordsContext, wordsOf } from "../../words.tsx";
import ObjectivesPage from "./ObjectivesPage.tsx";

afterEach(cleanup);

interface Drawn {
  role?: Role;
  reviewEveryDays?: number;
  words?: ReturnType<typeof wordsOf>;
  api?: ReturnType<typeof departmentApi>;
}

async function draw({ role = "lead", reviewEveryDays = 30, words, api = departmentApi() }: Drawn = {}) {
  const parts = {
    api,
    load: async () => failed({ code: "not_found" }),
    copy: async () => true,
    now: () => now,
  };
  const department = { ...service, role, policy: { ...service.policy, reviewEveryDays } };
  const page = (
    <ObjectivesPage
      department={department}
      period="weeks12"
      onPeriod={() => {}}
      parts={parts}
      goTo={() => {}}
    />
  );
  const drawn = render(<main>{words ? <WordsContext value={words}>{page}</WordsContext> : page}</main>);
  // The room around the page, whose word this is, speaks English here.
  await screen.findByRole("button", { name: "Refresh" });
  return drawn;
}
const card = (name: string | RegExp) => within(screen.getByRole("article", { name }));

test("says first how many objectives are on target, off, not yet known, and out of date", async () => {
  await draw();
  for (const words of ["On target 1", "Off target 1", "Not yet known 2", "Out of date 1"])
    expect(screen.getByText(words)).toBeTruthy();
});

test("each objective says its share, its computed state, its range and n", async () => {
  await draw();
  expect(card("Right category").getByText("On target")).toBeTruthy();
  expect(card("Right category").getByText("92%")).toBeTruthy();
  expect(card("Right category").getByText(/^between 87 and 96, n.=.600 · blind checks$/)).toBeTruthy();
  expect(card("Triaged within 1 hour").getByText("Off target")).toBeTruthy();
});

test("what is not yet known says how many checks are missing, and how long that takes", async () => {
  await draw();
  const urgent = card("Urgent seen as urgent");
  expect(
    urgent.getByText(/^About 1,600 more checks to decide\. At the present pace, more than two years\.$/),
  ).toBeTruthy();
  expect(
    card("One press is enough: Billing").getByText(/^No evidence yet\. At least \d+ checks are needed\.$/),
  ).toBeTruthy();
  expect(card("Satisfied requesters").getByText(/^Nothing new since/)).toBeTruthy();
});

test("an earlier version keeps its own target and evidence", async () => {
  await draw();
  await userEvent.click(card("Right category").getByRole("button", { name: "Earlier versions" }));
  const earlier = within(card("Right category").getByRole("list", { name: "Earlier versions" }));
  expect(earlier.getByText("Target: at least 80%")).toBeTruthy();
  expect(earlier.getByText(/^80%, between \d+ and \d+, n.=.150$/)).toBeTruthy();
});

test("staff read everything and change nothing", async () => {
  await draw({ role: "staff" });
  expect(screen.queryByRole("button", { name: /Change|Withdraw|Agree/ })).toBeNull();
});

test("a lead agrees on a new objective; what is sent fits the API, and saving twice is one objective", async () => {
  const asked: Ask[] = [];
  await draw({ api: departmentApi(asked) });
  await userEvent.click(screen.getByRole("button", { name: "Agree on an objective" }));
  await userEvent.selectOptions(
    screen.getByRole("combobox", { name: "What is measured" }),
    "Triaged within …",
  );
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Within" }), "4 hours");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Only for" }), "Urgent");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByRole("alert").textContent).toBe("Please check the marked fields.");
  await userEvent.type(screen.getByRole("textbox", { name: "Owner" }), "Priya");
  await userEvent.type(screen.getByRole("textbox", { name: "Agreed by" }), "Team meeting");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findAllByRole("article");
  const [put] = asked.filter(({ method }) => method === "PUT");
  expect(Value.Check(ObjectiveRequest, put?.body)).toBe(true);
  expect(put?.body).toMatchObject({
    formula: { kind: "triagedWithin", minutes: 240, priority: "urgent" },
    target: 0.8,
    basedOn: 0,
  });
});

test("a new objective starts with the department's review rhythm, whatever is promised; an agreed one keeps its own", async () => {
  await draw({ reviewEveryDays: 45 });
  const rhythm = () => (screen.getByRole("combobox", { name: "Reviewed" }) as HTMLSelectElement).value;
  await userEvent.click(screen.getByRole("button", { name: "Agree on an objective" }));
  expect(rhythm()).toBe("45");
  await userEvent.selectOptions(
    screen.getByRole("combobox", { name: "What is measured" }),
    "Triaged within …",
  );
  expect(rhythm()).toBe("45");
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  await screen.findAllByRole("article");
  await userEvent.click(card("Right category").getByRole("button", { name: "Change" }));
  expect(rhythm()).toBe("28");
});

test("a change that somebody else came before is refused in words, and nothing typed is lost", async () => {
  const api = departmentApi();
  const ask: typeof api.ask = async (what, isAnswer) =>
    what.method === "PUT" ? failed({ code: "changed_meanwhile" }) : api.ask(what, isAnswer);
  await draw({ api: { ask } });
  await userEvent.click(card("Right category").getByRole("button", { name: "Change" }));
  await userEvent.clear(screen.getByRole("textbox", { name: "Target in percent" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Target in percent" }), "88");
  await act(async () => screen.getByRole("button", { name: "Save" }).click());
  expect(screen.getByRole("alert").textContent).toMatch(/Somebody else has changed this/);
  expect((screen.getByRole("textbox", { name: "Target in percent" }) as HTMLInputElement).value).toBe("88");
});

test("withdrawing asks first, and says why afterwards", async () => {
  const asked: Ask[] = [];
  await draw({ api: departmentApi(asked) });
  await userEvent.click(card("Right category").getByRole("button", { name: "Withdraw" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Reason (optional)" }), "Too broad");
  await userEvent.click(
    within(screen.getByRole("region", { name: /^Withdraw this/ })).getByRole("button", { name: "Withdraw" }),
  );
  await screen.findAllByRole("article");
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ basedOn: 2, reason: "Too broad" });
});

test("without objectives it says what one is for", async () => {
  const api = departmentApi([], [["GET", /\/objectives$/, () => ({ ...objectivesAnswer, objectives: [] })]]);
  await draw({ api });
  expect(screen.getByRole("heading", { name: "No objective yet" })).toBeTruthy();
});

test.each(["en", "de", "ar"] as const)(
  "neither the list nor the editor has a fault that axe finds, in %s",
  async (language) => {
    const words = { en: undefined, de: wordsOf("de", de), ar: wordsOf("ar", ar) }[language];
    const { container } = await draw(words ? { words } : {});
    const faults = async () => {
      for (const folded of container.querySelectorAll("details")) folded.open = true;
      const { violations } = await axe.run(container, {
        resultTypes: ["violations"],
        rules: { "color-contrast": { enabled: false } },
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    };
    expect(await faults()).toEqual([]);
    const add = { en: "Agree on an objective", de: "Ziel vereinbaren", ar: "الاتفاق على هدف" }[language];
    await userEvent.click(screen.getByRole("button", { name: add }));
    expect(await faults()).toEqual([]);
  },
  30_000,
);

/** What a lead is told, by role and name: the answer first, its evidence one press away, and what is missing. */
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { DepartmentView } from "../../../triage/department.ts";
import type { Summary, SummaryQuery } from "../../../triage/summary.ts";
import { failed } from "../../apiAnswer.ts";
import { ar } from "../../locales/ar.ts";
import { de } from "../../locales/de.ts";
import { departmentApi } from "../../testing/departmentApi.ts";
import { fallenAnswer, overviewAnswer } from "../../testing/overview.ts";
import { now, service } from "../../testing/samples.ts";
import { type SummaryName, summaries } from "../../testing/summaries.ts";
import { WordsContext, wordsOf } from "../../words.tsx";
import DepartmentRoom from "../DepartmentRoom.tsx";
import { ar as roomAr } from "../words/ar.ts";
import { de as roomDe } from "../words/de.ts";
import { en as roomEn } from "../words/en.ts";

afterEach(cleanup);

interface Drawn {
  words?: ReturnType<typeof wordsOf>;
  policy?: Partial<DepartmentView["policy"]>;
  asked?: SummaryQuery[];
  api?: ReturnType<typeof departmentApi>;
}

const silent: ReturnType<typeof departmentApi> = { ask: async () => failed({ code: "not_found" }) };

async function draw(name: SummaryName, { words, policy, asked = [], api = silent }: Drawn = {}) {
  const department = { ...service, policy: { ...service.policy, ...policy } };
  const load = async (_: string, query: SummaryQuery) => {
    asked.push(query);
    return { ok: true as const, value: summaries[name] as Summary };
  };
  const parts = {
    load,
    now: clock,
    api,
    copy: async () => true,
  };
  const shown = <DepartmentRoom departments={[department]} parts={parts} />;
  const drawn = render(<main>{words ? <WordsContext value={words}>{shown}</WordsContext> : shown}</main>);
  await screen.findByRole("button", { name: refresh[words?.language ?? "en"]! });
  return drawn;
}
/** The parts below have words and answers of their own, which come later; the way to the reviews is the last of them. */
async function whole() {
  await screen.findByRole("button", { name: /^(A review is open|Ein Review ist offen|مراجعة مفتوحة)/ });
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
}
const clock = () => now;
const refresh: Record<string, string> = { en: roomEn.refresh, de: roomDe.refresh, ar: roomAr.refresh };
const answer = () => within(screen.getByRole("region", { name: "Right category" }));

test("says first how often the category is right, between which ends, and from how many blind checks", async () => {
  await draw("known");
  expect(answer().getByText("89%", { selector: "p" })).toBeTruthy();
  expect(answer().getByText("between 77 and 96, from 140 blind checks")).toBeTruthy();
});

test("says that people lean on the prediction only when the whole interval says so", async () => {
  await draw("known");
  expect(
    answer().getByText(/shown 95%, without 89%: whether people lean on it is not yet known/),
  ).toBeTruthy();
  cleanup();
  await draw("leaning");
  expect(answer().getByText(/shown 93%, without 80%: people lean on it/)).toBeTruthy();
});

test("claims no share from few checks, and says how many are missing", async () => {
  await draw("not yet known");
  expect(answer().getByText("Not yet known")).toBeTruthy();
  expect(answer().getByText("12 blind checks so far. 18 more are needed for a first figure.")).toBeTruthy();
  expect(answer().queryByText(/lean/)).toBeNull();
});

test("without any check says what a blind check is, or that they are switched off", async () => {
  await draw("no checks");
  expect(answer().getByText(/^No blind checks so far\. 30 more/)).toBeTruthy();
  expect(answer().getByText(/a colleague decides before the prediction is shown/)).toBeTruthy();
  expect(
    screen.getByText("No blind checks in these weeks; the trend begins with the first one."),
  ).toBeTruthy();
  expect(screen.queryByRole("img")).toBeNull();
  cleanup();
  await draw("no checks", { policy: { blindShare: 0 } });
  expect(answer().getByText(/switched off for this department/)).toBeTruthy();
});

test("many unanswered asks are said beside the figure, with what they could change", async () => {
  await draw("many unanswered");
  expect(answer().getByText("Few checks answered: 143 of 310.")).toBeTruthy();
  expect(answer().getByText(/Were all the others wrong, or all right, it would be 40 or 95\./)).toBeTruthy();
  expect(answer().getByText(/not yet known: 5 checks with it shown so far/)).toBeTruthy();
});

test("every week of the chart is a row of its table, also one without checks", async () => {
  await draw("known");
  const weeks = within(screen.getByRole("region", { name: "Right category by week" }));
  expect(weeks.getByRole("img", { name: /week by week/ })).toBeTruthy();
  await userEvent.click(weeks.getByText("As a table"));
  const rows = weeks.getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toHaveLength(13);
  expect(rows[1]).toEqual(["Sep 7", "90%", expect.stringMatching(/^\d+–\d+$/), "10"]);
  expect(rows[5]).toEqual(["Oct 5", "–", "–", "0"]);
});

test("the figures of each field and arm are one press away", async () => {
  await draw("known");
  await userEvent.click(answer().getByText("Figures and method"));
  const row = answer().getByRole("row", { name: /^Category/ });
  expect(
    within(row)
      .getAllByRole("cell")
      .map((cell) => cell.textContent),
  ).toEqual(["89%77–96, n\u00a0=\u00a0140", "95%86–100, n\u00a0=\u00a0148"]);
});

test("the most confused categories say what the model said and what staff said", async () => {
  await draw("known");
  const table = within(screen.getByRole("table", { name: "Most confused" }));
  expect(table.getByRole("row", { name: "Billing Contract change 31" })).toBeTruthy();
});

test("asks for twelve weeks, and for today when somebody wants that", async () => {
  const asked: SummaryQuery[] = [];
  await draw("nothing", { asked });
  expect(screen.getByText("No message was opened in the last 12 weeks.")).toBeTruthy();
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Period" }), "Today");
  expect(await screen.findByText("No message was opened today yet.")).toBeTruthy();
  expect(asked).toEqual([{ from: "2026-09-07" }, {}]);
});

const objectives = async () => within(await screen.findByRole("region", { name: "Objectives" }));
const toDecide = async () => within(await screen.findByRole("region", { name: "What to decide" }));

test("above all figures stands what is off target, how sure that is, and what changed since the last review", async () => {
  await draw("known", { api: departmentApi() });
  const above = await objectives();
  expect(above.getByText("On target 1")).toBeTruthy();
  expect(above.getByText(/Since the review of Oct 26 · 2 new model versions\.$/)).toBeTruthy();
  const rows = above.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(rows[0]).toMatch(
    /^Triaged within 1 hour65%Off target\d+–\d+, n.=.1,560Target: at least 80% · all opened mail, late where unanswered · since /,
  );
  expect(rows[0]).toMatch(
    /Since the last review 49%, n.=.760; until then 80%: −31 points, likely real; was: On target$/,
  );
  expect(rows.at(-1)).toMatch(
    /^Right category92%On target.*Since the last review 97%, n.=.105; until then 91%: \+6 points, could be chance$/,
  );
  expect(rows.find((row) => row?.startsWith("Urgent seen as urgent"))).toMatch(
    /About [\d,]+ more checks to decide/,
  );
});

test("what a lead has to decide is listed with the way to it; staff are told of none of it", async () => {
  await draw("known", { api: departmentApi() });
  const list = await toDecide();
  expect(list.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
    "Off target: Triaged within 1 hour",
    "A review is open: continue it",
    "Overdue: Retrain the model: New products (Priya Raman, by Nov 16)",
    "4 corrections to look at",
    "1 proposal waits for a decision.",
    "Version 13 is held back: see why",
  ]);
  cleanup();
  const staffs = { ...overviewAnswer, waiting: null };
  await draw("known", { api: departmentApi([], [["GET", /overview$/, () => staffs]]) });
  await objectives();
  expect(screen.queryByText("What to decide")).toBeNull();
});

test.each([
  [/^Off target: Triaged/, "Triaged within 1 hour"],
  [/^A review is open/, "Review of Nov 23"],
  [/^Overdue/, "Urgent seen as urgent: Wait for more urgent mail"],
  [/corrections to look at/, "They end the contract"],
  [/proposal waits/, "New category: Returns"],
  [/^Version 13/, "It is worse beyond the agreed margin"],
])("the way “%s” ends at the thing itself, which has the focus", async (way, thing) => {
  await draw("known", { api: departmentApi() });
  await userEvent.click((await toDecide()).getByRole("button", { name: way }));
  await waitFor(() => expect(document.activeElement!.textContent).toContain(thing));
  expect(document.activeElement!.textContent!.length).toBeLessThan(400);
});

test("after going back to an earlier version the summary says so, and speaks of no new one", async () => {
  const lastReview = { ...overviewAnswer.lastReview!, published: 0, wentBackTo: 11 };
  await draw("known", {
    api: departmentApi([], [["GET", /overview$/, () => ({ ...overviewAnswer, lastReview })]]),
  });
  const said = (await objectives()).getByText(/^Since the review of/).textContent;
  expect(said).toBe("Since the review of Oct 26 · Gone back to version 11 of the model.");
});

test("what surely got worse is marked, counted and to be decided, though nobody knows yet whether the target is missed", async () => {
  await draw("known", { api: departmentApi([], [["GET", /overview$/, () => fallenAnswer]]) });
  const row = within((await objectives()).getAllByRole("listitem")[1]!);
  for (const said of [
    "Getting worse",
    "Not yet known",
    /^The review of Oct 26 found 72%, n.=.107, against 95% until then: likely real\.$/,
  ])
    expect(row.getByText(said)).toBeTruthy();
  expect((await objectives()).getByText("Getting worse 1")).toBeTruthy();
  expect(
    (await toDecide()).getByRole("button", { name: "Getting worse: Urgent seen as urgent" }),
  ).toBeTruthy();
});

test("words a newcomer may not know are explained where they stand, by a press", async () => {
  await draw("known", { api: departmentApi() });
  const way = (await objectives()).getByRole("button", {
    name: /^Explain: .*Range and n, Points, Likely real, could be chance$/,
  });
  expect(way.getAttribute("aria-expanded")).toBe("false");
  way.focus();
  await userEvent.keyboard("{Enter}");
  expect(way.getAttribute("aria-expanded")).toBe("true");
  expect((await objectives()).getByText(/Getting worse: stands beside one of these/)).toBeTruthy();
  expect((await objectives()).getByText(/from 80% to 84% is \+4 points/)).toBeTruthy();
  expect((await objectives()).getByText(/Could be chance: zero lies within it/)).toBeTruthy();
  await userEvent.click(answer().getByRole("button", { name: /^Explain: Blind check/ }));
  expect(answer().getByText(/decides before the prediction is shown/)).toBeTruthy();
});

test("shares say of which time they are: an objective since it was agreed, the figures of their period", async () => {
  await draw("known", { api: departmentApi() });
  expect((await objectives()).getAllByText(/ · since /).length).toBeGreaterThan(2);
  expect(answer().getByText("Last 12 weeks")).toBeTruthy();
  const period = screen.getByRole("combobox", { name: "Period" });
  const below = (await toDecide()).getByRole("heading").compareDocumentPosition(period);
  expect(below & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test("where nothing is agreed that is said first, with the way to the first objective", async () => {
  const bare = { ...overviewAnswer, objectives: [], lastReview: null };
  await draw("known", { api: departmentApi([], [["GET", /overview$/, () => bare]]) });
  expect((await objectives()).getByText("No objective yet")).toBeTruthy();
  await userEvent.click((await objectives()).getByRole("button", { name: "Agree on an objective" }));
  expect(screen.getByRole("tab", { name: "Objectives" }).getAttribute("aria-selected")).toBe("true");
});

test("when nothing waits that is said, with the day of the next review", async () => {
  const quiet = {
    ...overviewAnswer,
    objectives: overviewAnswer.objectives.filter(({ standing }) => standing.state.kind !== "notMet"),
    review: { ...overviewAnswer.review, openId: null, overdue: [] },
    waiting: { corrections: 0, proposals: 0, version: null },
  };
  await draw("known", { api: departmentApi([], [["GET", /overview$/, () => quiet]]) });
  expect((await toDecide()).getByText(/Nothing waits for a decision\. Next review on Nov 30\./)).toBeTruthy();
});

test("other departments stand beside this one, and one of few people is withheld", async () => {
  await draw("known", { api: departmentApi() });
  await userEvent.click(screen.getByRole("button", { name: "More figures" }));
  const table = within(await screen.findByRole("table", { name: "Other departments" }));
  expect(table.getByRole("row", { name: /^IT help desk 70% 55–82, n.=.100/ })).toBeTruthy();
  expect(table.getByRole("row", { name: "Human resources withheld –" })).toBeTruthy();
  expect(
    screen.getByText(/12 people opened mail with Concord, 12 saw a prediction, 9 answered/),
  ).toBeTruthy();
});

test.each(Object.keys(summaries) as SummaryName[])(
  "“%s” has no fault that axe finds, in three languages",
  async (name) => {
    for (const words of [undefined, wordsOf("de", de), wordsOf("ar", ar)]) {
      const { container } = await draw(name, { api: departmentApi(), ...(words && { words }) });
      await whole();
      for (const folded of container.querySelectorAll("details")) folded.open = true;
      const { violations } = await axe.run(container, {
        resultTypes: ["violations"],
        rules: { "color-contrast": { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
        [],
      );
      cleanup();
    }
  },
  120_000,
);

/** Reviews by role and name: what is due, what the evidence says, what leads decide, and what is taken along. */
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import Value from "typebox/value";
import { v7 } from "uuid";
import type { Role } from "../../../triage/department.ts";
import { DecisionRequest, OutcomeRequest } from "../../../triage/review.ts";
import { failed } from "../../apiAnswer.ts";
import type { Ask } from "../../apiClient.ts";
import { ar } from "../../locales/ar.ts";
import { de } from "../../locales/de.ts";
import { departmentApi } from "../../testing/departmentApi.ts";
import { closedReview, openReview, reviewsAnswer } from "../../testing/reviews.ts";
import { now, service } from "../../testing/samples.ts";
import { WordsContext, wordsOf } from "../../words.tsx";
import ReviewsPage from "./ReviewsPage.tsx";

afterEach(cleanup);

interface Drawn {
  role?: Role;
  closedAt?: number;
  words?: ReturnType<typeof wordsOf>;
  api?: ReturnType<typeof departmentApi>;
  copied?: string[];
}

const onReview = jest.fn();

async function draw({ role = "lead", closedAt, words, api = departmentApi(), copied = [] }: Drawn = {}) {
  const parts = {
    api,
    load: async () => failed({ code: "not_found" }),
    copy: async (text: string) => copied.push(text) > 0,
    now: () => now,
    onReview,
  };
  const department = { ...service, role, ...(closedAt === undefined ? {} : { closedAt }) };
  const page = (
    <ReviewsPage department={department} period="weeks12" onPeriod={() => {}} parts={parts} goTo={() => {}} />
  );
  const drawn = render(<main>{words ? <WordsContext value={words}>{page}</WordsContext> : page}</main>);
  await screen.findByRole("button", { name: /Continue the|fortsetzen|متابعة|Prepare|Open a/ });
  return drawn;
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const part = async (name: string) => within(await screen.findByRole("region", { name }));

test("what is open or due comes first, closed reviews below, and how good the forecasts were", async () => {
  await draw();
  expect(screen.getByText("A review is open since Nov 22.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Oct 26, Priya Raman, 1 decision" })).toBeTruthy();
  expect(screen.getByText(/Forecasts so far: 0\.14 off, from 6/)).toBeTruthy();
  cleanup();
  const due = { ...reviewsAnswer, reviews: [], isDue: true };
  await draw({ api: departmentApi([], [["GET", /\/reviews$/, () => due]]) });
  expect(screen.getByText("A review is due.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Prepare the review" })).toBeTruthy();
});

test("a review says what was decided and foretold, how each objective stands and changed, and what to talk about", async () => {
  await draw();
  await press("Continue the review");
  const before = await part("Decided last time");
  expect(
    before.getByText("Change categories or definitions: Right category: Say where refunds belong"),
  ).toBeTruthy();
  expect(before.getByText("Priya Raman, by Dec 21; Done; share then 86%, now 92%")).toBeTruthy();
  expect(before.getByText("Right category: forecast 70% likely, and it was on target")).toBeTruthy();
  const held = (await part("Objectives")).getAllByText(/^Target: at/).map(({ textContent }) => textContent);
  expect(held).toEqual([
    expect.stringMatching(/n.=.105; until then 91%: \+6 points, could be chance$/),
    "Target: at least 90%. Nothing new was counted since the last review.",
    expect.stringMatching(/until then 80%: −31 points, likely real$/),
    "Target: at least 60%. Looked at for the first time.",
    expect.stringMatching(/Since the last review 82%, n.=.74; nothing was counted before\.$/),
  ]);
  const agenda = await part("To discuss together");
  expect(agenda.getByText("Model Billing, staff Contract change: 31")).toBeTruthy();
  expect(agenda.getByText("Definition called unclear: Complaint, 9")).toBeTruthy();
  const model = await part("Model and corrections");
  expect(model.getByText("Model version 13, Nov 22, held back, not live")).toBeTruthy();
  expect(model.getByText("Model version 11, Nov 3, published Nov 4, since replaced")).toBeTruthy();
  expect(
    (await part("Model and corrections")).getByText(/went from 21% to 8%, noticed on Nov 2/),
  ).toBeTruthy();
});

test.each([
  [{ gap: 0.08, low: 0.02, high: 0.14 }, /: \+8 points, between \+2 and \+14: people lean on it\.$/],
  [{ gap: -0.08, low: -0.14, high: -0.02 }, /: −8 points, between −14 and −2: people rather go against it/],
  [{ gap: 0.03, low: -0.05, high: 0.11 }, /: \+3 points, between −5 and \+11: whether people lean on it/],
  [{ gap: null, low: -1, high: 1 }, /^No checks on both sides yet/],
])("a review says what seeing the prediction does to the verdicts: %j", async (gap, said) => {
  const review = { ...openReview, evidence: { ...openReview.evidence, gap } };
  await draw({ api: departmentApi([], [["GET", /\/reviews\/[^/]+$/, () => review]]) });
  await press("Continue the review");
  expect((await part("Model and corrections")).getByText(said)).toBeTruthy();
});

test("the points of a review are those between the two shares beside them, also where rounding would differ", async () => {
  const { evidence } = openReview;
  const gap = { gap: 0.0798, low: 0.01, high: 0.15, assisted: 0.9149 };
  const review = {
    ...openReview,
    evidence: { ...evidence, gap, blind: { ...evidence.blind, share: 0.8351 } },
  };
  await draw({ api: departmentApi([], [["GET", /\/reviews\/[^/]+$/, () => review]]) });
  await press("Continue the review");
  expect(
    (await part("Model and corrections")).getByText(
      "With the prediction shown 91%, without 84%: people lean on it. (+7 points, between +1 and +15)",
    ),
  ).toBeTruthy();
});

test("a lead adds a decision with owner and day, foretells, and closes after being asked once more", async () => {
  const asked: Ask[] = [];
  await draw({ api: departmentApi(asked) });
  await press("Continue the review");
  const decisions = await part("Decisions");
  const add = decisions.getByRole("button", { name: "Add" });
  const owner = decisions.getByRole("combobox", { name: "Owner" }) as HTMLInputElement;
  const needed = "Needed before it can be added.";
  expect([add.ariaDisabled ?? add.getAttribute("aria-disabled"), decisions.getByText(needed).id]).toEqual([
    "true",
    owner.getAttribute("aria-describedby"),
  ]);
  await userEvent.selectOptions(
    decisions.getByRole("combobox", { name: "What is decided" }),
    "Retrain the model",
  );
  // Who is named in the review already is offered; any other text is taken as well.
  const offered = document.getElementById(owner.getAttribute("list")!)!.querySelectorAll("option");
  expect([...offered].map(({ value }) => value)).toEqual(["Priya Raman", "Tomasz Nowak"]);
  await userEvent.type(owner, "Jonas Weber");
  expect(decisions.queryByText(needed)).toBeNull();
  // The second press of a hasty two finds an empty form.
  await userEvent.dblClick(add);
  expect(asked.filter(({ path }) => /\/decisions\//.test(path))).toHaveLength(1);
  expect(owner.value).toBe("");
  const forecast = await part("Forecast");
  await userEvent.selectOptions(forecast.getByRole("combobox", { name: "Urgent seen as urgent" }), "70%");
  await userEvent.dblClick(screen.getByRole("button", { name: "Close the review" }));
  expect(asked.some(({ path }) => path.endsWith("/closing"))).toBe(false);
  const closing = await part("Close");
  for (const open of ["2 proposals wait for a decision.", "1 decision of last time is still open."])
    expect(closing.getByText(open)).toBeTruthy();
  await press("Cancel");
  expect(screen.queryByRole("button", { name: "Yes, close it" })).toBeNull();
  await press("Close the review");
  onReview.mockClear();
  await press("Yes, close it");
  expect(await screen.findByText("Closed on Oct 26, Priya Raman")).toBeTruthy();
  // So that the tab of the department says no longer that one is open.
  expect(onReview).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("button", { name: /Add|Remove|Close/ })).toBeNull();
  const sent = (end: RegExp) => asked.find(({ method, path }) => method !== "GET" && end.test(path))?.body;
  expect(Value.Check(DecisionRequest, sent(/\/decisions\//))).toBe(true);
  expect(sent(/\/decisions\//)).toMatchObject({ kind: "retrain", owner: "Jonas Weber", dueOn: "2026-12-21" });
  expect(sent(/\/forecasts\//)).toEqual({ probability: 0.7 });
});

test("a lead says what came of a decision, of the last review as well as of one that is closed", async () => {
  const asked: Ask[] = [];
  let outcome = "open";
  const settled = () => ({
    ...closedReview,
    outcomes: closedReview.decisions.map(({ id }) => ({ decision: id, outcome })),
  });
  const settle = ({ body }: Ask) => {
    outcome = (body as { outcome: string }).outcome;
    return settled();
  };
  const isClosed = new RegExp(`/reviews/${closedReview.id}(/|$)`);
  const api = departmentApi(asked, [
    ["GET", isClosed, settled],
    ["PUT", isClosed, settle],
  ]);
  await draw({ api });
  await press("Continue the review");
  const before = await part("Decided last time");
  await userEvent.selectOptions(
    before.getByRole("combobox", { name: "Outcome: Retrain the model" }),
    "Dropped",
  );
  const [put] = asked.filter(({ method }) => method === "PUT");
  const { id } = openReview.evidence.followUps[1]!;
  expect(put!.path).toMatch(new RegExp(`/reviews/${closedReview.id}/decisions/${id}/outcome$`));
  expect(Value.Check(OutcomeRequest, put!.body)).toBe(true);
  expect(asked.at(-1)).toMatchObject({ method: "GET", path: expect.stringContaining(openReview.id) });
  await press("Back");
  outcome = "open";
  await userEvent.click(await screen.findByRole("button", { name: /^Oct 26/ }));
  const decisions = await part("Decisions");
  await userEvent.selectOptions(
    decisions.getByRole("combobox", { name: /^Outcome: Keep the target/ }),
    "Done",
  );
  expect(await decisions.findByText("Priya Raman, by Dec 21; Done")).toBeTruthy();
});

test("staff read a review, and neither close it nor touch what others decided", async () => {
  await draw({ role: "staff" });
  await press("Continue the review");
  await part("Decisions");
  expect(screen.queryByRole("button", { name: /Remove|Close/ })).toBeNull();
  expect(screen.queryByRole("combobox", { name: /^Outcome/ })).toBeNull();
  const lead = "A lead of the department says what came of it.";
  const open = openReview.evidence.followUps.filter(({ outcome }) => outcome === "open");
  expect((await part("Decided last time")).getAllByText(lead)).toHaveLength(open.length);
  expect((await part("Decisions")).queryByText(lead)).toBeNull();
  await press("Back");
  await userEvent.click(await screen.findByRole("button", { name: /^Oct 26/ }));
  expect((await part("Decisions")).getAllByText(lead)).not.toEqual([]);
});

test("the text to paste holds the whole review, without any mark-up", async () => {
  const copied: string[] = [];
  await draw({ copied });
  await press("Continue the review");
  await part("Decisions");
  await press("Copy as text");
  expect(await screen.findByRole("button", { name: "Copied" })).toBeTruthy();
  const [text = ""] = copied;
  for (const line of [
    "Customer service: Review of Nov 23",
    "• Right category: On target, 92%, between 87 and 96, n\u00a0=\u00a0600, Target: at least 85%. Since the last review 97%, n\u00a0=\u00a0105; until then 91%: +6 points, could be chance",
    "• Model Billing, staff Contract change: 31",
    "• Keep the target: Urgent seen as urgent: Wait for more urgent mail (Priya Raman, by Dec 21)",
  ])
    expect(text.split("\n")).toContain(line);
});

test.each(["en", "de", "ar"] as const)(
  "neither the list nor a review has a fault that axe finds, in %s",
  async (language) => {
    const words = { en: undefined, de: wordsOf("de", de), ar: wordsOf("ar", ar) }[language];
    const { container } = await draw(words ? { words } : {});
    const faults = async () => {
      const { violations } = await axe.run(container, {
        resultTypes: ["violations"],
        rules: { "color-contrast": { enabled: false } },
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    };
    expect(await faults()).toEqual([]);
    await press(/Continue the|fortsetzen|متابعة/);
    await screen.findByRole("region", { name: /^(Decisions|Entscheidungen|القرارات)$/ });
    expect(await faults()).toEqual([]);
  },
  30_000,
);

test("staff add a decision to an open review and take back their own, not the lead's", async () => {
  const asked: Ask[] = [];
  const [first] = openReview.decisions;
  const mine = { ...first!, id: v7(), kind: "retrain" as const, owner: "Amara Okafor" };
  const with2 = { ...openReview, decisions: [first!, mine], own: [mine.id] };
  await draw({ role: "staff", api: departmentApi(asked, [["PUT", /decisions\/[^/]+$/, () => with2]]) });
  await press("Continue the review");
  const decisions = await part("Decisions");
  await userEvent.selectOptions(decisions.getByRole("combobox", { name: "What is decided" }), "retrain");
  await userEvent.type(decisions.getByRole("combobox", { name: "Owner" }), "Amara Okafor");
  await press("Add");
  expect(asked.at(-1)!.body).toMatchObject({ kind: "retrain", owner: "Amara Okafor" });
  const remove = await decisions.findAllByRole("button", { name: /^Remove/ });
  expect(remove.map(({ textContent }) => textContent)).toEqual(["Remove: Retrain the model"]);
  await userEvent.click(remove[0]!);
  expect(asked.at(-1)).toMatchObject({ method: "DELETE", path: expect.stringContaining(mine.id) });
});

test("in a closed department staff read the review that was open, and are offered no decision", async () => {
  await draw({ role: "staff" });
  await press("Continue the review");
  expect(await screen.findByLabelText("What is decided")).toBeTruthy();
  cleanup();
  await draw({ role: "staff", closedAt: now - 1_000 });
  await press("Continue the review");
  await part("Decisions");
  expect(screen.queryByLabelText("What is decided")).toBeNull();
  expect(screen.queryByRole("button", { name: /^Remove/ })).toBeNull();
});

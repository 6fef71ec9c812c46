/** What became of corrections, by role and name: leads decide and go back, staff read, propose, and never see a note. */
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Role } from "../../../triage/department.ts";
import type { ModelVersions } from "../../../triage/model.ts";
import type { Ask } from "../../apiClient.ts";
import { proposalsAnswer, versionsAnswer } from "../../testing/corrections.ts";
import { departmentApi } from "../../testing/departmentApi.ts";
import { now, service } from "../../testing/samples.ts";
import { summaries } from "../../testing/summaries.ts";
import SummaryPage from "../summary/SummaryPage.tsx";
import CorrectionsPage from "./CorrectionsPage.tsx";

afterEach(cleanup);

function drawing(role: Role = "lead", opens = true) {
  const asked: Ask[] = [];
  const opened: string[] = [];
  const parts = {
    api: departmentApi(asked),
    load: async () => ({ ok: true, value: summaries.known }) as const,
    copy: async () => true,
    openMessage: async (itemId: string) => {
      opened.push(itemId);
      return opens;
    },
    now: () => now,
  };
  const props = {
    department: { ...service, role },
    period: "weeks12",
    onPeriod() {},
    parts,
    goTo() {},
  } as const;
  return { asked, opened, props };
}

async function draw(role: Role = "lead", opens = true) {
  const { props, ...seen } = drawing(role, opens);
  const { container } = render(
    <main>
      <CorrectionsPage {...props} />
    </main>,
  );
  await screen.findByRole("heading", { name: "Proposals" }, { timeout: 60_000 });
  return { ...seen, container };
}
const focused = () => document.activeElement!.textContent;
const puts = (asked: readonly Ask[]) => asked.filter(({ method }) => method === "PUT");

test("says which version is live, what it calls otherwise, and why the newest one is held back", async () => {
  await draw();
  expect(screen.getByText(/^Version 12 is live since/)).toBeTruthy();
  expect(screen.getByText(/Of the newest 300 messages it calls 14 differently/)).toBeTruthy();
  expect(screen.getByText(/^Version 13 · Held back$/)).toBeTruthy();
  expect(screen.getByText("It is worse beyond the agreed margin.")).toBeTruthy();
  expect(screen.getByText(/2 now right|5 now right/)).toBeTruthy();
});

test("before a lead goes back to an earlier version it is said what that means, and a double press decides nothing", async () => {
  const { asked } = await draw();
  await userEvent.click(screen.getByText("All versions"));
  await userEvent.dblClick(screen.getByRole("button", { name: "Go back to version 11" }));
  expect(screen.getByText(/waits again, and for 14 days .* Version 12 stays here/)).toBeTruthy();
  expect(puts(asked)).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(screen.queryByText(/waits again/)).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Go back to version 11" }));
  await userEvent.click(screen.getByRole("button", { name: "Yes, go back" }));
  expect(puts(asked)).toEqual([
    { method: "PUT", path: "api/departments/customer-service/models/live", body: { version: 11 } },
  ]);
  await waitFor(() => expect(focused()).toMatch(/^Version 11 is live since/));
});

test("a lead accepts in one press, and declines only with a reason that the author sees", async () => {
  const { asked } = await draw();
  const waiting = within(screen.getByRole("article"));
  expect(waiting.getByText("They end the contract; the invoice is only mentioned.")).toBeTruthy();
  await userEvent.click(waiting.getByRole("button", { name: "Accept" }));
  expect(puts(asked).at(-1)!.body).toMatchObject({ decision: "accept" });
  await waitFor(() => expect(focused()).toBe("Accepted. The next version of the model learns it."));
  expect(document.activeElement!.getAttribute("role")).toBe("status");
  await userEvent.click(within(screen.getByRole("article")).getByRole("button", { name: "Decline" }));
  const decline = within(screen.getByRole("article")).getByRole("button", { name: "Decline" });
  expect((decline as HTMLButtonElement).disabled).toBe(true);
  expect(document.activeElement).toBe(screen.getByLabelText("Reason"));
  await userEvent.keyboard("It is an invoice.");
  await userEvent.click(decline);
  expect(puts(asked).at(-1)!.body).toMatchObject({ decision: "decline", because: "It is an invoice." });
  await waitFor(() => expect(focused()).toBe("Declined. Its author sees your reason."));
});

test("a correction of a message this person opened is called by its subject; how to tell the others is said", async () => {
  const { props } = drawing();
  const subjectOf = () => "Invoice 4711: wrong amount";
  render(<CorrectionsPage {...props} parts={{ ...props.parts, subjectOf }} />);
  const article = within(await screen.findByRole("article", {}, { timeout: 60_000 }));
  expect(article.getByText("Invoice 4711: wrong amount")).toBeTruthy();
  expect(screen.getByText(/^Concord keeps no subjects: /)).toBeTruthy();
});

test("whoever changes their mind about declining is back at the correction", async () => {
  await draw();
  const article = screen.getByRole("article");
  await userEvent.click(within(article).getByRole("button", { name: "Decline" }));
  await userEvent.click(within(article).getByRole("button", { name: "Cancel" }));
  expect(document.activeElement).toBe(article);
});

test("before a proposal is accepted it is said what that means; afterwards what was done, at the next one", async () => {
  const asked: Ask[] = [];
  const { props } = drawing();
  const decide = () => {
    left.shift();
    return proposalsAnswer.proposals[0];
  };
  const left = [...proposalsAnswer.proposals];
  const api = departmentApi(asked, [
    ["GET", /\/proposals$/, () => ({ ...proposalsAnswer, proposals: left })],
    ["PUT", /\/proposals\//, decide],
  ]);
  render(<CorrectionsPage {...props} parts={{ ...props.parts, api }} />);
  const part = within(await screen.findByRole("region", { name: "Proposals" }));
  expect(
    part.getByText(/changes the categories at once, and the next version of the model learns it/),
  ).toBeTruthy();
  expect(part.getByText(/Version 13, which is not live, can then no longer be published\.$/)).toBeTruthy();
  expect(part.getByText("Nothing can be counted yet for a category that is not there.")).toBeTruthy();
  expect(
    part.getByText(
      "In twelve weeks: 57 of 212 answers on this category were corrections. Called unclear 9 times.",
    ),
  ).toBeTruthy();
  const timesAsked = () => asked.filter(({ path }) => path.endsWith("/models")).length;
  const before = timesAsked();
  const press = (name: string) => userEvent.click(part.getAllByRole("button", { name })[0]!);
  await press("Accept");
  expect(part.getByText(/^Add this category for everybody in the department\?/)).toBeTruthy();
  expect(left).toHaveLength(proposalsAnswer.proposals.length);
  await press("Yes, accept");
  await waitFor(() => expect(focused()).toContain("Clearer definition: Complaint"));
  expect(part.getAllByRole("status")[0]!.textContent).toMatch(/^Accepted\. It holds from now on/);
  expect(timesAsked()).toBe(before + 1);
  await press("Decline");
  await userEvent.keyboard("It is clear as it is.");
  await press("Decline");
  await waitFor(() => expect(focused()).toMatch(/^Declined\. It stays below/));
  expect(puts(asked).map(({ body }) => body)).toEqual([
    { decision: "accept" },
    { decision: "decline", because: "It is clear as it is." },
  ]);
});

test("a proposed definition stands beside today's, with what goes and what comes; two presses in a row decide nothing", async () => {
  const { asked } = await draw();
  const card = screen.getByText("Clearer definition: Complaint").closest("li")!;
  const of = within(card);
  const texts = [...card.querySelectorAll("dd")].map(({ textContent }) => textContent);
  expect([...card.querySelectorAll("dt")].map(({ textContent }) => textContent)).toEqual([
    "Today",
    "Proposed",
  ]);
  expect(texts).toEqual([
    "Somebody is unhappy with what we did and expects an answer.",
    "Somebody is unhappy and says so, whatever it is about.",
  ]);
  const changed = (what: string) => [...card.querySelectorAll(what)].map(({ textContent }) => textContent);
  expect(changed("del").join("")).toContain("with what we did");
  expect(changed("ins").join("")).toContain("says so, whatever");
  await userEvent.dblClick(of.getByRole("button", { name: "Accept" }));
  expect(of.getByRole("button", { name: "Yes, accept" })).toBeTruthy();
  await userEvent.click(of.getByRole("button", { name: "Cancel" }));
  await userEvent.dblClick(of.getByRole("button", { name: "Decline" }));
  expect(of.getByRole("button", { name: "Decline" })).toHaveProperty("disabled", true);
  await userEvent.click(of.getByRole("button", { name: "Cancel" }));
  expect(document.activeElement).toBe(of.getByRole("button", { name: "Decline" }));
  expect(puts(asked)).toEqual([]);
});

test("a proposal on few verdicts says so, and where learning is off it is said that nothing learns it", async () => {
  const { props } = drawing();
  const [, thin] = proposalsAnswer.proposals;
  const few = { ...thin!, evidence: { verdicts: 12, corrected: 4, unclear: 0 } };
  const api = departmentApi([], [["GET", /\/proposals$/, () => ({ ...proposalsAnswer, proposals: [few] })]]);
  const department = { ...props.department, policy: { ...props.department.policy, learning: false } };
  render(<CorrectionsPage {...props} department={department} parts={{ ...props.parts, api }} />);
  expect(await screen.findByText(/4 of 12 answers .* were corrections\. So few say little\./)).toBeTruthy();
  expect(screen.getByText(/Learning is switched off here/)).toBeTruthy();
});

test("a version that can no longer be published, or was replaced before it went live, says so", async () => {
  const [held, live, ...others] = versionsAnswer.versions;
  const shown = async (versions: ModelVersions) => {
    cleanup();
    const { props } = drawing();
    const api = departmentApi([], [["GET", /\/models$/, () => versions]]);
    render(<CorrectionsPage {...props} parts={{ ...props.parts, api }} />);
    await screen.findByRole("heading", { name: "Model" });
  };
  await shown({ ...versionsAnswer, versions: [{ ...held!, isKept: false }, live!, ...others] });
  expect(screen.queryByRole("button", { name: "Publish" })).toBeNull();
  expect(screen.getByText(/^It can no longer be put live: its file is gone/)).toBeTruthy();
  const unreachable = { isKept: false, unreachable: "categories" as const };
  const old = others.map((one) => ({ ...one, ...unreachable }));
  await shown({ ...versionsAnswer, versions: [held!, live!, ...old] });
  await userEvent.click(screen.getByText("All versions"));
  expect(screen.queryByRole("button", { name: /^Go back/ })).toBeNull();
  expect(screen.getAllByText("It can no longer be put live: it was made for other categories.")).toHaveLength(
    old.length,
  );
  await shown({ ...versionsAnswer, versions: [{ ...held!, isKept: false }, live!, ...others] });
  expect(screen.queryByText(/can then no longer be published/)).toBeNull();
  const newest = { ...live!, version: 14 };
  await shown({ ...versionsAnswer, live: 14, versions: [newest, held!, ...others] });
  expect(screen.getByText("Version 13 (Held back) never went live: version 14 took its place.")).toBeTruthy();
});

test("of what a version calls otherwise all is counted, and a small loss is said to be perhaps chance", async () => {
  const [held, ...others] = versionsAnswer.versions;
  const [overall] = held!.judgement!.groups;
  const groups = [
    { ...overall!, group: "overall" as const, better: 8, worse: 9, gain: -0.004, low: -0.04, high: 0.03 },
  ];
  const { props } = drawing();
  const versions = [
    { ...held!, judgement: { ...held!.judgement!, reasons: ["overallWorse" as const], groups } },
    ...others,
  ];
  const api = departmentApi([], [["GET", /\/models$/, () => ({ ...versionsAnswer, versions })]]);
  render(<CorrectionsPage {...props} parts={{ ...props.parts, api }} />);
  expect(
    await screen.findByText(/^On the whole it is worse\. So small a difference could be chance/),
  ).toBeTruthy();
  expect(screen.getByText("In other ways: 5")).toBeTruthy();
  expect(screen.getByText("In other ways: 12")).toBeTruthy();
});

test("a lead merges a category into another only after reading what happens to old figures", async () => {
  const { asked } = await draw();
  await userEvent.click(screen.getByText("Merge categories", { selector: "summary" }));
  const merge = () => screen.getByRole<HTMLButtonElement>("button", { name: "Merge categories" });
  const choose = (label: string, name: string) => userEvent.selectOptions(screen.getByLabelText(label), name);
  expect(merge().disabled).toBe(true);
  await choose("Category that goes", "Contract change");
  expect(within(screen.getByLabelText("Goes into")).queryByText("Contract change")).toBeNull();
  await choose("Goes into", "Billing");
  await userEvent.click(merge());
  expect(screen.getByText(/count its answers as “Billing”, the old ones too/)).toBeTruthy();
  await choose("Goes into", "Delivery");
  expect(screen.queryByRole("button", { name: "Yes, merge" })).toBeNull();
  await userEvent.click(merge());
  expect(puts(asked)).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Yes, merge" }));
  expect(await screen.findByText(/^“Contract change” went into “Delivery”/)).toBeTruthy();
  expect(puts(asked)).toEqual([
    {
      method: "PUT",
      path: "api/departments/customer-service/categories/contract/into",
      body: { into: "delivery" },
    },
  ]);
  expect(within(screen.getByLabelText("Category that goes")).queryByText("Contract change")).toBeNull();
});

test("a merge that the service refuses is said, and nothing counts as merged", async () => {
  const { props } = drawing();
  const api = departmentApi([], [["PUT", /\/into$/, () => "no"]]);
  render(<CorrectionsPage {...props} parts={{ ...props.parts, api }} />);
  await userEvent.click(await screen.findByText("Merge categories", { selector: "summary" }));
  await userEvent.selectOptions(screen.getByLabelText("Category that goes"), "Contract change");
  await userEvent.selectOptions(screen.getByLabelText("Goes into"), "Billing");
  await userEvent.click(screen.getByRole("button", { name: "Merge categories" }));
  await userEvent.click(screen.getByRole("button", { name: "Yes, merge" }));
  expect((await screen.findAllByRole("alert")).some(({ textContent }) => textContent !== "")).toBe(true);
  expect(screen.queryByText(/went into/)).toBeNull();
});

test("all corrections say what became of them", async () => {
  await draw();
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Show" }), "All");
  expect(screen.getByText(/^Learned in Version 12 · now right/)).toBeTruthy();
  expect(screen.getByText("A reminder is not urgent before the due date.")).toBeTruthy();
});

test("a message of a shared mailbox is opened by Outlook, and it is said when Outlook does not", async () => {
  const first = await draw();
  await userEvent.click(screen.getByRole("button", { name: "Open message" }));
  expect(first.opened).toEqual(["AAMk-invoice"]);
  expect(screen.queryByText(/did not open the message/)).toBeNull();
  cleanup();
  await draw("lead", false);
  await userEvent.click(screen.getByRole("button", { name: "Open message" }));
  expect(await screen.findByText(/^Outlook did not open the message\./)).toBeTruthy();
});

test("staff read what the model became, and propose; corrections and their notes are not even asked for", async () => {
  const { asked } = await draw("staff");
  expect(asked.map(({ path }) => path).filter((path) => path.includes("corrections"))).toEqual([]);
  expect(screen.queryByRole("button", { name: "Publish" })).toBeNull();
  expect(screen.queryByText("Merge categories")).toBeNull();
  expect(screen.queryByRole("button", { name: "Accept" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Propose" }));
  await userEvent.type(screen.getByLabelText("Name"), "Press");
  await userEvent.type(screen.getByLabelText("Definition"), "Questions of journalists.");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(puts(asked)[0]!.body).toEqual({
    content: { kind: "category", language: "en", name: "Press", definition: "Questions of journalists." },
  });
});

test("the fuller figures are loaded when asked for, and a confused pair opens its corrections", async () => {
  const { props, asked } = drawing();
  render(
    <main>
      <SummaryPage {...props} />
    </main>,
  );
  const more = await screen.findByRole("button", { name: "More figures" }, { timeout: 60_000 });
  expect(asked.filter(({ path }) => path.includes("figures"))).toEqual([]);
  await userEvent.click(more);
  expect(
    await screen.findByRole("table", { name: "Accuracy by category" }, { timeout: 60_000 }),
  ).toBeTruthy();
  expect(screen.getByText("3 urgent messages were not called urgent.")).toBeTruthy();
  expect(screen.getByText(/^Two colleagues agree with each other on 93% of 41 messages/)).toBeTruthy();
  expect(screen.getByText(/^Errors went from 8% to 19%/)).toBeTruthy();
  expect(
    screen.getByText("Where there was an answer, from receipt: half within 22 min, nine of ten within 5 h."),
  ).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Show corrections" }));
  expect(asked.map(({ path }) => path).slice(-2)).toEqual([
    "api/departments/customer-service/corrections?predicted=billing&said=contract",
    "api/departments/customer-service/corrections?predicted=contract&said=billing",
  ]);
  expect((await screen.findAllByRole("article")).length).toBeGreaterThan(0);
});

test("axe finds nothing to object to on the page", async () => {
  const { container } = await draw();
  const { violations } = await act(() =>
    axe.run(container, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } }),
  );
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test("in a closed department nothing can be proposed any more", async () => {
  const { props } = drawing("staff");
  const department = { ...props.department, closedAt: now - 1_000 };
  render(<CorrectionsPage {...props} department={department} />);
  await screen.findByRole("heading", { name: "Proposals" });
  expect(screen.queryByRole("button", { name: "Propose" })).toBeNull();
});

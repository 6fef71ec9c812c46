/** The room's frame: pages by tab and by keyboard, one choice of department and period for all of them. */
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { failed } from "../apiAnswer.ts";
import type { ReadableDepartment } from "../profile/departmentOf.ts";
import { now, service } from "../testing/samples.ts";
import DepartmentRoom from "./DepartmentRoom.tsx";
import { PeriodChoice } from "./PeriodChoice.tsx";
import type { PageProps, RoomPage } from "./pages.ts";
import { periodKey } from "./period.ts";

afterEach(cleanup);

const parts = {
  load: async () => failed({ code: "not_found" }),
  api: { ask: async () => failed({ code: "not_found" }) },
  copy: async () => true,
  now: () => now,
};

const Page = ({ department, period, onPeriod, parts: { now } }: PageProps) => (
  <>
    <PeriodChoice period={period} onPeriod={onPeriod} now={now} />
    <p>{`Page of ${department.id}, ${periodKey(period)}`}</p>
  </>
);
const Other = ({ department, period, goTo }: PageProps) => (
  <>
    <p>{`Page of ${department.id}, ${periodKey(period)}`}</p>
    <button type="button" onClick={() => goTo("summary")}>
      Back to the summary
    </button>
  </>
);
const pages: RoomPage[] = [
  { name: "summary", isForLeads: false, Page: Page },
  { name: "objectives", isForLeads: false, Page: Other },
  { name: "corrections", isForLeads: true, Page: Other },
];

const draw = (...departments: ReadableDepartment[]) =>
  act(async () => void render(<DepartmentRoom departments={departments} parts={parts} pages={pages} />));
const tab = (name: string) => screen.getByRole("tab", { name });

test("another page keeps the department and the period", async () => {
  await draw(service, { ...service, id: "help-desk", name: { en: "Help desk" } });
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Department" }), "Help desk");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Period" }), "Today");
  await userEvent.click(tab("Corrections"));
  expect(screen.getByText("Page of help-desk, today")).toBeTruthy();
});

test("any days can be asked for, beginning with those on the screen; what makes no sense is said and not asked", async () => {
  await draw(service);
  const period = screen.getByRole("combobox", { name: "Period" });
  await userEvent.selectOptions(period, "Other dates…");
  expect(screen.getByText("Page of customer-service, 2026-09-07 2026-11-23")).toBeTruthy();
  const [from, to] = ["From", "To"].map((name) => screen.getByLabelText(name)) as [HTMLElement, HTMLElement];
  fireEvent.change(from, { target: { value: "2026-10-01" } });
  fireEvent.change(to, { target: { value: "2026-10-31" } });
  expect(screen.getByText("Page of customer-service, 2026-10-01 2026-10-31")).toBeTruthy();
  expect(screen.queryByText(/first day cannot be after/)).toBeNull();
  fireEvent.change(from, { target: { value: "2026-11-01" } });
  expect(screen.getByText("Page of customer-service, 2026-10-01 2026-10-31")).toBeTruthy();
  expect(from.getAttribute("aria-invalid")).toBe("true");
  const described = document.getElementById(from.getAttribute("aria-describedby")!)!;
  expect(
    within(screen.getByRole("group", { name: "Period" }))
      .getByRole("status")
      .contains(described),
  ).toBe(true);
  await userEvent.selectOptions(period, "Last 4 weeks");
  expect(screen.getByText("Page of customer-service, weeks4")).toBeTruthy();
  expect(screen.queryByLabelText("From")).toBeNull();
});

test("the period is kept while another page is open", async () => {
  await draw(service);
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Period" }), "Today");
  await userEvent.click(tab("Objectives"));
  await userEvent.click(screen.getByRole("button", { name: "Back to the summary" }));
  expect(screen.getByText("Page of customer-service, today")).toBeTruthy();
});

test("of a closed department it is said that it can only be read", async () => {
  await draw({ ...service, role: "staff", closedAt: now - 40 * 86_400_000 });
  expect(screen.getByText(/^This department was closed on Oct 14\./)).toBeTruthy();
});

test("a page is opened by keyboard", async () => {
  await draw(service);
  act(() => tab("Objectives").focus());
  await userEvent.keyboard("{Enter}");
  expect(tab("Objectives").getAttribute("aria-selected")).toBe("true");
});

test("staff see the pages they may read, and no others", async () => {
  await draw({ ...service, role: "staff" });
  expect(tab("Objectives")).toBeTruthy();
  expect(screen.queryByRole("tab", { name: "Corrections" })).toBeNull();
});

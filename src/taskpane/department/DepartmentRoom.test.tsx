/** The room's frame: pages by tab and by keyboard, one choice of department and period for all of them. */
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { DepartmentView } from "../../triage/department.ts";
import { failed } from "../apiAnswer.ts";
import { now, service } from "../testing/samples.ts";
import DepartmentRoom from "./DepartmentRoom.tsx";
import type { PageProps, RoomPage } from "./pages.ts";

afterEach(cleanup);

const parts = {
  load: async () => failed({ code: "not_found" }),
  api: { ask: async () => failed({ code: "not_found" }) },
  copy: async () => true,
  now: () => now,
};

const Page = ({ department, period }: PageProps) => <p>{`Page of ${department.id}, ${period}`}</p>;
const pages: RoomPage[] = [
  { name: "summary", hasPeriod: true, isForLeads: false, Page: Page },
  { name: "objectives", hasPeriod: false, isForLeads: false, Page: Page },
  { name: "corrections", hasPeriod: true, isForLeads: true, Page: Page },
];

const draw = (...departments: DepartmentView[]) =>
  act(async () => void render(<DepartmentRoom departments={departments} parts={parts} pages={pages} />));
const tab = (name: string) => screen.getByRole("tab", { name });

test("another page keeps the department and the period", async () => {
  await draw(service, { ...service, id: "help-desk", name: { en: "Help desk" } });
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Department" }), "Help desk");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Period" }), "Today");
  await userEvent.click(tab("Corrections"));
  expect(screen.getByText("Page of help-desk, today")).toBeTruthy();
});

test("the period is only asked for where it changes something", async () => {
  await draw(service);
  await userEvent.click(tab("Objectives"));
  expect(screen.queryByRole("combobox", { name: "Period" })).toBeNull();
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

/** What an admin does in the pane: reads reach, changes a department by version, looks at the log, erases somebody. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { v7 } from "uuid";
import type { ConfiguredDepartment } from "../../triage/configuration.ts";
import type { Me } from "../../triage/department.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import type { Ask } from "../apiClient.ts";
import { configured, extent, fakeAdminApi, log } from "../testing/adminSamples.ts";
import { departmentApi } from "../testing/departmentApi.ts";
import { PanePicture } from "../testing/panePicture.tsx";
import { me, now, screens } from "../testing/samples.ts";
import AdminRoom from "./AdminRoom.tsx";
import { spanOf } from "./logDays.ts";

afterEach(cleanup);

async function draw(instead?: (ask: Ask) => ApiAnswer<unknown> | undefined) {
  const api = fakeAdminApi(instead);
  const copied: string[] = [];
  const copy = async (text: string) => {
    copied.push(text);
    return true;
  };
  const parts = { api, copy, diagnostics: () => "build: 0123abcd", now: () => now, newId: v7 };
  await act(async () => void render(<AdminRoom parts={parts} />));
  return { api, copied };
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const go = (name: string) => userEvent.click(screen.getByRole("tab", { name }));
const openService = async () => {
  await press("Customer service");
  await screen.findByRole("heading", { name: "Customer service" });
};
const sent = (asked: readonly Ask[]) => asked.filter(({ method }) => method !== "GET");

test("every department shows how far it got: named, opened, saw, answered", async () => {
  await draw();
  const card = (await screen.findAllByRole("article"))[0]!;
  const rows = within(card)
    .getAllByRole("row")
    .map((row) => row.textContent);
  expect(rows).toEqual(["Assigned14", "Opened12", "Saw a prediction12", "Answered9"]);
});

test("a change is saved with the version it was made from, and nothing else of the department is lost", async () => {
  const { api } = await draw();
  await openService();
  const budget = screen.getByRole("spinbutton", { name: "Asks per person and day", hidden: true });
  await userEvent.clear(budget);
  await userEvent.type(budget, "3");
  await press("Save");
  expect(await screen.findByText("Saved as version 5.")).toBeTruthy();
  const { id, ...content } = configured;
  expect(sent(api.asked)).toEqual([
    {
      method: "PUT",
      path: `api/admin/departments/${id}`,
      body: { ...content, policy: { ...content.policy, askBudget: 3 } },
    },
  ]);
});

const change = () => userEvent.click(screen.getByLabelText(/predict offline$/));
/** Found by its text: a search by role through the whole form takes long. */
const button = (text: string) => screen.getByText(text).closest("button")!;
const describing = (field: HTMLElement) =>
  (field.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent)
    .join(" ");
const policySent = (asked: readonly Ask[]) => (sent(asked).at(-1)!.body as ConfiguredDepartment).policy;

test("handling time is as measured, and not measured when its field is emptied", async () => {
  const { api } = await draw();
  await openService();
  const field = screen.getByRole("spinbutton", { name: /Time per message before/, hidden: true });
  expect((field as HTMLInputElement).value).toBe("");
  await userEvent.type(field, "45");
  await press("Save");
  expect(policySent(api.asked).baselineSeconds).toBe(45);
  await userEvent.clear(field);
  await press("Save");
  expect(policySent(api.asked)).not.toHaveProperty("baselineSeconds");
});

test("an admin sets the rhythm that new objectives start with", async () => {
  const { api } = await draw();
  await openService();
  const field = screen.getByRole("spinbutton", { name: "Days between two reviews", hidden: true });
  expect((field as HTMLInputElement).value).toBe("30");
  await userEvent.clear(field);
  await userEvent.type(field, "14");
  await press("Save");
  expect(policySent(api.asked).reviewEveryDays).toBe(14);
});

test("who was overtaken by another admin is told so, and loads the newest", async () => {
  const changedMeanwhile = { ok: false, failure: { code: "changed_meanwhile" } } as const;
  const { api } = await draw(({ method }) => (method === "PUT" ? changedMeanwhile : undefined));
  await openService();
  await change();
  await press("Save");
  expect(await screen.findByText(/Somebody else changed this meanwhile/)).toBeTruthy();
  const before = api.asked.length;
  await press("Load the newest");
  expect(api.asked.slice(before)[0]).toMatchObject({
    method: "GET",
    path: "api/admin/departments/customer-service",
  });
});

test("what only the API refuses is marked at its field, which gets the focus; its path is shown to nobody", async () => {
  const errors = [{ path: "/body/policy/retentionDays", expected: "must be another" }];
  const failure = { code: "request_invalid", errors } as const;
  await draw(({ method }) => (method === "PUT" ? { ok: false, failure } : undefined));
  await openService();
  await change();
  await userEvent.click(button("Save"));
  expect(await screen.findByText("Not saved: 1 value needs another look.")).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText("Keep messages for (days)"));
  expect(document.body.textContent).not.toMatch(/\/policy|must be another/);
});

test("a number outside its limits is marked with them, and nothing is sent", async () => {
  const { api } = await draw();
  await openService();
  const budget = screen.getByLabelText<HTMLInputElement>("Asks per person and day");
  expect(describing(budget)).toMatch(/^From 0 to 100\./);
  await userEvent.clear(budget);
  await userEvent.type(budget, "500");
  expect(budget.getAttribute("aria-invalid")).toBeNull();
  await userEvent.click(button("Save"));
  expect(screen.getByText("Not saved: 1 value needs another look.")).toBeTruthy();
  expect(budget.getAttribute("aria-invalid")).toBe("true");
  expect(describing(budget)).toMatch(/^Enter a whole number from 0 to 100\./);
  expect(document.activeElement).toBe(budget);
  expect(budget.closest("details")?.open).toBe(true);
  expect(sent(api.asked)).toEqual([]);
  await userEvent.clear(budget);
  await userEvent.type(budget, "7");
  await userEvent.click(button("Save"));
  expect(policySent(api.asked).askBudget).toBe(7);
});

test("a renamed category says where the old name stays, and what saving it does", async () => {
  await draw();
  await openService();
  const names = screen.getAllByLabelText<HTMLInputElement>("Name, English");
  const first = names[1]!;
  await userEvent.type(first, " and more");
  expect(describing(first)).toMatch(/^Still the old name in: Deutsch/);
  expect(screen.getByText(/^Saving makes a new version of the categories\..*trained again/)).toBeTruthy();
  await userEvent.clear(first);
  await userEvent.click(button("Save"));
  expect(describing(first)).toMatch(/^English: Fill this in\./);
});

test("what was changed and not saved is still there after the way back and after another tab", async () => {
  const { api } = await draw();
  const budget = () => screen.getByLabelText<HTMLInputElement>("Asks per person and day");
  await openService();
  await userEvent.clear(budget());
  await userEvent.type(budget(), "3");
  await press("Back");
  const [card] = await screen.findAllByRole("article");
  expect(within(card!).getByText("Changes not saved yet")).toBeTruthy();
  expect(document.activeElement).toBe(within(card!).getByRole("button"));
  await go("Log");
  await go("Departments");
  await screen.findByText("Changes not saved yet");
  await openService();
  expect(budget().value).toBe("3");
  await userEvent.click(button("Save"));
  expect(policySent(api.asked).askBudget).toBe(3);
  await press("Back");
  await screen.findAllByRole("article");
  expect(screen.queryByText("Changes not saved yet")).toBeNull();
});

test("what was changed is also kept while the whole administration is left for another room", async () => {
  const { api } = await draw();
  await openService();
  await change();
  cleanup();
  const parts = { api, copy: async () => true, diagnostics: () => "", now: () => now, newId: v7 };
  await act(async () => void render(<AdminRoom parts={parts} />));
  expect(await screen.findByText("Changes not saved yet")).toBeTruthy();
});

test("with nothing changed there is nothing to save or to discard, and discarding says so", async () => {
  const { api } = await draw();
  await openService();
  const isOff = (text: string) => button(text).getAttribute("aria-disabled");
  expect([isOff("Save"), isOff("Discard changes")]).toEqual(["true", "true"]);
  await userEvent.click(button("Save"));
  expect(sent(api.asked)).toEqual([]);
  await change();
  expect(screen.getByText(/^Not saved yet\./)).toBeTruthy();
  expect([isOff("Save"), isOff("Discard changes")]).not.toContain("true");
  await userEvent.click(button("Discard changes"));
  expect(screen.getByText("Your changes were discarded.")).toBeTruthy();
  expect([isOff("Save"), isOff("Discard changes")]).toEqual(["true", "true"]);
  await change();
  await change();
  expect(isOff("Save")).toBe("true");
});

test("a category is split: a new one begins with its wordings, is open and says what to do; the old one stays as it is", async () => {
  const { api } = await draw();
  await openService();
  const { categories } = configured.taxonomy;
  await userEvent.click(screen.getAllByText("Split this category")[0]!.closest("button")!);
  expect(document.activeElement!.textContent).toMatch(/^Name and define the new category/);
  const made = document.activeElement!.closest("details")!;
  expect(made.open).toBe(true);
  const phrases = within(made).getByLabelText<HTMLTextAreaElement>("Phrases, one per line");
  expect(phrases.value.split("\n")).toEqual(categories[0]!.phrases.en);
  fireEvent.change(within(made).getByLabelText("Name, English"), { target: { value: "Refunds" } });
  fireEvent.change(within(made).getByLabelText("Definition"), { target: { value: "Money goes back." } });
  await userEvent.click(button("Save"));
  const saved = (sent(api.asked)[0]!.body as ConfiguredDepartment).taxonomy.categories;
  expect(saved.slice(0, -1)).toEqual(categories);
  expect(saved.at(-1)).toMatchObject({ name: { en: "Refunds" }, phrases: categories[0]!.phrases });
});

test("who chooses that the text is sent is told what that means", async () => {
  const { api } = await draw();
  await openService();
  const sending = screen.getByRole("combobox", { name: "What leaves the mailbox", hidden: true });
  await userEvent.selectOptions(sending, "The text of opened messages");
  expect(screen.getByText(/text of every opened message goes to the server/)).toBeTruthy();
  await press("Save");
  expect((sent(api.asked)[0]!.body as ConfiguredDepartment).policy.sending).toBe("text");
});

test("an earlier version comes back into the form first, and is saved only by Save", async () => {
  const earlier = { ...configured, policy: { ...configured.policy, askBudget: 7 } };
  const { api } = await draw(({ path }) =>
    path.endsWith("/versions/3") ? { ok: true, value: earlier } : undefined,
  );
  await openService();
  const [first] = await screen.findAllByRole("button", { name: "Restore", hidden: true });
  await userEvent.click(first!);
  expect(await screen.findByText("Version 3 is in the fields above, not saved yet.")).toBeTruthy();
  expect(screen.getByText(/^Asks per person and day: \d+ → 7$/)).toBeTruthy();
  expect(sent(api.asked)).toEqual([]);
});

test("a configuration file is checked before it is applied", async () => {
  const { api } = await draw();
  await screen.findAllByRole("article");
  const file = screen.getByRole("textbox", { name: "File to apply", hidden: true });
  await userEvent.click(file);
  await userEvent.paste("{");
  await userEvent.click(screen.getByRole("button", { name: "Check", hidden: true }));
  expect(screen.getByText("This is not JSON.")).toBeTruthy();
  await userEvent.clear(file);
  await userEvent.paste('{"open":false,"departments":[]}');
  await userEvent.click(screen.getByRole("button", { name: "Check", hidden: true }));
  expect(await screen.findByText("customer-service: changed (5)")).toBeTruthy();
  expect(sent(api.asked).map(({ path }) => path)).toEqual(["api/admin/configuration?check=true"]);
});

test("somebody is erased only after the question, and with what was chosen there", async () => {
  const { api } = await draw();
  await go("People");
  const card = (await screen.findAllByRole("article"))[0]!;
  await userEvent.click(within(card).getByRole("button", { name: "Erase…" }));
  await userEvent.click(within(card).getByRole("button", { name: "Cancel" }));
  expect(sent(api.asked)).toEqual([]);
  await userEvent.click(within(card).getByRole("button", { name: "Erase…" }));
  await userEvent.click(within(card).getByRole("checkbox"));
  await userEvent.click(within(card).getByRole("button", { name: "Erase for good" }));
  expect(await within(card).findByText("8 messages now without a name, 1 note deleted.")).toBeTruthy();
  expect(sent(api.asked)[0]).toMatchObject({
    path: "api/admin/people/11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9001/erasure",
    body: { forgetLearned: true },
  });
});

test("before somebody is erased it is said how much that concerns, in all and by department; until then nothing is erased", async () => {
  let count: (answer: ApiAnswer<unknown>) => void = () => {};
  const counted = new Promise<ApiAnswer<unknown>>((done) => {
    count = done;
  });
  const { api } = await draw(({ path }) => (path.endsWith("/extent") ? (counted as never) : undefined));
  await go("People");
  const card = within((await screen.findAllByRole("article"))[0]!);
  await userEvent.click(card.getByRole("button", { name: "Erase…" }));
  expect(card.getByText("Counting what is kept…")).toBeTruthy();
  await userEvent.click(card.getByRole("button", { name: "Erase for good" }));
  expect(sent(api.asked)).toEqual([]);
  await act(async () => count({ ok: true, value: extent }));
  expect(card.getByText("Concerns 1,287 messages and 17 notes.")).toBeTruthy();
  expect(card.getByText(/Customer service/, { selector: "bdi" }).parentElement!.textContent).toBe(
    "Customer service: messages 1,284, notes 17, proposals 2",
  );
  expect(card.getByText(/^611 of the messages were answered by nobody else/)).toBeTruthy();
  await userEvent.click(card.getByRole("button", { name: "Erase for good" }));
  expect(sent(api.asked)).toHaveLength(1);
});

test("names in what others wrote are looked for first, and struck out with the erasure", async () => {
  const text = "Amara will call back";
  const { api } = await draw(({ path }) =>
    path === "api/admin/mentions"
      ? { ok: true, value: { mentions: [{ departmentId: "customer-service", kind: "note", text }] } }
      : undefined,
  );
  await go("People");
  const card = (await screen.findAllByRole("article"))[0]!;
  await userEvent.click(within(card).getByRole("button", { name: "Erase…" }));
  const names = within(card).getByRole("textbox", { name: /to remove/ });
  await userEvent.clear(names);
  await userEvent.type(names, "Amara{enter}amara@northwind.example");
  await userEvent.click(within(card).getByRole("button", { name: "Find them" }));
  expect(await within(card).findByText("Found once.")).toBeTruthy();
  expect(within(card).getByText(text)).toBeTruthy();
  await userEvent.click(within(card).getByRole("button", { name: "Erase for good" }));
  const words = ["Amara", "amara@northwind.example"];
  expect(sent(api.asked).map(({ body }) => body)).toMatchObject([{ words }, { forgetLearned: false, words }]);
});

test("what is kept about a person is saved as a JSON file", async () => {
  const blobs: Blob[] = [];
  const names: string[] = [];
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`, revokeObjectURL() {} });
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await draw();
  await go("People");
  await userEvent.click((await screen.findAllByRole("button", { name: "Export" }))[0]!);
  expect(await screen.findByText(/was handed to the browser as a JSON file/)).toBeTruthy();
  expect(names).toEqual([expect.stringMatching(/^concord-.+\.json$/)]);
  expect(blobs.map(({ type }) => type)).toEqual(["application/json"]);
});

test("the log is filtered by activity, and goes on where it stopped", async () => {
  const { api } = await draw();
  await go("Log");
  expect(await screen.findAllByRole("listitem")).toHaveLength(log.entries.length);
  await press("More");
  expect(api.asked.at(-1)!.path).toContain("before=204");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Activity" }), "Old messages deleted");
  expect(api.asked.at(-1)!.path).toContain("action=retention");
});

test("the log is filtered by days; days in the wrong order are said at their field and not asked for", async () => {
  const { api } = await draw();
  await go("Log");
  await screen.findAllByRole("listitem");
  const [from, to] = [screen.getByLabelText("From day"), screen.getByLabelText("To day")];
  fireEvent.change(from, { target: { value: "2026-11-03" } });
  fireEvent.change(to, { target: { value: "2026-11-04" } });
  const span = spanOf({ from: "2026-11-03", to: "2026-11-04" });
  await waitFor(() => expect(api.asked.at(-1)!.path).toContain(`from=${span.from}&to=${span.to}`));
  expect(screen.getByText(`Entries shown: ${log.entries.length}; there are more.`)).toBeTruthy();
  const before = api.asked.length;
  fireEvent.change(to, { target: { value: "2026-11-01" } });
  expect(to.getAttribute("aria-invalid")).toBe("true");
  expect(describing(to)).toBe("The first day is after the last.");
  expect(api.asked).toHaveLength(before);
  await press("All days");
  expect(document.activeElement).toBe(from);
  expect(screen.queryByText("The first day is after the last.")).toBeNull();
  await waitFor(() => expect(api.asked.at(-1)!.path).not.toContain("from="));
});

test("the log says what a change of policy changed, and shows ids by their beginning, whole by a press", async () => {
  const { copied } = await draw();
  await go("Log");
  const [verdict, department, policy] = await screen.findAllByRole("listitem");
  expect(verdict!.textContent).not.toContain("0193a5d2-7c1b-7000-8000-0d6f2b8e4a10");
  expect(verdict!.textContent).toContain("entry 214");
  const id = within(verdict!).getByRole("button", { name: "0193a5d2…, copy the whole ID" });
  expect(id.title).toBe("0193a5d2-7c1b-7000-8000-0d6f2b8e4a10");
  await userEvent.click(id);
  expect(copied).toEqual(["0193a5d2-7c1b-7000-8000-0d6f2b8e4a10"]);
  expect(within(verdict!).getByText("Copied")).toBeTruthy();
  expect(department!.textContent).toMatch(
    /version 4Staff: 2 new, 1 goneBlind checks, % of messages: 5% → 8%/,
  );
  expect(policy!.textContent).toMatch(
    /Policy changed · Tomasz Nowak.*version 3Blind checks, % of messages: 5% → 8%/,
  );
});

test("what was deleted or imported is told in words, with numbers and days as the reader writes them", async () => {
  const retention = log.entries.find(({ action }) => action === "retention")!;
  const told = [retention, { ...retention, position: 3, action: "importMail", subject: "12345 messages" }];
  await draw(({ path }) =>
    path.includes("audit") ? { ok: true, value: { ...log, entries: told } } : undefined,
  );
  await go("Log");
  const [first, second] = await screen.findAllByRole("listitem");
  expect(first!.textContent).toContain(
    "Before Nov 23, 2024: messages deleted 312, forgotten by the model 40",
  );
  expect(second!.textContent).toContain("Messages: 12,345");
});

test("the log calls a model version, and whom a deed was about, by name", async () => {
  const told = [
    { ...log.entries[0]!, action: "trainModel", subject: "v13 held" },
    {
      ...log.entries[0]!,
      position: 213,
      action: "personExport",
      subject: "person-Jx3",
      about: "Amara Okafor",
    },
  ];
  await draw(({ path }) =>
    path.includes("audit") ? { ok: true, value: { ...log, entries: told } } : undefined,
  );
  await go("Log");
  expect(await screen.findByText("version 13: held back")).toBeTruthy();
  expect(screen.getByText("Amara Okafor")).toBeTruthy();
});

test("the log calls objectives, decisions, reviews and proposals as the other rooms do, and shows no id of theirs", async () => {
  await draw();
  await go("Log");
  const lines = (await screen.findAllByRole("listitem")).map(({ textContent }) => textContent ?? "");
  const at = (start: string) => lines.find((line) => line.startsWith(start));
  expect(at("Objective agreed · Priya Raman")).toMatch(/ · Urgent seen as urgent$/);
  expect(at("Decision · Priya Raman")).toMatch(/ · Retrain the model: Right category: Billing$/);
  expect(at("Review opened · Priya Raman")).toMatch(/ · Nov 20$/);
  expect(at("Categories merged · Priya Raman")).toMatch(/ · Billing → Contract change$/);
  expect(at("Choosing one’s own department · Tomasz Nowak")).toMatch(/ · off$/);
  expect(at("Proposal accepted · Priya Raman")).toMatch(/ · Returns$/);
});

test("earlier versions say who made them and what they changed", async () => {
  await draw();
  await openService();
  await screen.findAllByRole("button", { name: "Restore", hidden: true });
  expect(screen.getByText("Version 4, Nov 20, Tomasz Nowak")).toBeTruthy();
  expect(screen.getByText("Blind checks, % of messages: 5% → 8%")).toBeTruthy();
  expect(screen.getByText(/predict offline: not set → on$/)).toBeTruthy();
  expect(screen.getByText("Categories: 1 new, 2 changed")).toBeTruthy();
});

test("leads and staff stand by name, are found by name, and are added and removed by a press", async () => {
  const stranger = "22d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9009";
  const zoe = { oid: "33d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9003", name: "Zoé Martin", departments: [] };
  const { api } = await draw(({ path }) => {
    if (path.includes("search=Zo")) return { ok: true, value: { people: [zoe] } };
    return path.includes("search=") ? { ok: true, value: { people: [] } } : undefined;
  });
  await openService();
  expect(await screen.findByText("Priya Raman")).toBeTruthy();
  const find = async (words: string) => {
    const field = screen.getByLabelText("Add a person, by name or object ID");
    await userEvent.clear(field);
    await userEvent.paste(words);
    await userEvent.click(screen.getByText("Find"));
  };
  const button = (label: string) => screen.findByLabelText(label);
  await find("Nobody");
  expect(await screen.findByText(/^Nobody of this name has opened Concord yet\./)).toBeTruthy();
  await find("Zo");
  await userEvent.click(await button("Add to leads: Zoé Martin"));
  await find(stranger);
  await userEvent.click(await button("Add to staff: 22d6a1c4…"));
  await userEvent.click(await button("Remove Priya Raman"));
  await press("Save");
  const { members } = sent(api.asked)[0]!.body as ConfiguredDepartment;
  expect(members).toEqual({
    staff: [...configured.members.staff, stranger],
    leads: [zoe.oid],
  });
});

test("diagnostics stand under their headings, pane, server and departments, and are copied together", async () => {
  const lines = [
    { name: "database", value: "sqlite, tables up to date (number 8)" },
    { name: "department billing", value: "open" },
  ];
  const { copied } = await draw(({ path }) =>
    path.endsWith("diagnostics") ? { ok: true, value: { lines } } : undefined,
  );
  await go("Diagnostics");
  const titles = (await screen.findAllByRole("heading", { level: 2 })).map(
    ({ textContent, nextElementSibling }) => [textContent, nextElementSibling?.textContent],
  );
  expect(titles).toEqual([
    ["Server", "Databasesqlite, tables up to date (number 8)"],
    ["Departments", "billingopen"],
    ["This pane", "Build0123abcd"],
  ]);
  await press("Copy");
  expect(copied).toEqual([
    "build: 0123abcd\ndatabase: sqlite, tables up to date (number 8)\ndepartment billing: open",
  ]);
});

test.each([
  ["Go to the model’s versions", "All versions"],
  ["Go to merging categories", "Merge categories"],
])("“%s” leads to “%s” of that department, open and with the focus", async (way, thing) => {
  const [admin, room] = [fakeAdminApi(), departmentApi()];
  const ask: typeof admin.ask = (request, isAnswer) =>
    (request.path.startsWith("api/admin") ? admin : room).ask(request, isAnswer);
  const [first] = me.departments;
  const led = { ...first!, id: "customer-service", role: "admin" as const };
  const who = { ...me, roles: ["staff", "admin"], departments: [{ ...first!, id: "other" }, led] } as Me;
  const state = { generation: 1, fingerprint: "invoice", screen: screens.predicted } as never;
  render(<PanePicture state={state} me={who} parts={{ api: { ask } as never }} />);
  await userEvent.click(screen.getByRole("tab", { name: "Admin" }));
  await userEvent.click(await screen.findByRole("button", { name: "Customer service" }));
  await screen.findByRole("heading", { name: "Customer service" });
  await userEvent.click(button(way));
  const summary = await screen.findByText(thing, { selector: "summary" }, { timeout: 20_000 });
  expect(summary.closest("details")!.open).toBe(true);
  await waitFor(() => expect(document.activeElement).toBe(summary.closest("details")!.parentElement));
  expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Department" }).value).toBe(led.id);
});

/** Each screen by role and name, by keyboard, and without a fault that axe can find. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Me } from "../triage/department.ts";
import { LazyPart, partOf } from "./LazyPart.tsx";
import { ar } from "./locales/ar.ts";
import type { RecentMove } from "./outbox/recents.ts";
import { StartAnew } from "./Safe.tsx";
import { makeStore } from "./store.ts";
import { PanePicture, type Picture, partsOf } from "./testing/panePicture.tsx";
import { invoice, me, type ScreenName, screenNames, screens, service, sure } from "./testing/samples.ts";
import { summaries } from "./testing/summaries.ts";
import type { Screen, TriageState } from "./triage/state.ts";
import { wordsOf } from "./words.tsx";

beforeAll(() => {
  // jsdom draws nothing, so colours are looked at in the browser.
  Element.prototype.scrollIntoView ??= () => {};
});
afterEach(cleanup);

const stateOf = (name: ScreenName) => ({
  generation: 4,
  fingerprint: "invoice",
  screen: screens[name] as Screen,
});
const isVisible = (element: Element) => getComputedStyle(element).visibility !== "hidden";
const draw = (name: ScreenName, more: Partial<Picture> = {}) =>
  render(<PanePicture state={stateOf(name)} {...more} />);

async function faultsOf(container: Element) {
  const { violations } = await axe.run(container, {
    resultTypes: ["violations"],
    rules: { "color-contrast": { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test.each(screenNames)("the screen “%s” has no fault that axe finds, and names its message", async (name) => {
  const { container } = draw(name);
  expect(await faultsOf(container)).toEqual([]);
  const speaksOfMessage = !["nothingSelected", "notAMessage"].includes(screens[name].kind);
  expect(screen.queryAllByRole("heading", { name: invoice.subject })).toHaveLength(speaksOfMessage ? 1 : 0);
});

test("in Arabic the pane reads from right to left, without a fault", async () => {
  const { container } = draw("predicted", { words: wordsOf("ar", ar) });
  expect(document.documentElement).toHaveProperty("dir", "rtl");
  expect(screen.getByRole("button", { name: /الفواتير/ })).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
});

test("the prediction is said in words first, with the number and the words that spoke for it, and of the priority its own", () => {
  draw("predicted");
  const card = within(screen.getByRole("region", { name: "Prediction" }));
  expect(card.getByRole("heading", { name: "Billing" })).toBeTruthy();
  expect(card.getByText("very likely (92%)")).toBeTruthy();
  expect(card.getByText("wrong amount")).toBeTruthy();
  const ownLine = card.getByText("High").parentElement!;
  expect(ownLine.textContent).toBe("Highlikely (80%)");
});

test("one press confirms, one press on another shown choice corrects", async () => {
  const choose = jest.fn();
  draw("predicted", { desk: { choose } });
  const row = within(screen.getByRole("group", { name: "What is right?" }));
  await userEvent.click(row.getByRole("button", { name: "Billing · High" }));
  await userEvent.click(row.getByRole("button", { name: "Complaint · High" }));
  expect(choose.mock.calls).toEqual([
    [{ category: "billing" }, 4],
    [{ category: "complaint" }, 4],
  ]);
});

test("a choice that is not shown takes two presses", async () => {
  const choose = jest.fn();
  draw("predicted", { desk: { choose } });
  await userEvent.click(screen.getByRole("button", { name: "More…" }));
  await userEvent.click(screen.getByRole("button", { name: /^Delivery/ }));
  expect(choose).toHaveBeenCalledWith({ category: "delivery" }, 4);
});

test("the list behind More is searched without caring for accents or case", async () => {
  const choose = jest.fn();
  draw("predicted", { desk: { choose } });
  await userEvent.click(screen.getByRole("button", { name: "More…" }));
  await userEvent.type(screen.getByRole("searchbox", { name: "Search" }), "ACCÓunt{Enter}");
  expect(choose).toHaveBeenCalledWith({ category: "account" }, 4);
});

test("every choice and priority has its key, and typing a note steals none of them", async () => {
  const choose = jest.fn();
  const unsure = jest.fn();
  draw("predicted", { desk: { choose, unsure } });
  await userEvent.keyboard("{Enter}2us");
  expect(choose.mock.calls.map(([picked]) => picked)).toEqual([
    { category: "billing" },
    { category: "complaint" },
    { priority: "urgent" },
  ]);
  expect(unsure).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByText("Add reason or note"));
  await userEvent.type(screen.getByRole("textbox", { name: "Note" }), "2 uses{Enter}");
  expect(choose).toHaveBeenCalledTimes(3);
  expect(unsure).toHaveBeenCalledTimes(1);
});

test("where Enter belongs to what has the focus, the first choice shows the number that does the same", async () => {
  const choose = jest.fn();
  draw("predicted", { desk: { choose } });
  const first = screen.getByRole("button", { name: /^Billing · / });
  const key = () => [...first.querySelectorAll("[dir=ltr]")].find(isVisible)?.textContent;
  expect(key()).toBe("Enter");
  act(() => screen.getByRole("button", { name: "More…" }).focus());
  expect(key()).toBe("1");
  await userEvent.keyboard("1");
  expect(choose).toHaveBeenCalledWith({ category: "billing" }, 4);
  act(() => first.focus());
  expect(key()).toBe("Enter");
});

test("a letter that is still being put together is no key of the pane", async () => {
  const choose = jest.fn();
  const unsure = jest.fn();
  draw("predicted", { desk: { choose, unsure } });
  const { body } = document;
  fireEvent.keyDown(body, { key: "s", code: "KeyS", isComposing: true });
  fireEvent.keyDown(body, { key: "Enter", keyCode: 229 });
  await userEvent.click(screen.getByRole("button", { name: "More…" }));
  const search = screen.getByRole("searchbox", { name: "Search" });
  await userEvent.type(search, "acc");
  fireEvent.keyDown(search, { key: "Enter", isComposing: true });
  fireEvent.keyDown(search, { key: "Escape", isComposing: true });
  expect(search.isConnected).toBe(true);
  expect([choose.mock.calls, unsure.mock.calls]).toEqual([[], []]);
  fireEvent.keyDown(search, { key: "Enter" });
  expect(choose).toHaveBeenCalledWith({ category: "account" }, 4);
});

test("Enter confirms nothing where the model says nothing", async () => {
  const choose = jest.fn();
  draw("your call first", { desk: { choose } });
  await userEvent.keyboard("{Enter}");
  expect(choose).not.toHaveBeenCalled();
  await userEvent.keyboard("1");
  expect(choose).toHaveBeenCalledWith({ category: "billing" }, 4);
});

test("your call first: choices in the taxonomy's order, no bar, no priority picked", () => {
  draw("your call first");
  const row = within(screen.getByRole("group", { name: "What is right?" }));
  const shown = row.getAllByRole("button").map((button) => button.textContent?.replace(/\d$/, ""));
  expect(shown).toEqual(service.taxonomy.categories.slice(0, 9).map(({ name }) => name.en));
  expect(screen.getAllByRole("radio").filter((radio) => (radio as HTMLInputElement).checked)).toEqual([]);
  expect(document.body.textContent).not.toContain("%");
  expect(document.body.textContent).not.toContain("likely");
});

test("after a blind verdict the model's word is told: the same, or another", () => {
  draw("blind, revealed");
  expect(screen.getByText("The model said Billing · High, too.")).toBeTruthy();
  cleanup();
  draw("blind, revealed otherwise");
  expect(screen.getByText("The model said Billing · High.")).toBeTruthy();
});

test("several fit: the choices come first, and no certainty is claimed", () => {
  draw("several fit");
  expect(screen.getByText("Complaint because of")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Several fit" })).toBeTruthy();
  expect(screen.queryByText(/%/)).toBeNull();
  expect(screen.getByRole("button", { name: "Return and refund · High" })).toBeTruthy();
});

test("what was answered can be taken back in one press, or with Z", async () => {
  const undo = jest.fn();
  draw("corrected", { desk: { undo } });
  expect(screen.getByText("You said")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  await userEvent.keyboard("z");
  expect(undo).toHaveBeenCalledTimes(2);
  expect(undo).toHaveBeenCalledWith(expect.objectContaining({ departmentId: "customer-service" }));
});

test("what the browser draws itself, as the calendar of a date, is as dark as the pane", () => {
  draw("predicted", { theme: "dark" });
  expect(document.documentElement.style.colorScheme).toBe("dark");
});

test("the last ten verdicts can each be taken back", async () => {
  const undo = jest.fn();
  draw("predicted", { desk: { undo } });
  await userEvent.click(screen.getByRole("button", { name: "Your last answers" }));
  await userEvent.click(screen.getByRole("button", { name: "Undo Complaint · Urgent" }));
  expect(undo).toHaveBeenCalledWith(me.recent[1]);
});

test("a correction that was learned says why it waits again: the version that had learned it was taken back", async () => {
  const [first, corrected] = me.recent;
  const recent = [first!, { ...corrected!, state: "accepted" as const, unlearnedWith: 12 }];
  draw("predicted", { me: { ...me, recent } });
  await userEvent.click(screen.getByRole("button", { name: "Your last answers" }));
  expect(screen.getByText(/^version 12, which had learned it, was taken back: it waits/)).toBeTruthy();
});

test("a verdict names the message it was about, where that was opened since the pane was", async () => {
  const subjectOf = (id: string) => (id === me.recent[0]!.predictionId ? "Invoice 4711" : undefined);
  draw("predicted", { desk: { subjectOf } });
  await userEvent.click(screen.getByRole("button", { name: "Your last answers" }));
  const list = within(screen.getByRole("region", { name: "Your last answers" }));
  expect(list.getByText("Invoice 4711")).toBeTruthy();
  expect(list.getByRole("button", { name: /^Undo .* · Invoice 4711$/ })).toBeTruthy();
});

test("a message moved by mistake can be fetched back in one press, or with Z, and the pane waits for it", async () => {
  const moveBack = jest.fn();
  const { unmount } = draw("moved", { desk: { moveBack } });
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  await userEvent.keyboard("z");
  expect(moveBack.mock.calls).toEqual([[4], [4]]);
  unmount();
  const { screen: moved } = stateOf("moved");
  render(<PanePicture state={{ ...stateOf("moved"), screen: { ...moved, backId: "back" } as Screen }} />);
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("a message that a colleague moved says where it is, and is not this person's to fetch back", () => {
  const { moveId: _, ...theirs } = screens.moved;
  render(<PanePicture state={{ ...stateOf("moved"), screen: theirs }} />);
  expect(screen.getByRole("heading", { name: /^Moved to / })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
  expect(screen.getAllByRole("button", { name: "Look again" })).not.toEqual([]);
});

test("a double press on the foot's undo takes back one answer, not also the one before", async () => {
  const undo = jest.fn();
  draw("predicted", { hasSaved: true, desk: { undo } });
  const foot = within(screen.getByRole("contentinfo"));
  await userEvent.dblClick(foot.getByRole("button", { name: /^Undo/ }));
  expect(undo).toHaveBeenCalledTimes(1);
});

test("the foot names what its undo takes back, and of which message: an answer, or a move", async () => {
  const undo = jest.fn();
  draw("predicted", { hasSaved: true, desk: { undo } });
  const foot = () => within(screen.getByRole("contentinfo"));
  expect(foot().getByText("Delivery · Normal")).toBeTruthy();
  await userEvent.click(
    foot().getByRole("button", { name: `Undo Delivery · Normal · ${screens.loading.message.subject}` }),
  );
  expect(undo).toHaveBeenCalledWith(me.recent[0]);
  cleanup();
  const move: RecentMove = {
    moveId: "m",
    predictionId: "p",
    lane: "r",
    departmentId: service.id,
    to: "it-help-desk",
    at: 1,
  };
  const fetchBack = jest.fn();
  const recents = { last: () => [move], newest: () => move };
  draw("predicted", { desk: { fetchBack }, parts: { recents } });
  await userEvent.click(foot().getByRole("button", { name: "Undo Moved to IT help desk" }));
  await userEvent.keyboard("z");
  await userEvent.click(screen.getByRole("button", { name: "Your last answers" }));
  const list = within(screen.getByRole("region", { name: "Your last answers" }));
  await userEvent.click(list.getByRole("button", { name: "Undo Moved to IT help desk" }));
  expect(fetchBack.mock.calls).toEqual([[move], [move], [move]]);
});

test("the status line says what waits, and what became of corrections", async () => {
  const hurry = jest.fn(async () => {});
  const status = { waiting: 3, isSending: false, isDurable: true, refused: [] };
  draw("offline", {
    isOnline: false,
    parts: { outbox: { status: () => status, subscribe: () => () => {}, hurry } as never },
  });
  expect(screen.getByText("Saved on this computer · 3 waiting")).toBeTruthy();
  expect(screen.getByText("14 corrections: 9 now right, 3 waiting, 2 declined")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Send now" }));
  expect(hurry).toHaveBeenCalled();
});

test("a verdict for a message that is gone is told calmly, in a polite voice", () => {
  render(<PanePicture state={{ ...stateOf("predicted"), notice: { kind: "movedOn" } }} />);
  const said = screen.getAllByText("That was for the previous message. Nothing was stored.");
  expect(said.filter((one) => one.closest("[role=status]"))).toHaveLength(1);
  expect(screen.getAllByRole("status")).toHaveLength(1);
});

test("a new prediction is announced once, and the focus stays where it is", async () => {
  draw("predicted");
  const voices = screen.getAllByRole("status").map((voice) => voice.textContent);
  expect(voices).toEqual(["Billing 92% · High 80%"]);
  expect(document.activeElement).toBe(document.body);
});

test("whatever else changes meanwhile, each prediction and each piece of news is heard exactly once", async () => {
  const loading = { generation: 3, fingerprint: "invoice", screen: screens.loading as Screen };
  const { rerender } = render(<PanePicture state={loading} />);
  const heard: string[] = [];
  const listener = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) heard.push(node.textContent ?? "");
  });
  listener.observe(screen.getByRole("status"), { childList: true, characterData: true, subtree: true });
  const show = async (picture: Picture) => {
    rerender(<PanePicture {...picture} />);
    await act(async () => {});
  };
  const predicted = stateOf("predicted");
  await show({ state: predicted });
  await show({ state: predicted, isOnline: false });
  await show({ state: predicted, isOnline: true, status: { waiting: 2 } });
  await show({ state: { ...predicted, notice: { kind: "unlabelled" } } });
  await show({ state: predicted });
  // Another message of which the same is said.
  await show({ state: { ...predicted, generation: 5, fingerprint: "another" } });
  listener.disconnect();
  expect(heard).toEqual([
    "Billing 92% · High 80%",
    "Saved. The Outlook category could not be set.",
    "Billing 92% · High 80%",
  ]);
});

test("a room that cannot be loaded says so, is asked for once more, and then the pane starts anew", async () => {
  jest.spyOn(console, "error").mockImplementation(() => {});
  const reload = jest.fn();
  let asked = 0;
  const part = partOf<object>(async () => {
    asked += 1;
    throw new Error("the file of an older build");
  });
  render(
    <StartAnew value={reload}>
      <LazyPart part={part} props={{}} />
    </StartAnew>,
  );
  await screen.findByRole("heading", { name: "This part could not be loaded" });
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(asked).toBe(2));
  expect(reload).not.toHaveBeenCalled();
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(reload).toHaveBeenCalledTimes(1);
  jest.restoreAllMocks();
});

test("a room that can be loaded the second time is there", async () => {
  jest.spyOn(console, "error").mockImplementation(() => {});
  let isBack = false;
  const part = partOf<object>(async () => {
    if (!isBack) throw new Error("offline");
    return () => <h1>The room</h1>;
  });
  render(<LazyPart part={part} props={{}} />);
  const again = await screen.findByRole("button", { name: "Try again" });
  isBack = true;
  await userEvent.click(again);
  await screen.findByRole("heading", { name: "The room" });
  jest.restoreAllMocks();
});

test("a newer build is offered, and taken only by a press, and never where something would be lost", async () => {
  const reload = jest.fn();
  const parts = { newer: makeStore(true), reload };
  const { rerender } = draw("answered", { parts });
  await userEvent.click(screen.getByRole("button", { name: "Load it" }));
  expect(reload).toHaveBeenCalledTimes(1);
  rerender(
    <PanePicture state={stateOf("answered")} parts={parts} status={{ waiting: 1, isDurable: false }} />,
  );
  await userEvent.click(screen.getByRole("button", { name: "Load it" }));
  expect(reload).toHaveBeenCalledTimes(1);
});

test("signing in happens by a press, and goes on where it was", async () => {
  const reopen = jest.fn();
  const signIn = jest.fn(async () => undefined);
  draw("sign-in needed", { desk: { reopen }, parts: { signIn } });
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(signIn).toHaveBeenCalledTimes(1);
  expect(reopen).toHaveBeenCalledTimes(1);
});

test("what an admin changes in a taxonomy moves nothing of a question being answered; the next one has it", () => {
  const renamed = {
    ...service,
    taxonomy: {
      ...service.taxonomy,
      categories: service.taxonomy.categories.map((one) => ({ ...one, name: { en: `New ${one.id}` } })),
    },
  };
  const known = makeStore<Me>(me);
  const profile = { ...partsOf({ state: stateOf("predicted") }).profile, peek: known.get };
  const asked = makeStore<TriageState>(stateOf("predicted"));
  const desk = { state: asked.get, subscribe: asked.subscribe };
  draw("predicted", { desk, parts: { profile: { ...profile, subscribe: known.subscribe } } });
  const names = () =>
    within(screen.getByRole("group", { name: "What is right?" }))
      .getAllByRole("button")
      .map((one) => one.textContent);
  const before = names();
  act(() => known.set({ ...me, departments: [renamed] }));
  expect(names()).toEqual(before);
  act(() => asked.set({ ...stateOf("predicted"), generation: 5 }));
  expect(names()[0]).toContain("New billing");
});

test("before it is known who asks, the room of the tabs is kept, so that nothing below them moves", () => {
  const known = makeStore<Me | undefined>(undefined);
  const profile = { ...partsOf({ state: stateOf("predicted") }).profile, peek: known.get };
  const { container } = draw("loading", { parts: { profile: { ...profile, subscribe: known.subscribe } } });
  const above = () => container.querySelector("main")?.parentElement?.previousElementSibling;
  expect(above()).toBeTruthy();
  expect(screen.queryByRole("tablist")).toBeNull();
  act(() => known.set(me));
  expect(above()?.querySelector("[role=tablist]")).toBeTruthy();
});

test("why signing in did not come about is said, and another press tries again", async () => {
  const signIn = jest.fn(async () => ({ code: "sign_in_blocked" as const }));
  draw("sign-in needed", { parts: { signIn } });
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await screen.findByText(/sign-in window was blocked/);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(signIn).toHaveBeenCalledTimes(2);
});

test("where work goes on and only waits to be sent, signing in is offered beside it, on every tab", async () => {
  const signIn = jest.fn(async () => ({ code: "sign_in_cancelled" as const }));
  const { container } = draw("answered", { signInDue: { code: "sign_in_needed" }, parts: { signIn } });
  expect(screen.getByRole("alert").textContent).toBe("Please sign in with your work account.");
  expect(await faultsOf(container)).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await screen.findByText("Signing in was cancelled.");
  await userEvent.click(screen.getByRole("tab", { name: "Department" }));
  expect(screen.getByRole("button", { name: "Sign in" })).toBeTruthy();
});

test("in the settings signing in is offered as well", async () => {
  draw("answered", { signInDue: { code: "sign_in_needed" } });
  await userEvent.click(screen.getByRole("button", { name: "Settings" }));
  expect(await screen.findByRole("heading", { name: "Settings" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Sign in" })).toBeTruthy();
});

test("a screen that asks to sign in is asked by once", () => {
  draw("sign-in needed", { signInDue: { code: "sign_in_needed" } });
  expect(screen.getAllByRole("button", { name: "Sign in" })).toHaveLength(1);
});

test("who has not chosen a department yet sees one screen without tabs; staff and leads see the department beside it", async () => {
  const { departmentId: _, ...undecided } = me;
  draw("predicted", { me: { ...undecided, departments: [{ ...service, role: "staff" }] } });
  expect(screen.queryByRole("tablist")).toBeNull();
  cleanup();
  draw("predicted", { me: { ...me, departments: [{ ...service, role: "staff" }] } });
  expect(screen.getByRole("tab", { name: "Department" })).toBeTruthy();
  cleanup();
  const loadSummary = async () => ({ ok: true as const, value: summaries.known });
  const { container } = draw("predicted", { parts: { loadSummary } });
  await userEvent.click(screen.getByRole("tab", { name: "Department" }));
  expect(await screen.findByText("1,251 of 1,626 opened messages answered")).toBeTruthy();
  expect(screen.getByRole("rowheader", { name: "Billing" })).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
});

test("a message that went to another department says so where it is opened again, as no fault", () => {
  draw("predicted", {
    state: {
      ...stateOf("fault"),
      screen: { ...screens.fault, failure: { code: "message_moved" } } as Screen,
    },
  });
  expect(screen.getAllByText("This message now belongs to another department.")).not.toEqual([]);
  expect(screen.getByText(/The message itself stays here/)).toBeTruthy();
  expect(screen.queryByText("That did not work")).toBeNull();
});

test("an open review is announced on the tab it lies behind, by a dot and in words", async () => {
  const inReview = { ...service, role: "lead" as const, reviewOpen: true as const };
  const refresh = jest.fn(partsOf({ state: stateOf("predicted") }).profile.refresh);
  const { container } = draw("predicted", {
    me: { ...me, departments: [inReview] },
    parts: {
      profile: {
        ...partsOf({ state: stateOf("predicted"), me: { ...me, departments: [inReview] } }).profile,
        refresh,
      },
    },
  });
  await userEvent.click(screen.getByRole("tab", { name: "Department, a review is open" }));
  expect(await faultsOf(container)).toEqual([]);
  expect(refresh).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("tab", { name: "Triage" }));
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("settings change appearance and language, and copy diagnostics without mail or names", async () => {
  const { container } = draw("predicted");
  await userEvent.click(screen.getByRole("button", { name: "Settings" }));
  expect(await screen.findByRole("combobox", { name: "Appearance" })).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
  expect(container.textContent).not.toContain(invoice.subject);
  await act(async () => screen.getByRole("button", { name: "Copy" }).click());
  expect(screen.getByRole("button", { name: "Copied" })).toBeTruthy();
});

test("a model that is certain shows one choice, so that More holds all others", async () => {
  const certain = {
    ...sure,
    categories: sure.categories.map((one, i) => ({ ...one, probability: i === 0 ? 0.99 : 0.001 })),
  };
  const base = screens.predicted;
  if (base.kind !== "predicted") throw new Error(base.kind);
  render(
    <PanePicture state={{ generation: 4, fingerprint: "f", screen: { ...base, prediction: certain } }} />,
  );
  expect(within(screen.getByRole("group", { name: "What is right?" })).getAllByRole("button")).toHaveLength(
    1,
  );
  await userEvent.click(screen.getByRole("button", { name: "More…" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(service.taxonomy.categories.length - 1);
});

test("after an answer the focus stays in the pane, and Tab goes on from there even past Office.js", async () => {
  const { container } = draw("answered");
  // Office.js listens on the window and would send the focus out of the pane.
  const taken = jest.fn();
  window.addEventListener("keydown", taken);
  act(() => container.querySelector("main")!.focus());
  await userEvent.keyboard("{Tab}");
  window.removeEventListener("keydown", taken);
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Undo" }));
  expect(taken).not.toHaveBeenCalled();
});

test("everything that can be pressed is something Office.js can step to", () => {
  const { container } = draw("predicted");
  const pressable = container.querySelectorAll("button, input, textarea, summary");
  const stepped = container.querySelectorAll("button, input, textarea, *[tabindex]:not([tabindex='-1'])");
  expect([...pressable].filter((element) => ![...stepped].includes(element))).toEqual([]);
});

test("Enter on the tab that stands leads to its room, so that the next Enter confirms", async () => {
  const choose = jest.fn();
  draw("predicted", { me, desk: { choose } });
  act(() => screen.getByRole("tab", { name: "Triage" }).focus());
  await userEvent.keyboard("{Enter}");
  expect(document.activeElement).toBe(screen.getByRole("main"));
  expect(choose).not.toHaveBeenCalled();
  await userEvent.keyboard("{Enter}");
  expect(choose).toHaveBeenCalledTimes(1);
});

test("beside the priority it is said which half of an answer is still to come", () => {
  draw("your call, half");
  expect(screen.getByRole("group", { name: "Priority" }).textContent).toContain("Now the priority");
});

/** What helps without being in the way: first steps, the pin, the keys, what was refused, what became of corrections. */
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Entry } from "../outbox/outboxEntry.ts";
import { defaultSettings, keepSettings, readSettings, type Settings } from "../settings/settings.ts";
import { makeStore } from "../store.ts";
import { PanePicture, type Picture } from "../testing/panePicture.tsx";
import { me, now, type ScreenName, screens, service } from "../testing/samples.ts";
import type { Said, Screen } from "./state.ts";

beforeAll(() => {
  Element.prototype.scrollIntoView ??= () => {};
});
afterEach(cleanup);

const draw = (name: ScreenName, more: Partial<Picture> = {}) =>
  render(
    <PanePicture
      state={{ generation: 4, fingerprint: "invoice", screen: screens[name] as Screen }}
      {...more}
    />,
  );
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const faultsOf = async (container: Element) =>
  (
    await axe.run(container, { resultTypes: ["violations"], rules: { "color-contrast": { enabled: false } } })
  ).violations.map(({ id }) => id);

const memory = (text: string | null = null) => {
  let kept = text;
  return () => ({
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  });
};

test("the first steps are three, read one by one, and kept", async () => {
  const settings = makeStore<Settings>({ ...defaultSettings, stepsRead: 0 });
  const { container } = draw("predicted", { parts: { settings } });
  const steps = () => within(screen.getByRole("complementary", { name: "First steps" }));
  expect(steps().getByText("1 of 3")).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
  await press("Next");
  await press("Next");
  expect(steps().getByText("3 of 3")).toBeTruthy();
  expect(steps().queryByRole("button", { name: "Skip" })).toBeNull();
  await press("Begin");
  expect(screen.queryByRole("complementary")).toBeNull();
  expect(settings.get().stepsRead).toBe(3);
});

test("the first steps are skipped in one press", async () => {
  const settings = makeStore<Settings>({ ...defaultSettings, stepsRead: 0 });
  draw("predicted", { parts: { settings } });
  await press("Skip");
  expect(screen.queryByRole("complementary")).toBeNull();
  expect(settings.get().stepsRead).toBe(3);
});

test("the pin is named after an answer only, and never once it is known", async () => {
  const settings = makeStore<Settings>({ ...defaultSettings, isPinKnown: false });
  draw("predicted", { parts: { settings } });
  expect(screen.queryByText(/Pin this pane/)).toBeNull();
  cleanup();
  draw("answered", { parts: { settings } });
  expect(screen.getByText(/Pin this pane/)).toBeTruthy();
  await press("Got it");
  expect(screen.queryByText(/Pin this pane/)).toBeNull();
  expect(settings.get().isPinKnown).toBe(true);
});

test("hints come back after a reload only until they were seen, and not at all where nothing can be kept", () => {
  const storage = memory();
  expect(readSettings(storage)).toMatchObject({ stepsRead: 0, isPinKnown: false });
  keepSettings(storage, { ...defaultSettings, stepsRead: 2, isPinKnown: true });
  expect(readSettings(storage)).toMatchObject({ stepsRead: 2, isPinKnown: true });
  const blocked = () => {
    throw new DOMException("blocked", "SecurityError");
  };
  expect(readSettings(blocked)).toEqual(defaultSettings);
  expect(readSettings(memory('{"stepsRead":"all","theme":7}'))).toMatchObject({
    stepsRead: 0,
    theme: "auto",
  });
  expect(readSettings(memory("null"))).toEqual(defaultSettings);
});

test("Escape closes the keys, and only then means nothing", async () => {
  draw("predicted");
  await userEvent.keyboard("?");
  expect(screen.getByRole("region", { name: "Keys" })).toBeTruthy();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("region", { name: "Keys" })).toBeNull();
});

const refused: Entry = {
  id: "01932f5e-7c00-7000-8000-0123456789ff",
  order: "1",
  lane: "l",
  predictionId: "p",
  departmentId: service.id,
  tries: 1,
  notBefore: 0,
  refused: "category_unknown",
  delivery: {
    kind: "verdict",
    request: {
      feedbackId: "01932f5e-7c00-7000-8000-0123456789ff",
      messageRef: "r".repeat(43),
      verdict: { kind: "holds", category: "billing", priority: "high" },
      presses: 1,
      handlingMs: 1,
      decidedAt: now,
    },
  },
};

test("a verdict that could not be stored is looked at, with the reason, and dismissed", async () => {
  const dismiss = jest.fn(async () => {});
  const status = { waiting: 0, isSending: false, isDurable: true, refused: [refused] };
  const outbox = { status: () => status, subscribe: () => () => {}, dismiss } as never;
  const { container } = draw("predicted", { parts: { outbox } });
  await press("1 not stored");
  const list = within(screen.getByRole("region", { name: "Not stored" }));
  expect(list.getByText(/Billing · High/)).toBeTruthy();
  expect(list.getByText("This category no longer exists. Please choose another one.")).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
  await press("Dismiss Billing · High");
  expect(dismiss).toHaveBeenCalledWith(refused.id);
});

test("each correction says what became of it", async () => {
  const [first, second] = me.recent;
  const recent = [
    { ...first!, outcome: "corrected", state: "learned", learnedIn: "v12", now: "right" },
    { ...second!, state: "declined", declinedBecause: "the definition says otherwise" },
  ] as const;
  draw("predicted", { me: { ...me, recent: [...recent] } });
  await press("Your last answers");
  expect(screen.getByText("learned in version 12 · now right")).toBeTruthy();
  expect(screen.getByText("declined: the definition says otherwise")).toBeTruthy();
});

test("a note can follow the verdict, and is sent when asked to", async () => {
  const [annotate, note] = [jest.fn(), jest.fn()];
  const base = screens.corrected as Extract<Screen, { kind: "answered" }>;
  const given = { ...base.given, wording: { presses: 1, handlingMs: 900, at: 1 } };
  const draw = (late: Said) => (
    <PanePicture
      state={{ generation: 4, fingerprint: "invoice", screen: { ...base, given, late } }}
      desk={{ annotate, note }}
    />
  );
  const { rerender } = render(draw({}));
  await userEvent.click(screen.getByText("Add reason or note"));
  expect(screen.queryByRole("button", { name: "Add to your answer" })).toBeNull();
  await press("Wrong topic");
  await userEvent.type(screen.getByRole("textbox", { name: "Note" }), "a");
  expect(note.mock.calls).toEqual([
    [{ reason: "wrongTopic" }, 4],
    [{ note: "a" }, 4],
  ]);
  const late = { reason: "wrongTopic", note: "a refund" } as const;
  rerender(draw(late));
  await press("Add to your answer");
  expect(annotate.mock.calls).toEqual([[late, 4]]);
});

test("who confirmed is offered no reason that says the model was wrong", async () => {
  const base = screens.answered as Extract<Screen, { kind: "answered" }>;
  const given = { ...base.given, wording: { presses: 1, handlingMs: 900, at: 1 } };
  render(<PanePicture state={{ generation: 4, fingerprint: "invoice", screen: { ...base, given } }} />);
  await userEvent.click(screen.getByText("Add reason or note"));
  const reasons = within(screen.getByRole("group", { name: "Reason" })).getAllByRole("button");
  expect(reasons.map(({ textContent }) => textContent)).toEqual([
    "Several topics",
    "Definition unclear",
    "Context missing",
    "Other",
  ]);
});

test("without a prediction nothing is said to be based on the subject", () => {
  const unread = screens.offline as Extract<Screen, { kind: "unpredicted" }>;
  render(
    <PanePicture
      state={{
        generation: 1,
        fingerprint: "f",
        screen: { ...unread, question: { ...unread.question, bodyRead: false } },
      }}
      isOnline={false}
    />,
  );
  expect(screen.getByText(/You are offline\. You can still say/)).toBeTruthy();
  expect(screen.queryByText(/based on the subject/)).toBeNull();
});

test("back online, an answer that was begun is no longer called offline", () => {
  draw("offline", { isOnline: false });
  expect(screen.getAllByText(/You are offline/).length).toBeGreaterThan(0);
  cleanup();
  draw("offline", { isOnline: true });
  expect(screen.queryByText(/You are offline/)).toBeNull();
});

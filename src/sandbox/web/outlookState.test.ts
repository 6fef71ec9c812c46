/** Claims about the simulated Outlook page. */
import { noFaults } from "../faults.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import { allSelectedIn, next, type OutlookState, selectedIn } from "./outlookState.ts";
import { searchOf, urlStateFrom } from "./urlState.ts";

const line = (id: string): MessageLine =>
  ({ id, internetMessageId: `<${id}>`, isRead: false, categories: [] }) as never;

const start: OutlookState = {
  ...urlStateFrom(""),
  mailbox: "service@northwind.example",
  messages: undefined,
  selectedId: null,
  severalIds: [],
  windowId: null,
  isPaneOpen: true,
  isPinned: true,
  paneRun: 0,
  isConsentAsked: false,
  notices: [],
  isLoadFailed: false,
};
const loaded = next(start, { kind: "loaded", messages: [line("a"), line("b")] });

test("the first message is open at first, or the one the address names", () => {
  expect(selectedIn(loaded)?.id).toBe("a");
  const named = next({ ...start, message: "<b>" }, { kind: "loaded", messages: [line("a"), line("b")] });
  expect(selectedIn(named)?.id).toBe("b");
});

test("a pinned pane stays when another message is opened, an unpinned one closes", () => {
  expect(next(loaded, { kind: "selected", id: "b" }).isPaneOpen).toBe(true);
  const loose = next(loaded, { kind: "pinned", isPinned: false });
  expect(next(loose, { kind: "selected", id: "b" }).isPaneOpen).toBe(false);
  expect(next(loose, { kind: "selected", id: "a" }).isPaneOpen).toBe(true);
});

test("several selected together leave none open, and one of them chosen alone is open again", () => {
  const several = next(loaded, { kind: "severalSelected", ids: ["a", "b"], focusId: "b" });
  expect([selectedIn(several), allSelectedIn(several).map(({ id }) => id)]).toEqual([null, ["a", "b"]]);
  const one = next(several, { kind: "selected", id: "b" });
  expect([selectedIn(one)?.id, allSelectedIn(one).map(({ id }) => id)]).toEqual(["b", ["b"]]);
  expect(selectedIn(next(several, { kind: "severalSelected", ids: ["a"], focusId: "a" }))?.id).toBe("a");
  const most = Array.from({ length: 150 }, (_, i) => `${i}`);
  expect(next(loaded, { kind: "severalSelected", ids: most, focusId: "0" }).severalIds).toHaveLength(100);
});

test("another mailbox begins with nothing open", () => {
  const other = next(loaded, { kind: "mailboxOpened", mailbox: "amara.okafor@northwind.example" });
  expect([other.messages, selectedIn(other)]).toEqual([undefined, null]);
});

test("faults a frame is born with make a new frame, others do not", () => {
  expect(next(loaded, { kind: "faultsSet", faults: { storage: "blocked" } }).paneRun).toBe(1);
  expect(next(loaded, { kind: "faultsSet", faults: { body: "9020" } }).paneRun).toBe(0);
  expect(next(loaded, { kind: "faultsSet", faults: noFaults }).paneRun).toBe(0);
});

test("a category written by the pane shows in the list", () => {
  const stamped = next(loaded, { kind: "categorised", id: "b", categories: ["Billing"] });
  expect(stamped.messages!.map(({ categories }) => categories)).toEqual([[], ["Billing"]]);
});

test("the address brings back persona, look and faults", () => {
  const state = {
    ...start,
    persona: "mei",
    theme: "dark",
    language: "ar-SA",
    paneWidth: 480,
    isPanelOpen: true,
    faults: { ...noFaults, itemChanged: "lost" },
  } as const;
  const {
    messages,
    selectedId,
    severalIds,
    windowId,
    isPaneOpen,
    isPinned,
    paneRun,
    isConsentAsked,
    notices,
    isLoadFailed,
    ...url
  } = state;
  expect(urlStateFrom(searchOf(state))).toEqual(url);
});

test("a pane is never narrower than 320 or wider than 600 pixels", () => {
  expect(["100", "5000", "x", ""].map((width) => urlStateFrom(`?width=${width}`).paneWidth)).toEqual([
    320, 600, 350, 350,
  ]);
});

/** What passes by itself is over by itself: nobody has to press, and nothing begun is lost. */
import type { Failure } from "../triage/failure.ts";
import { openComeBack } from "./comeBack.ts";
import type { OutboxEvents } from "./outbox/outbox.ts";
import { whenPinned } from "./pinSeen.ts";
import { invoice, me, predicted, question } from "./testing/samples.ts";
import type { Screen } from "./triage/state.ts";

function waiting(screen: Screen) {
  const reopen = jest.fn();
  const refresh = jest.fn(async () => ({ ok: true as const, value: me }));
  const hurry = jest.fn(async () => {});
  const timers: { run: () => void; ms: number; isOff: boolean }[] = [];
  let now = 0;
  let isVisible = true;
  let onDelivered = () => {};
  const listen = (events: OutboxEvents) => {
    onDelivered = events.onDelivered as () => void;
  };
  const comeBack = openComeBack({
    desk: { state: () => ({ generation: 1, fingerprint: "f", screen }), reopen },
    outbox: { hurry, listen },
    profile: { peek: () => me, refresh },
    now: () => now,
    isVisible: () => isVisible,
    later(run, ms) {
      const timer = { run, ms, isOff: false };
      timers.push(timer);
      return () => {
        timer.isOff = true;
      };
    },
  });
  const pass = (ms: number) => {
    now += ms;
    for (const timer of timers.splice(0)) {
      if (timer.isOff) continue;
      if (timer.ms <= ms) timer.run();
      else timers.push({ ...timer, ms: timer.ms - ms });
    }
  };
  const hide = () => {
    isVisible = false;
  };
  const show = () => {
    isVisible = true;
    comeBack.seen();
  };
  const running = () => timers.filter(({ isOff }) => !isOff).length;
  return { comeBack, reopen, refresh, hurry, pass, hide, show, running, delivered: () => onDelivered() };
}

const fault = (code: Failure["code"]): Screen => ({ kind: "fault", message: invoice, failure: { code } });
const signInNeeded = (code: Failure["code"]): Screen => ({ ...fault(code), kind: "signInNeeded" }) as Screen;
const unpredicted = (why: "offline" | "unreachable" | "modelUnavailable", presses = 0): Screen => ({
  kind: "unpredicted",
  question: { ...question, draft: { presses } },
  why,
});

test.each<[string, Screen, number]>([
  ["“You are offline” as a fault", fault("offline"), 1],
  ["a question without prediction", unpredicted("offline"), 1],
  ["an answer already begun", unpredicted("offline", 1), 0],
  ["a model that is away", unpredicted("modelUnavailable"), 0],
  ["a prediction", predicted, 0],
  ["a fault that stays", fault("department_unknown"), 0],
  ["a token the API refused", signInNeeded("token_invalid"), 1],
  ["a person whom Outlook does not know", signInNeeded("sign_in_needed"), 0],
])("back online, %s is looked at again %#", (_, screen, times) => {
  const { comeBack, reopen, hurry } = waiting(screen);
  comeBack.online();
  expect(reopen).toHaveBeenCalledTimes(times);
  expect(hurry).toHaveBeenCalledTimes(1);
});

test("an API that was away is tried again while somebody looks, and left alone while nobody does", () => {
  const { reopen, pass, hide } = waiting(fault("api_unreachable"));
  pass(15_000);
  pass(15_000);
  expect(reopen).toHaveBeenCalledTimes(2);
  hide();
  pass(15_000);
  expect(reopen).toHaveBeenCalledTimes(2);
});

test("while nobody looks no clock runs and nothing is asked; whoever comes back gets both", () => {
  const { reopen, refresh, pass, hide, show, running, delivered } = waiting(fault("api_unreachable"));
  delivered();
  hide();
  pass(15_000);
  expect(running()).toBe(0);
  pass(600_000);
  expect([reopen, refresh].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  show();
  expect([reopen, refresh].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  pass(15_000);
  expect(reopen).toHaveBeenCalledTimes(2);
});

test("what became of corrections is asked for once after many verdicts, and after a long absence", () => {
  const { comeBack, refresh, pass, delivered } = waiting(predicted);
  delivered();
  delivered();
  delivered();
  pass(4_000);
  expect(refresh).toHaveBeenCalledTimes(1);
  comeBack.seen();
  expect(refresh).toHaveBeenCalledTimes(1);
  pass(300_001);
  comeBack.seen();
  expect(refresh).toHaveBeenCalledTimes(2);
});

test("pinning counts as seen with the second message in the same pane, not with the first or with none", () => {
  let fingerprint = "";
  let changed = () => {};
  const seen = jest.fn();
  whenPinned(
    {
      state: () => ({ fingerprint }),
      subscribe(watcher) {
        changed = watcher;
        return () => {
          changed = () => {};
        };
      },
    },
    seen,
  );
  for (const next of ["a", "a", "", "a"]) {
    fingerprint = next;
    changed();
  }
  expect(seen).not.toHaveBeenCalled();
  for (const next of ["b", "c"]) {
    fingerprint = next;
    changed();
  }
  expect(seen).toHaveBeenCalledTimes(1);
});

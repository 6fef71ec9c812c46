/** What passes by itself is over by itself: nobody has to press, and nothing begun is lost. */
import { openComeBack } from "./comeBack.ts";
import type { Delivered } from "./outbox/delivery.ts";
import type { OutboxEvents } from "./outbox/outbox.ts";
import type { Entry } from "./outbox/outboxEntry.ts";
import { whenPinned } from "./pinSeen.ts";
import { me } from "./testing/samples.ts";

function waiting() {
  const retry = jest.fn();
  const refresh = jest.fn(async () => ({ ok: true as const, value: me }));
  const hurry = jest.fn(async () => {});
  const timers: { run: () => void; ms: number; isOff: boolean }[] = [];
  let now = 0;
  let isVisible = true;
  let heard: OutboxEvents = { onDelivered() {}, onRefused() {} };
  const listen = (events: OutboxEvents) => {
    heard = events;
  };
  const deliver = (kind: Delivered["kind"]) => heard.onDelivered({} as Entry, { kind } as Delivered);
  const refuse = () => heard.onRefused({} as Entry, { code: "category_unknown" });
  const comeBack = openComeBack({
    desk: { retry },
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
  const [delivered, undone] = [() => deliver("receipt"), () => deliver("undone")];
  return { comeBack, retry, refresh, hurry, pass, hide, show, running, delivered, undone, refuse };
}

test("back online, what waits is sent and what is on the screen is asked again", () => {
  const { comeBack, retry, hurry } = waiting();
  comeBack.online();
  expect([retry, hurry].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

test("an API that was away is tried again while somebody looks, and left alone while nobody does", () => {
  const { retry, pass, hide } = waiting();
  pass(15_000);
  pass(15_000);
  expect(retry).toHaveBeenCalledTimes(2);
  hide();
  pass(15_000);
  expect(retry).toHaveBeenCalledTimes(2);
});

test("while nobody looks no clock runs and nothing is asked; whoever comes back gets both", () => {
  const { retry, refresh, pass, hide, show, running, delivered } = waiting();
  delivered();
  hide();
  pass(15_000);
  expect(running()).toBe(0);
  pass(600_000);
  expect([retry, refresh].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  show();
  expect([retry, refresh].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  pass(15_000);
  expect(retry).toHaveBeenCalledTimes(2);
});

test("what became of corrections is asked for once after many verdicts, and after a long absence", () => {
  const { comeBack, refresh, pass, delivered } = waiting();
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

test("a refusal asks at once for the rules it went by, so that what was removed is offered no more", () => {
  const { refresh, pass, refuse } = waiting();
  refuse();
  pass(250);
  expect(refresh).toHaveBeenCalledTimes(1);
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

test("what was taken back is out of the count at once, not only when a receipt could be there", () => {
  const { refresh, pass, delivered, undone } = waiting();
  delivered();
  pass(250);
  expect(refresh).not.toHaveBeenCalled();
  undone();
  pass(250);
  expect(refresh).toHaveBeenCalledTimes(1);
});

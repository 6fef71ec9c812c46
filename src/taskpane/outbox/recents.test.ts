/** What can be taken back with one press. */
import type { Entry } from "./outboxEntry.ts";
import { idOfRecent, watchRecents } from "./recents.ts";

type Listener = Parameters<Parameters<typeof watchRecents>[0]["listen"]>[0];

function begun() {
  let heard: Listener = {} as Listener;
  const recents = watchRecents({
    listen: (listener) => {
      heard = listener;
      return () => {};
    },
  });
  const entry = (id: string, delivery: Entry["delivery"]): Entry => ({
    id,
    order: id,
    lane: id,
    predictionId: `of ${id}`,
    departmentId: "service",
    tries: 0,
    notBefore: 0,
    delivery,
  });
  return {
    recents,
    answers: (id: string, decidedAt: number) =>
      heard.onAdded?.(
        entry(id, {
          kind: "verdict",
          request: {
            feedbackId: id,
            messageRef: "r".repeat(43),
            verdict: { kind: "unsure" },
            presses: 1,
            handlingMs: 1,
            decidedAt,
          },
        }),
      ),
    moves: (id: string, decidedAt: number) =>
      heard.onAdded?.(
        entry(id, {
          kind: "move",
          request: { moveId: id, messageRef: "r".repeat(43), toDepartmentId: "help", decidedAt },
        }),
      ),
    fetchesBack: (moveId: string, id: string) =>
      heard.onAdded?.({
        ...entry(id, {
          kind: "move",
          isBack: true,
          request: { moveId: id, messageRef: "r".repeat(43), toDepartmentId: "service", decidedAt: 9 },
        }),
        predictionId: moveId,
      }),
  };
}

test("after a move, one press takes the move back, and only the next one what was said before it", () => {
  const { recents, answers, moves, fetchesBack } = begun();
  const newest = () => recents.newest() && idOfRecent(recents.newest()!);
  answers("first", 1);
  expect(newest()).toBe("first");
  moves("second", 2);
  expect(recents.newest()).toMatchObject({ moveId: "second", departmentId: "service", to: "help" });
  expect(recents.last([]).map(idOfRecent)).toEqual(["second", "first"]);
  fetchesBack("second", "back");
  expect(newest()).toBe("first");
  expect(recents.last([]).map(idOfRecent)).toEqual(["first"]);
});

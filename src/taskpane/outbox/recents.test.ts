/** What can be taken back with one press. */
import type { Entry } from "./outboxEntry.ts";
import { watchRecents } from "./recents.ts";

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
  };
}

test("after a move, one press takes nothing of another message back; after the next verdict it takes that one", () => {
  const { recents, answers, moves } = begun();
  answers("first", 1);
  expect(recents.newest()?.feedbackId).toBe("first");
  moves("second", 2);
  expect(recents.newest()).toBeUndefined();
  expect(recents.last([]).map(({ feedbackId }) => feedbackId)).toEqual(["first"]);
  answers("third", 3);
  expect(recents.newest()?.feedbackId).toBe("third");
});

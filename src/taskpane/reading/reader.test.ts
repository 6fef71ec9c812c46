/** A long text is read in a worker, and the same as here; whatever happens to the worker, it is read. */
import { featuresOf } from "../../classifier/features.ts";
import { type Answer, carryOut, longFrom, makeReader, type Order, type WorkerLike } from "./reader.ts";

const key = "0123456789abcdef";
const short = { subject: "Invoice", body: "wrong amount" };
const long = { subject: "Invoice", body: "the amount on invoice 4711 is wrong. ".repeat(longFrom / 30) };

type How = "answers" | "fails" | "silent" | "crashes" | "throws";

function workers(how: How) {
  const seen = { started: 0, ended: 0, letters: 0 };
  const start = (): WorkerLike => {
    seen.started += 1;
    const worker: WorkerLike = {
      onmessage: null,
      onerror: null,
      terminate() {
        seen.ended += 1;
      },
      postMessage({ id, order }: { id: number; order: Order }) {
        seen.letters += 1;
        if (how === "throws") throw new Error("not cloneable");
        if (how === "crashes") setTimeout(() => worker.onerror?.(undefined as never), 0);
        const answer: Answer = how === "answers" ? { id, value: carryOut(order) } : { id };
        if (how === "answers" || how === "fails") setTimeout(() => worker.onmessage?.({ data: answer }), 0);
      },
    };
    return worker;
  };
  return { seen, start };
}

test("a short text is read here, without starting a worker", async () => {
  const { seen, start } = workers("answers");
  expect(await makeReader(start).features(short, key)).toEqual(featuresOf(short, key));
  expect(seen.started).toBe(0);
});

test("long texts are read by one worker, features and evidence alike", async () => {
  const { seen, start } = workers("answers");
  const reader = makeReader(start);
  const features = await reader.features(long, key);
  expect(features).toEqual(featuresOf(long, key));
  const evidence = [{ block: "words" as const, id: features.words.ids[0]!, weight: 1 }];
  expect(await reader.evidence(long, evidence, key)).toEqual(
    carryOut({ kind: "evidence", text: long, evidence, key }),
  );
  expect(seen).toEqual({ started: 1, ended: 0, letters: 2 });
});

test.each<How>(["fails", "silent", "crashes", "throws"])(
  "a worker that %s leaves no text unread",
  async (how) => {
    jest.useFakeTimers();
    const { seen, start } = workers(how);
    const reader = makeReader(start);
    const reading = Promise.all([reader.features(long, key), reader.features(long, key)]);
    await jest.advanceTimersByTimeAsync(6_000);
    expect(await reading).toEqual([featuresOf(long, key), featuresOf(long, key)]);
    expect(seen.ended).toBe(how === "fails" ? 0 : 1);
    jest.useRealTimers();
  },
);

test("where workers may not be started, everything is read here", async () => {
  const reader = makeReader(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  expect(await reader.features(long, key)).toEqual(featuresOf(long, key));
  expect(await reader.features(long, key)).toEqual(featuresOf(long, key));
});

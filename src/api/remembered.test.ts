/** What was read is used again for a moment, and never after it changed. */
import { remember } from "./remembered.ts";

function counting() {
  const clock = { now: 0 };
  const answers = remember<string, number>(1_000, 2, () => clock.now);
  let reads = 0;
  const get = (key: string, stamp = 0) => answers.get(key, stamp, async () => ++reads);
  return { clock, get, answers };
}

test("an answer is read once within its time, and again after it", async () => {
  const { clock, get } = counting();
  expect([await get("a"), await get("a")]).toEqual([1, 1]);
  clock.now = 1_000;
  expect(await get("a")).toBe(2);
});

test("after a write it is read again at once", async () => {
  const { get } = counting();
  expect([await get("a", 1), await get("a", 2), await get("a", 2)]).toEqual([1, 2, 2]);
});

test("a failure is not remembered", async () => {
  const { answers } = counting();
  await expect(answers.get("a", 0, async () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  expect(await answers.get("a", 0, async () => 7)).toBe(7);
});

test("it holds no more than it may", async () => {
  const { get } = counting();
  for (const key of ["a", "b", "c"]) await get(key);
  expect(await get("c")).toBe(3);
  expect(await get("a")).toBe(4);
});

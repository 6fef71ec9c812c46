/** Changes of the blind errors as people are told them: one fall is one change, on the day it was first noticed. */
import { newestChange, type Stretch } from "./errorChanges.ts";

const day = (n: number, cut: Stretch["cut"] = null): Stretch => ({
  period: `d2026-09-${String(n).padStart(2, "0")}`,
  checks: 8,
  cut,
});

test("a fall that is seen again while the window forgets is one change, noticed when it was first seen", () => {
  const fall = [day(7), day(8, { before: 0.1, after: 0.3 }), day(9), day(10, { before: 0.2, after: 0.42 })];
  expect(newestChange(fall)).toEqual({ before: 0.1, after: 0.42, on: "2026-09-08" });
  expect(newestChange([day(1, { before: 0.3, after: 0.1 }), ...fall])).toEqual(newestChange(fall));
});

test("what came back since is another change, and the newest is told", () => {
  const days = [day(8, { before: 0.1, after: 0.4 }), day(20, { before: 0.4, after: 0.12 })];
  expect(newestChange(days)).toEqual({ before: 0.4, after: 0.12, on: "2026-09-20" });
});

test("a change goes on being told while it is seen again, and no longer than that", () => {
  const fall = [day(8, { before: 0.1, after: 0.3 }), day(10, { before: 0.2, after: 0.42 }), day(12)];
  expect(newestChange(fall, "2026-09-09")).toEqual({ before: 0.1, after: 0.42, on: "2026-09-08" });
  expect(newestChange(fall, "2026-09-11")).toBeNull();
});

test("steady errors tell no change", () => {
  expect(newestChange([])).toBeNull();
  expect(newestChange([day(1), day(2)])).toBeNull();
});

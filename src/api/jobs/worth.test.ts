/** Early corrections are learned at once; later ones together, and never later than a day. */
import { isWorthIt, type News } from "./worth.ts";

const hour = 3_600_000;
const now = 100 * 24 * hour;
const quiet: News = {
  waiting: 0,
  corrections: 0,
  gone: 0,
  known: 1_000,
  trainedAt: now - hour,
  taxonomyChanged: false,
  fileLost: false,
};

test.each<[string, Partial<News>, boolean]>([
  ["no news is no version, however long ago the last one was", { trainedAt: 0 }, false],
  ["the very first verdict is learned at once", { waiting: 1, known: 0, trainedAt: null }, true],
  ["so is each one of the first fifty", { waiting: 1, known: 49, trainedAt: now - 1 }, true],
  ["later a single one waits", { waiting: 1, trainedAt: now - 23 * hour }, false],
  ["but not longer than a day", { waiting: 1, trainedAt: now - 24 * hour }, true],
  ["many rest for a while too", { waiting: 500, trainedAt: now - 8 * hour }, false],
  ["and are then learned together", { waiting: 50, trainedAt: now - 9 * hour }, true],
  ["a few corrections are news enough", { waiting: 20, corrections: 20, trainedAt: now - 9 * hour }, true],
  ["what was taken back is forgotten within a day", { gone: 1, trainedAt: now - 24 * hour }, true],
  ["changed categories are learned at once", { taxonomyChanged: true, trainedAt: now }, true],
  ["a lost file is made again at once", { fileLost: true, trainedAt: now }, true],
])("%s", (_, change, expected) => {
  expect(isWorthIt({ ...quiet, ...change }, now)).toBe(expected);
});

test("a busy year makes hardly more than a version a day, most of the others on its first day", () => {
  let [known, waiting, trainedAt, versions] = [0, 0, 0, 0];
  for (let minute = 0; minute < 365 * 24 * 60; minute += 10) {
    if (minute % 30 === 0) waiting++;
    const at = minute * 60_000;
    const news = { ...quiet, known, waiting, corrections: Math.floor(waiting / 5), trainedAt };
    if (!isWorthIt(news, at)) continue;
    versions++;
    known += waiting;
    waiting = 0;
    trainedAt = at;
  }
  expect(versions).toBeLessThan(470);
});

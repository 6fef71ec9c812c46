/** Claims about importing files that nobody should have written. */
import { importOddFiles } from "../testing/oddFilesRun.ts";

test("of hundreds of bent files each gives messages to learn or faults that say where and why", async () => {
  const { read, ready, named, formats, faults } = await importOddFiles(600, 1);
  expect(faults).toEqual([]);
  expect(read).toBe(600);
  expect(ready).toBeGreaterThan(100);
  expect(named).toBeGreaterThan(100);
  expect([...formats].sort()).toEqual([".csv", ".eml", ".jsonl", ".mbox", ".ndjson", ".tsv"]);
});

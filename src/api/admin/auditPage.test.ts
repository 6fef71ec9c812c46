/** The days of a long log are found without walking through all that came after them. */
import { record } from "../store/audit.ts";
import { inTransaction, openStore, type Store } from "../store/store.ts";
import { auditPageOf } from "./auditPage.ts";

let store: Store;
beforeAll(async () => {
  store = await openStore({ file: ":memory:" }, Date.UTC(2026, 0, 1));
});
afterAll(() => store.close());

test("a long log is found by its days at once, and the last page of those days says that it is the last", async () => {
  const [department, day, start] = ["northwind/long", 86_400_000, Date.UTC(2026, 0, 1)];
  await inTransaction(store, [department], async (held) => {
    for (let n = 0; n < 120; n++)
      await record(held, department, {
        at: start + n * day,
        person: "system",
        action: "retention",
        subject: `${n}`,
      });
  });
  const days = (from: number, to: number) => ({ from: start + from * day, to: start + (to + 1) * day - 1 });
  const page = (query: object) => auditPageOf(store.db, department, { departmentId: "long", ...query }, 20);
  const subjects = ({ rows }: { rows: readonly { subject: string }[] }) =>
    rows.map(({ subject }) => Number(subject));
  expect(await page(days(30, 32)).then((found) => [subjects(found), found.before])).toEqual([
    [32, 31, 30],
    undefined,
  ]);
  const first = await page({ ...days(0, 40), limit: 15 });
  expect(subjects(first)).toEqual(Array.from({ length: 15 }, (_, i) => 40 - i));
  const second = await page({ ...days(0, 40), limit: 15, before: first.before });
  expect(subjects(second)[0]).toBe(25);
  expect(subjects(await page(days(130, 140)))).toEqual([]);
  expect(await page({ to: start - 2 * day })).toEqual({ rows: [] });
});

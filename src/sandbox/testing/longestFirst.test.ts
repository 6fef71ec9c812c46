import { existsSync } from "node:fs";
import { join } from "node:path";
import longest from "./longest.json";

const root = join(__dirname, "..", "..", "..");
interface Planned {
  path: string;
  context: { hasteFS: { getSize(): number } };
}
const LongestFirst = require("./longestFirst.cjs") as new (
  parts: object,
) => { sort(tests: readonly Planned[]): Planned[] };

const planned = (name: string): Planned => ({
  path: join(root, name),
  context: { hasteFS: { getSize: () => 1_000 } },
});
const orderOf = (...names: string[]) =>
  new LongestFirst({ contexts: [], globalConfig: {} })
    .sort(names.map(planned))
    .map(({ path }) => path.slice(root.length + 1));

test("every file said to take long is there", () => {
  expect(Object.keys(longest).filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("the longest begins, and what nobody named comes last", () => {
  const [slow, slower] = ["src/api/store/restore.store-test.ts", "src/api/faults.store-test.ts"];
  expect(orderOf("src/a.test.ts", slow, slower)).toEqual([slower, slow, "src/a.test.ts"]);
});

test("files with a browser and files without take turns, and none is lost", () => {
  const all = Object.keys(longest);
  const order = orderOf(...all);
  expect([...order].sort()).toEqual([...all].sort());
  const browsers = order.slice(0, 12).filter((file) => file.endsWith(".e2e.ts"));
  expect(browsers.length).toBeGreaterThan(3);
  expect(browsers.length).toBeLessThan(9);
});

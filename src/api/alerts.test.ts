/** The rules for Prometheus name only what the process really counts, and the document for operators explains each of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeMetrics } from "./metrics.ts";
import { startTestApi } from "./testing/api.ts";

const docs = join(__dirname, "..", "..", "docs");
const rules = readFileSync(join(docs, "alerts.yml"), "utf8");
const operations = readFileSync(join(docs, "operations.md"), "utf8");

test("every metric that a rule asks for or the document names is there to be scraped", async () => {
  const api = await startTestApi();
  const text = await makeMetrics(api.store, 1_000).text();
  await api.close();
  const expressions = [...rules.matchAll(/expr: (.+)/g)].map(([, expr]) => expr!);
  const named = new Set(
    [...expressions, operations].flatMap((text) => text.match(/\b(concord|process|nodejs)_\w+/g) ?? []),
  );
  expect(named.size).toBeGreaterThan(4);
  const offered = [...text.matchAll(/# TYPE (\w+)/g)].map(([, name]) => name!);
  const known = new Set(offered.flatMap((name) => [name, `${name}_bucket`, `${name}_sum`, `${name}_count`]));
  expect([...named].filter((name) => !known.has(name))).toEqual([]);
});

test("every alert stands in the document for operators, with what to look at", () => {
  const alerts = [...rules.matchAll(/alert: (\w+)/g)].map(([, name]) => name!);
  expect(alerts.length).toBeGreaterThan(4);
  expect(alerts.filter((name) => !operations.includes(`| \`${name}\` |`))).toEqual([]);
  const explained = [...operations.matchAll(/^\| `(Concord\w+)` \|/gm)].map(([, name]) => name!);
  expect(explained.sort()).toEqual([...alerts].sort());
});

/** Every line of the diagnostics, the server's and the pane's own, has a label in words. */
import { makeMetrics } from "../../api/metrics.ts";
import { startTestApi } from "../../api/testing/api.ts";
import { startIssuer } from "../../api/testing/issuer.ts";
import { priya } from "../../api/testing/organisation.ts";
import type { ServerDiagnostics } from "../../triage/administration.ts";
import { diagnosticsOf } from "../diagnostics.ts";
import { en } from "./words/en.ts";

const labelled = new Set(Object.keys(en.diagnosticsLabels));
const withoutLabel = (names: readonly string[]) => names.filter((name) => !labelled.has(name));

test("what the server tells of itself is called in words", async () => {
  const issuer = await startIssuer();
  const api = await startTestApi({ issuer });
  const token = await api.token(priya, { roles: ["Triage.Admin"] });
  const { lines } = (await api.send("GET", "/api/admin/diagnostics", token)).json() as ServerDiagnostics;
  const names = lines.map(({ name }) => name).filter((name) => !name.startsWith("department "));
  const status = makeMetrics(api.store, 0)
    .status()
    .map(([name]) => name);
  await api.close();
  await issuer.close();
  expect(names.length).toBeGreaterThan(5);
  expect(withoutLabel([...names, ...status])).toEqual([]);
});

test("what the pane tells of itself is called in words, a failure too", () => {
  const text = diagnosticsOf({
    office: { context: { requirements: { isSetSupported: () => true } } } as never,
    outbox: { status: () => ({ waiting: 0, isSending: false, isDurable: true, refused: [] }) },
    troubles: { list: () => [] },
    desk: { state: () => ({ screen: { kind: "fault", failure: { code: "not_found" } } }) as never },
    buildId: "0123abcd",
    language: "en",
    theme: "light",
  });
  const names = text.split("\n").map((line) => line.split(": ")[0]!);
  expect(names).toContain("failure");
  expect(withoutLabel(names)).toEqual([]);
});

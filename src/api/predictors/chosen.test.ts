/** A department with its own model: who answered is said, the text goes out only by policy, and a failing model costs nobody an answer. */
import type { ConfiguredDepartment } from "../../triage/configuration.ts";
import type { ExternalModel } from "../../triage/modelChoice.ts";
import type { Prediction } from "../../triage/prediction.ts";
import { newRef, open, openingOf, startTestApi, type TestApi } from "../testing/api.ts";
import { placesOf } from "../testing/everyValue.ts";
import { amara, jonas, priya } from "../testing/organisation.ts";
import { type ModelServer, startModelServer } from "./external/testing/startModelServer.ts";

let server: ModelServer;
let api: TestApi;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.reset();
  api = await startTestApi({ policy: { blindShare: 0 }, insideHosts: [server.host] });
});
afterEach(() => api.close());

const admin = async () => api.token(priya, { roles: ["Triage.Staff", "Triage.Admin"] });

async function choose(model: Partial<ExternalModel>, sending: "text" | "features") {
  const url = "/api/admin/departments/service";
  const { id: _, ...seen } = (await api.send("GET", url, await admin())).json() as ConfiguredDepartment;
  const external = { kind: "external", name: "sorter", timeoutMs: 500, fallback: "builtIn", ...model };
  const change = { ...seen, policy: { ...seen.policy, sending }, model: external };
  const answer = await api.send("PUT", url, await admin(), change);
  if (answer.status !== 200) throw new Error(answer.text);
}

const text = {
  subject: "Where is my parcel",
  body: "It has not arrived, planted-marker.",
  sender: "eve@example.com",
};
const withText = async (oid: string, messageRef = newRef()) => {
  const { features: _, ...request } = openingOf(api, { messageRef });
  const answer = await api.send("POST", "/api/predictions", await api.token(oid), { ...request, text });
  if (answer.status !== 200) throw new Error(answer.text);
  return { shown: answer.json().shown as { kind: string; prediction: Prediction }, messageRef };
};

test.each(["concord", "mlflow", "chat"] as const)(
  "a text sent by policy is judged by the %s model, and kept nowhere",
  async (protocol) => {
    await choose({ protocol, url: server.url(protocol, "good") }, "text");
    const { shown } = await withText(amara);
    expect(shown.prediction).toMatchObject({
      by: "external",
      categories: [{ category: "delivery" }, {}, {}],
    });
    expect(JSON.stringify((await server.asked()).body)).toContain("planted-marker");
    expect(await placesOf(api.store, "planted-marker")).toEqual([]);
    expect(await placesOf(api.store, "eve@example.com")).toEqual([]);
    expect(api.lines.join("\n")).not.toMatch(/planted-marker|eve@example/);
  },
);

test("with features, our contract gets features and no text; text from a pane is refused", async () => {
  await choose({ protocol: "concord", url: server.url("concord", "good") }, "features");
  const { opened } = await open(api, amara);
  expect(opened.shown).toMatchObject({ kind: "prediction", prediction: { by: "external" } });
  expect(Object.keys((await server.asked()).body.message as object)).toEqual(["features"]);
  const { features: _, ...request } = openingOf(api);
  const refused = await api.send("POST", "/api/predictions", await api.token(amara), { ...request, text });
  expect(refused.status).toBe(400);
});

test("when the model has no answer, the built-in one answers and says so; or nobody does", async () => {
  await choose({ protocol: "chat", url: server.url("chat", "wrongCategory") }, "text");
  expect((await withText(amara)).shown.prediction).toMatchObject({ by: "fallback", modelVersion: "v0" });
  await choose({ protocol: "chat", url: server.url("chat", "html"), fallback: "none" }, "text");
  expect((await withText(amara)).shown.kind).toBe("modelUnavailable");
  expect(api.faults).toEqual([]);
});

test("a message opened by several people within minutes is asked about once", async () => {
  await choose({ protocol: "chat", url: server.url("chat", "good") }, "text");
  const { messageRef } = await withText(amara);
  await withText(jonas, messageRef);
  expect((await server.asked()).times).toBe(1);
  api.clock.now += 16 * 60_000;
  await withText(jonas, messageRef);
  expect((await server.asked()).times).toBe(2);
});

test("text for a model that is not chosen any more goes nowhere", async () => {
  await choose({ protocol: "chat", url: server.url("chat", "good") }, "text");
  await withText(amara);
  await server.reset();
  const url = "/api/admin/departments/service";
  const { id: _, ...seen } = (await api.send("GET", url, await admin())).json() as ConfiguredDepartment;
  await api.send("PUT", url, await admin(), { ...seen, model: { kind: "builtIn" } });
  expect((await withText(amara)).shown.prediction.by).toBeUndefined();
  expect((await server.asked()).times).toBe(0);
});

/** Each protocol against a server of its own: good, slow, wrong, hostile and down. */
import type { ExternalModel, Protocol } from "../../../triage/modelChoice.ts";
import { taxonomy } from "../../testing/organisation.ts";
import { openExternal } from "./externalModel.ts";
import type { FaultCode } from "./fault.ts";
import { type ModelServer, startModelServer } from "./testing/startModelServer.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.stop());
beforeEach(() => server.reset());

const none = { ids: [], counts: [] };
const question = {
  taxonomy: { ...taxonomy, version: 1 },
  features: {
    scheme: "c1" as const,
    words: { ids: [7], counts: [1] },
    chars: none,
    subject: none,
    sender: none,
  },
  text: { subject: "Where is my parcel", body: "It has not arrived.", sender: "eve@example.com" },
};

const neverInTime = ["slow", "drip", "hang"];

const modelOf = (
  protocol: Protocol,
  behaviour: string,
  extra: Partial<ExternalModel> = {},
): ExternalModel => ({
  kind: "external",
  protocol,
  url: server.url(protocol, behaviour),
  name: "sorter",
  // Long enough for whatever answers at all, on a busy machine too.
  timeoutMs: neverInTime.includes(behaviour) ? 700 : 30_000,
  fallback: "none",
  ...extra,
});

/** Longer than a few questions take on a busy machine. */
const restMs = 2_000;
const parts = () => ({ secrets: {}, insideHosts: [server.host], now: () => 0, restMs });
const open = (model: ExternalModel) => openExternal(model, parts());
const faultOf = async (work: Promise<unknown>): Promise<FaultCode | "none"> =>
  work.then(
    () => "none",
    (fault: { code: FaultCode }) => fault.code,
  );

const protocols = ["concord", "mlflow", "chat"] as const;

describe.each(protocols)("%s", (protocol) => {
  test("a good answer is a prediction over the whole taxonomy that sums to one and names the model", async () => {
    const external = open(modelOf(protocol, "good"));
    const { categories, priorities, likely, modelVersion, by, evidence } = await external.ask(question);
    expect(categories.map(({ category }) => category).sort()).toEqual(["billing", "contract", "delivery"]);
    expect(categories[0]!.category).toBe("delivery");
    expect(priorities.map(({ priority }) => priority)[0]).toBe("high");
    for (const all of [categories, priorities])
      expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    expect([by, evidence]).toEqual(["external", []]);
    expect(likely).toContain("delivery");
    expect(modelVersion).toMatch(/^sorter/);
    expect(external.health()).toEqual({ answered: 1, failed: 0, isResting: false });
  });

  test.each<[string, FaultCode]>([
    ["slow", "timeout"],
    ["drip", "timeout"],
    ["hang", "timeout"],
    ["cutOff", "unreachable"],
    ["wrongCategory", "answer_invalid"],
    ["wrongPriority", "answer_invalid"],
    ["infinite", "answer_invalid"],
    ["negative", "answer_invalid"],
    ["overOne", "answer_invalid"],
    ["textForNumber", "answer_invalid"],
    ["nothing", "answer_invalid"],
    ["zero", "answer_invalid"],
    ["prototype", "answer_invalid"],
    ["nothingJson", "answer_invalid"],
    ["nested", "answer_invalid"],
    ["manyLabels", "answer_invalid"],
    ["html", "not_json"],
    ["empty", "not_json"],
    ["huge", "too_large"],
    ["endless", "too_large"],
    ["failing", "overloaded"],
    ["limited", "overloaded"],
    ["forbidden", "refused"],
    ["redirect", "redirected"],
  ])("%s: no answer, and why is known (%s)", async (behaviour, code) => {
    const external = open(modelOf(protocol, behaviour));
    expect(await faultOf(external.ask(question))).toBe(code);
    expect(external.health()).toMatchObject({ answered: 0, failed: 1, lastFault: { code } });
  });

  test("NaN is not an answer", async () => {
    const code = await faultOf(open(modelOf(protocol, "notANumber")).ask(question));
    expect(["not_json", "answer_invalid"]).toContain(code);
  });

  test("a passing fault is tried once more, a wrong answer is not", async () => {
    expect(await faultOf(open(modelOf(protocol, "failingOnce")).ask(question))).toBe("none");
    expect((await server.asked()).times).toBe(2);
    await server.reset();
    await faultOf(open(modelOf(protocol, "wrongCategory")).ask(question));
    expect((await server.asked()).times).toBe(1);
  });

  test("a server that is down is unreachable, and after five failures it is left alone until it had its rest", async () => {
    const external = open(modelOf(protocol, "failing"));
    for (let i = 0; i < 5; i++) expect(await faultOf(external.ask(question))).toBe("overloaded");
    const asked = (await server.asked()).times;
    expect(await faultOf(external.ask(question))).toBe("circuit_open");
    expect((await server.asked()).times).toBe(asked);
    expect(external.health().isResting).toBe(true);
    await new Promise((done) => setTimeout(done, restMs + 100));
    expect(await faultOf(external.ask(question))).toBe("overloaded");
    const gone = openExternal(modelOf(protocol, "good", { url: "http://127.0.0.1:1/x" }), {
      ...parts(),
      insideHosts: ["127.0.0.1"],
    });
    expect(await faultOf(gone.ask(question))).toBe("unreachable");
  });

  test("the text goes out only where it was given", async () => {
    await open(modelOf(protocol, "good")).ask(question);
    expect(JSON.stringify((await server.asked()).body)).toContain("It has not arrived.");
    await server.reset();
    const { text: _, ...withoutText } = question;
    const code = await faultOf(open(modelOf(protocol, "good")).ask(withoutText));
    expect([code, (await server.asked()).times]).toEqual(
      protocol === "concord" ? ["none", 1] : ["text_withheld", 0],
    );
    expect(JSON.stringify((await server.asked()).body)).not.toContain("It has not arrived.");
  });

  test("no more are asked at once than it can bear; the others wait their turn or are told so", async () => {
    const external = open(modelOf(protocol, "hang", { timeoutMs: 200 }));
    const codes = await Promise.all(Array.from({ length: 60 }, () => faultOf(external.ask(question))));
    expect(codes.filter((code) => code === "busy")).toHaveLength(20);
    expect((await server.asked()).times).toBeLessThan(20);
  });
});

test("a secret goes to its own origin, and nowhere else", async () => {
  const model = modelOf("concord", "good", { secret: "CONCORD_SECRET_SORTER" });
  const token = "very-secret-token";
  const at = (origin: string) =>
    openExternal(model, { ...parts(), secrets: { CONCORD_SECRET_SORTER: { token, origin } } });
  await at(new URL(model.url).origin).ask(question);
  expect((await server.asked()).authorization).toBe(`Bearer ${token}`);
  await server.reset();
  expect(await faultOf(at("https://elsewhere.example").ask(question))).toBe("secret_missing");
  expect(await faultOf(open(model).ask(question))).toBe("secret_missing");
  expect((await server.asked()).times).toBe(0);
});

test.each([
  "http://127.0.0.1:9/x",
  "https://127.0.0.1/x",
  "https://[::1]/x",
  "https://[::ffff:10.0.0.1]/x",
  "https://169.254.169.254/latest/meta-data",
  "https://192.168.1.10/x",
  "https://0.0.0.0/x",
  "https://2130706433/x",
  "https://0x7f.1/x",
  "https://localhost/x",
  "http://models.example/x",
  "https://user:word@models.example/x",
])("an address inside the network is refused unless the operator named its host: %s", async (url) => {
  const external = openExternal(modelOf("concord", "good", { url }), { ...parts(), insideHosts: [] });
  expect(await faultOf(external.ask(question))).toBe("address_refused");
});

/** One message, from opening to receipt, as the pane sees it. */
import Value from "typebox/value";
import { v7 } from "uuid";
import { Me } from "../../triage/department.ts";
import { Opened } from "../../triage/prediction.ts";
import { Receipt, Undone } from "../../triage/receipt.ts";
import { Summary } from "../../triage/summary.ts";
import { KnownMessage } from "../../triage/verdict.ts";
import { newRef, open, openingOf, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { amara, jonas, mei, priya, stranger } from "../testing/organisation.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ policy: { blindShare: 0 } });
});
afterAll(() => api.close());

const put = async (oid: string, predictionId: string, body: object) =>
  api.send("PUT", `/api/verdicts/${predictionId}`, await api.token(oid), body);
const undo = async (oid: string, predictionId: string, feedbackId: string) =>
  api.send("DELETE", `/api/verdicts/${predictionId}?feedbackId=${feedbackId}`, await api.token(oid));
const summary = async (oid = priya) =>
  (await api.send("GET", "/api/departments/service/summary", await api.token(oid))).json() as Summary;

test("a message about an invoice is predicted as billing, with all categories and the model's version", async () => {
  const { opened } = await open(api, amara);
  expect(Value.Check(Opened, opened)).toBe(true);
  if (opened.shown.kind !== "prediction") throw new Error(opened.shown.kind);
  const { categories, modelVersion, evidence } = opened.shown.prediction;
  expect(categories[0]!.category).toBe("billing");
  expect(categories).toHaveLength(3);
  expect(categories.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1);
  expect(modelVersion).toBe("v0");
  expect(evidence.length).toBeGreaterThan(0);
});

test("who opens a message again gets the same prediction and what they said", async () => {
  const { request, opened } = await open(api, amara);
  const verdict = verdictOn(request);
  const stored = await put(amara, opened.predictionId, verdict);
  expect(stored.status).toBe(200);
  expect(Value.Check(Receipt, stored.json())).toBe(true);
  const again = await open(api, amara, { messageRef: request.messageRef });
  expect(again.opened.predictionId).toBe(opened.predictionId);
  expect(again.opened.known).toMatchObject({ feedbackId: verdict.feedbackId, by: { kind: "you" } });
});

test("an answer from a computer whose clock is ahead was not given after it arrived", async () => {
  const { request, opened } = await open(api, amara);
  const answered = (decidedAt: number) => put(amara, opened.predictionId, verdictOn(request, { decidedAt }));
  const at = async () => (await open(api, amara, { messageRef: request.messageRef })).opened.known!.at;
  await answered(api.clock.now + 86_400_000);
  expect(await at()).toBe(api.clock.now);
  await answered(api.clock.now - 3_600_000);
  expect(await at()).toBe(api.clock.now - 3_600_000);
});

test("a verdict is a confirmation or a correction by what was predicted, not by what the pane says", async () => {
  const { request, opened } = await open(api, amara);
  if (opened.shown.kind !== "prediction") throw new Error();
  const { categories, priorities } = opened.shown.prediction;
  const right = {
    kind: "holds" as const,
    category: categories[0]!.category,
    priority: priorities[0]!.priority,
  };
  const confirmed = await put(amara, opened.predictionId, verdictOn(request, { verdict: right }));
  expect(confirmed.json()).toMatchObject({ outcome: "confirmed", state: "accepted" });
  const corrected = await put(
    amara,
    opened.predictionId,
    verdictOn(request, { verdict: { ...right, category: "contract" } }),
  );
  expect(corrected.json()).toMatchObject({ outcome: "corrected" });
  expect(corrected.json().counts.verdict.category).toBe("contract");
});

test("a verdict delivered twice is one verdict, and an id is never used for another", async () => {
  const before = await summary();
  const { request, opened } = await open(api, amara);
  const verdict = verdictOn(request);
  const first = await put(amara, opened.predictionId, verdict);
  const second = await put(amara, opened.predictionId, verdict);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.json()).toEqual(first.json());
  const other = await put(amara, opened.predictionId, { ...verdict, presses: 3 });
  expect(other.status).toBe(409);
  expect(other.json().code).toBe("feedback_id_reused");
  const after = await summary();
  const answered = ({ states }: Summary) => states.confirmed + states.corrected;
  expect(answered(after)).toBe(answered(before) + 1);
});

test("a verdict given for one message is never stored for another", async () => {
  const { opened } = await open(api, amara);
  const wrong = await put(amara, opened.predictionId, verdictOn({ messageRef: newRef() }));
  expect(wrong.status).toBe(409);
  expect(wrong.json().code).toBe("verdict_for_other_message");
  const token = await api.token(amara);
  const known = await api.send("GET", `/api/messages/${opened.messageKey}?departmentId=service`, token);
  expect(Value.Check(KnownMessage, known.json())).toBe(true);
  expect(known.json()).toMatchObject({ state: "shown" });
});

test("an undo can be repeated, and takes back only the wording it names", async () => {
  const { request, opened } = await open(api, amara);
  const first = verdictOn(request);
  const second = verdictOn(request, { verdict: { kind: "unsure" } });
  await put(amara, opened.predictionId, first);
  await put(amara, opened.predictionId, second);
  const stale = await undo(amara, opened.predictionId, first.feedbackId);
  expect(stale.json().counts).toMatchObject({ feedbackId: second.feedbackId });
  const undone = await undo(amara, opened.predictionId, second.feedbackId);
  expect(Value.Check(Undone, undone.json())).toBe(true);
  expect(undone.json().counts).toBeUndefined();
  expect((await undo(amara, opened.predictionId, second.feedbackId)).json()).toEqual(undone.json());
});

test("an undo that overtakes its verdict still takes it back", async () => {
  const { request, opened } = await open(api, amara);
  const verdict = verdictOn(request);
  expect((await undo(amara, opened.predictionId, verdict.feedbackId)).status).toBe(200);
  const late = await put(amara, opened.predictionId, verdict);
  expect(late.status).toBe(200);
  expect(late.json().counts).toBeUndefined();
  const token = await api.token(amara);
  const me = (await api.send("GET", "/api/me", token)).json() as Me;
  expect(me.recent.map((one) => one.feedbackId)).not.toContain(verdict.feedbackId);
});

test("a colleague's later verdict is kept, but the first one counts until it is taken back", async () => {
  const { request, opened } = await open(api, amara);
  const first = verdictOn(request);
  await put(amara, opened.predictionId, first);
  const { opened: theirs } = await open(api, jonas, { messageRef: request.messageRef });
  expect(theirs.predictionId).not.toBe(opened.predictionId);
  expect(theirs.known).toMatchObject({ by: { kind: "colleague" } });
  const later = verdictOn(request, { verdict: { kind: "unsure" } });
  const stored = await put(jonas, theirs.predictionId, later);
  expect(stored.json()).toMatchObject({ outcome: "unsure", counts: { feedbackId: first.feedbackId } });
  const undone = await undo(amara, opened.predictionId, first.feedbackId);
  expect(undone.json().counts).toMatchObject({ feedbackId: later.feedbackId });
});

test("nobody answers on a prediction that was made for a colleague", async () => {
  const { request, opened } = await open(api, amara);
  const answer = await put(jonas, opened.predictionId, verdictOn(request));
  expect([answer.status, answer.json().code]).toEqual([404, "prediction_unknown"]);
});

test("a moved message leaves one department's figures and enters the other's, once", async () => {
  const before = await summary();
  const { request, opened } = await open(api, amara);
  const move = {
    moveId: v7(),
    messageRef: request.messageRef,
    toDepartmentId: "help-desk",
    decidedAt: api.clock.now,
  };
  const url = `/api/predictions/${opened.predictionId}/move`;
  const moved = await api.send("POST", url, await api.token(amara), move);
  expect(moved.status).toBe(200);
  const again = await api.send("POST", url, await api.token(amara), move);
  expect(again.json()).toEqual(moved.json());
  const after = await summary();
  expect(after.moved).toBe(before.moved + 1);
  expect(after.states).toEqual(before.states);
  const late = await put(amara, opened.predictionId, verdictOn(request));
  expect([late.status, late.json().code]).toEqual([409, "message_moved"]);
  const there = await open(api, mei, { messageRef: request.messageRef, departmentId: "help-desk" });
  expect(there.opened.shown.kind).toBe("prediction");
});

test("opened again, a moved message tells where it is now, and only who moved it how to fetch it back", async () => {
  const { request, opened } = await open(api, amara);
  const { messageRef } = request;
  const move = { moveId: v7(), messageRef, toDepartmentId: "help-desk", decidedAt: api.clock.now };
  const send = async (oid: string, url: string, body: unknown) =>
    api.send("POST", `/api/predictions${url}`, await api.token(oid), body as never);
  await send(amara, `/${opened.predictionId}/move`, move);
  const again = () => ({ ...request, predictionId: v7() });
  const { moveId } = move;
  expect((await send(amara, "", again())).json()).toMatchObject({
    code: "message_moved",
    moved: { to: "help-desk", moveId },
  });
  expect((await send(jonas, "", again())).json().moved).toEqual({ to: "help-desk" });
  const back = { ...move, moveId: v7(), toDepartmentId: "service" };
  expect((await send(amara, `/${moveId}/move`, back)).status).toBe(200);
  expect((await send(amara, "", again())).status).toBe(200);
});

test("an opening nobody saw counts as never shown", async () => {
  const before = await summary();
  await open(api, amara, { unseen: true });
  const after = await summary();
  expect(after.states.neverShown).toBe(before.states.neverShown + 1);
  expect(after.states.shown).toBe(before.states.shown);
});

test("without features the model says nothing, and the verdict is kept as unpredicted", async () => {
  const token = await api.token(amara);
  const { features: _, ...bare } = openingOf(api);
  const opened = (await api.send("POST", "/api/predictions", token, bare)).json() as Opened;
  expect(opened.shown).toEqual({ kind: "modelUnavailable" });
  const stored = await put(amara, opened.predictionId, verdictOn(bare));
  expect(stored.json()).toMatchObject({ outcome: "unpredicted" });
});

test("text is refused where the policy keeps it in the mailbox", async () => {
  const token = await api.token(amara);
  const request = { ...openingOf(api), text: { subject: "private-marker", body: "private-marker" } };
  const answer = await api.send("POST", "/api/predictions", token, request);
  expect(answer.status).toBe(400);
  expect(answer.text).not.toContain("private-marker");
});

test("a person sees their departments, and a stranger none", async () => {
  const me = (await api.send("GET", "/api/me", await api.token(amara))).json() as Me;
  expect(Value.Check(Me, me)).toBe(true);
  expect(me.departments.map(({ id, role }) => [id, role])).toEqual([["service", "staff"]]);
  expect(me.departmentId).toBe("service");
  expect(me.departments[0]!.mailboxes).toEqual(["service@northwind.example"]);
  expect(JSON.stringify(me)).not.toContain("phrases");
  const nobody = (await api.send("GET", "/api/me", await api.token(stranger))).json() as Me;
  expect(nobody.departments).toEqual([]);
});

test("another department's messages and figures are not told apart from ones that do not exist", async () => {
  const token = await api.token(mei);
  const opening = await api.send("POST", "/api/predictions", token, openingOf(api));
  const figures = await api.send("GET", "/api/departments/service/summary", token);
  const nothing = await api.send("GET", "/api/departments/no-such/summary", token);
  expect([opening, figures, nothing].map((one) => [one.status, one.json().code])).toEqual([
    [404, "department_unknown"],
    [404, "department_unknown"],
    [404, "department_unknown"],
  ]);
});

test("the summary fits its schema and an unknown category is refused", async () => {
  expect(Value.Check(Summary, await summary())).toBe(true);
  const { request, opened } = await open(api, amara);
  const verdict = { kind: "holds" as const, category: "no-such", priority: "low" as const };
  const answer = await put(amara, opened.predictionId, verdictOn(request, { verdict }));
  expect([answer.status, answer.json().code]).toEqual([422, "category_unknown"]);
});

test("what was learned is said in the receipt, and a later prediction names the new version", async () => {
  const features = api.featuresFor("the parcel has not arrived");
  const { request, opened } = await open(api, amara, { features });
  const verdict = { kind: "holds" as const, category: "contract", priority: "urgent" as const };
  const feedback = verdictOn(request, { verdict });
  expect((await put(amara, opened.predictionId, feedback)).json().outcome).toBe("corrected");
  await api.learn();
  const me = (await api.send("GET", "/api/me", await api.token(amara))).json() as Me;
  const receipt = me.recent.find((one) => one.feedbackId === feedback.feedbackId)!;
  expect(receipt).toMatchObject({ state: "learned", outcome: "corrected" });
  expect(receipt.learnedIn).toMatch(/^v[1-9]/);
  expect(["right", "wrong"]).toContain(receipt.now);
  const next = await open(api, amara, { features });
  if (next.opened.shown.kind !== "prediction") throw new Error();
  expect(next.opened.shown.prediction.modelVersion).toBe(receipt.learnedIn);
  expect(api.faults).toEqual([]);
});

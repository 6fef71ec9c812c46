/** Two thousand requests made from /openapi.json, right and wrong: only described answers come back, none of them a fault of ours. */
import { startTestApi } from "./testing/api.ts";
import { fuzz } from "./testing/fuzzRun.ts";
import { startIssuer, type TestIssuer } from "./testing/issuer.ts";
import { amara } from "./testing/organisation.ts";

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

test("every answer is one that the description names, in the shape it names", async () => {
  const { faults, sent, answers, succeeded, operations } = await fuzz(issuer, 2_000, 20_261_123);
  expect(faults).toEqual([]);
  expect(sent).toBe(2_000);
  // It would prove little if nothing got past the door.
  expect(answers[200]).toBeGreaterThan(50);
  expect(succeeded.size).toBeGreaterThan(operations / 4);
}, 240_000);

test("what is not JSON is refused as a media type, not as a wrong body", async () => {
  const api = await startTestApi({ issuer });
  const headers = { authorization: `Bearer ${await api.token(amara)}` };
  for (const type of ["text/plain", "application/xml", "application/x-www-form-urlencoded"]) {
    const answer = await api.app.inject({
      method: "POST",
      url: "/api/predictions",
      headers: { ...headers, "content-type": type },
      payload: "{}",
    });
    expect([type, answer.statusCode, answer.json().code]).toEqual([type, 415, "media_type_unsupported"]);
  }
  await api.close();
});

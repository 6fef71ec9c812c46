/** A pane that may predict offline: the file it gets, who gets it, and how what it showed is counted. */
import { predict } from "../../classifier/predictor.ts";
import { loadPredictor } from "../../classifier/predictorFile.ts";
import { verify } from "../store/verify.ts";
import { newRef, open, openingOf, startTestApi, type TestApi, verdictOn } from "../testing/api.ts";
import { engines } from "../testing/engines.ts";
import { type TestIssuer, tid } from "../testing/issuer.ts";
import { issuerOn } from "../testing/issuerOn.ts";
import { amara, jonas } from "../testing/organisation.ts";

jest.setTimeout(120_000);

describe.each(engines())("on %s", (_, engine) => {
  let issuer: TestIssuer;
  issuerOn(engine, (started) => {
    issuer = started;
  });

  const start = async (policy: object) => startTestApi({ place: await engine.newPlace(), issuer, policy });
  const fileFor = async (api: TestApi, headers: Record<string, string> = {}) =>
    api.app.inject({
      method: "GET",
      url: "/api/departments/service/model",
      headers: { authorization: `Bearer ${await api.token(amara)}`, ...headers },
    });
  const current = (api: TestApi) =>
    api.store.db.selectFrom("current").select(["arm", "state", "message_key"]).execute();
  const answer = async (api: TestApi, oid: string, opening: ReturnType<typeof openingOf>) => {
    const opened = await api.send("POST", "/api/predictions", await api.token(oid), opening);
    const { predictionId } = opened.json();
    const said = await api.send(
      "PUT",
      `/api/verdicts/${predictionId}`,
      await api.token(oid),
      verdictOn(opening),
    );
    expect([opened.status, said.status]).toEqual([200, 200]);
    return opened.json();
  };

  test("the file predicts what the API predicts, and is sent again only when it is another one", async () => {
    const api = await start({ offlineModel: true, blindShare: 0 });
    const got = await fileFor(api);
    expect(got.statusCode).toBe(200);
    const features = api.featuresFor("wrong amount on the invoice");
    const own = predict(loadPredictor(got.rawPayload), features);
    const { opened } = await open(api, amara, { features });
    expect(opened.shown).toMatchObject({
      prediction: {
        categories: own.categories.map(({ id, probability }) => ({ category: id, probability })),
      },
    });
    const etag = String(got.headers.etag);
    expect(etag).toMatch(/^"v0-\d+"$/);
    expect((await fileFor(api, { "if-none-match": etag })).statusCode).toBe(304);
    await api.close();
  });

  test("without the policy there is no file", async () => {
    const api = await start({});
    expect((await fileFor(api)).statusCode).toBe(404);
    await api.close();
  });

  test("what was predicted offline is volunteered, even where a blind check would have been drawn", async () => {
    const api = await start({ offlineModel: true, blindShare: 0.25 });
    for (let i = 0; i < 12; i++) {
      const { arm, shown } = await answer(api, amara, openingOf(api, { offlineVersion: "v0" }));
      expect(arm).toBe("open");
      expect(shown).toMatchObject({ prediction: { modelVersion: "v0" } });
    }
    const rows = await api.store.db.selectFrom("opening").select(["arm", "ask_skipped"]).execute();
    expect(rows.every(({ arm, ask_skipped }) => arm === "open" && ask_skipped === "offline")).toBe(true);
    await api.close();
  });

  test("a message drawn blind, then answered by somebody who saw it offline, is no blind check", async () => {
    const api = await start({ offlineModel: true, blindShare: 0.25 });
    let blind = openingOf(api);
    for (let i = 0; i < 200; i++) {
      blind = openingOf(api, { messageRef: newRef() });
      const opened = await api.send("POST", "/api/predictions", await api.token(amara), blind);
      if (opened.json().arm === "blind") break;
    }
    for (const oid of [amara, jonas]) {
      const again = openingOf(api, { messageRef: blind.messageRef, offlineVersion: "v0" });
      expect((await answer(api, oid, again)).arm).toBe("open");
    }
    const arms = (await current(api)).filter(({ state }) => state === "confirmed" || state === "corrected");
    expect(arms.map(({ arm }) => arm)).toEqual(["open"]);
    expect((await verify(api.store, `${tid}/service`)).differences).toEqual([]);
    await api.close();
  });

  test("a version nobody has any more is answered without a prediction, not with another one's", async () => {
    const api = await start({ offlineModel: true, blindShare: 0 });
    const { shown } = await answer(api, amara, openingOf(api, { offlineVersion: "v99" }));
    expect(shown).toEqual({ kind: "modelUnavailable" });
    await api.close();
  });
});

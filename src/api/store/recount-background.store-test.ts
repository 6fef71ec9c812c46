/** A version that counts something otherwise counts it anew while people work: nothing is missed, nothing counted twice. */
import { newRef, open, openingOf, type TestApi, verdictOn } from "../testing/api.ts";
import { type Engine, engines } from "../testing/engines.ts";
import { freshApis } from "../testing/freshApis.ts";
import { tid } from "../testing/issuer.ts";
import { amara, jonas, priya } from "../testing/organisation.ts";
import { recipe } from "./kinds.ts";
import { type RecountStep, recountStale } from "./recount.ts";
import { verify } from "./verify.ts";

jest.setTimeout(120_000);

const service = `${tid}/service`;
/** As if an earlier version had counted categories otherwise. */
const earlier = recipe.replace(/category \d+/, "category 0");
const later = recipe.replace(/category \d+/, "category 999");

describe.each(engines())("on %s", (_, engine: Engine) => {
  let api: TestApi;
  const options = { policy: { blindShare: 0 } };
  freshApis(engine, options, (fresh) => {
    api = fresh.api;
  });

  const setRecipe = (value: string) =>
    api.store.db.updateTable("recipe").set({ value }).where("department", "=", service).execute();
  const recipeNow = async () =>
    (
      await api.store.db
        .selectFrom("recipe")
        .select("value")
        .where("department", "=", service)
        .executeTakeFirst()
    )?.value;
  const differences = async () => (await verify(api.store, service)).differences;
  const categoryCells = () =>
    api.store.db
      .selectFrom("counter")
      .select((eb) => eb.fn.sum<number>("n").as("n"))
      .where("department", "=", service)
      .where("kind", "=", "category")
      .executeTakeFirst();

  async function answered(who: string, category: string, messageRef = newRef()) {
    const { request, opened } = await open(api, who, { messageRef });
    const url = `/api/verdicts/${opened.predictionId}`;
    const body = verdictOn(request, { verdict: { kind: "holds", category, priority: "low" } });
    expect((await api.send("PUT", url, await api.token(who), body)).status).toBe(200);
    return {
      messageRef,
      undo: async () => api.send("DELETE", `${url}?feedbackId=${body.feedbackId}`, await api.token(who)),
    };
  }

  async function lived() {
    const said = [];
    for (let n = 0; n < 14; n++)
      said.push(await answered(n % 3 ? amara : jonas, ["billing", "contract"][n % 2]!));
    await setRecipe(earlier);
    // What the earlier version had counted is something else.
    await api.store.db
      .updateTable("counter")
      .set((eb) => ({ n: eb("n", "+", 100) }))
      .where("kind", "=", "category")
      .execute();
    return said;
  }

  const recount = (onStep?: (step: RecountStep) => void | Promise<void>) =>
    recountStale({ store: api.store, now: () => api.clock.now, messagesAtOnce: 3, onStep });

  test("whatever people do between any two of its steps, the counters end as a recount says", async () => {
    const said = await lived();
    const steps: RecountStep[] = [];
    let n = 0;
    await recount(async (step) => {
      steps.push(step);
      await answered(amara, "delivery");
      await answered(jonas, "contract", said[n % said.length]!.messageRef);
      if (step !== "replaced") await said[(5 * n++ + 1) % said.length]!.undo();
    });
    expect(new Set(steps)).toEqual(new Set(["begun", "passed", "written", "replaced"]));
    expect(steps.filter((step) => step === "passed").length).toBeGreaterThan(4);
    expect(await recipeNow()).toBe(recipe);
    expect(await differences()).toEqual([]);
    const left = await api.store.db
      .selectFrom("counter")
      .select("kind")
      .where("kind", "like", "%~")
      .execute();
    expect(left).toEqual([]);
  });

  test("until it is done the earlier counters are shown as they were, and everything else goes on being counted", async () => {
    await lived();
    const before = await categoryCells();
    const states = async () => {
      const answer = await api.send("GET", "/api/departments/service/summary", await api.token(priya));
      return answer.json().states.corrected + answer.json().states.confirmed;
    };
    await recount(async (step) => {
      if (step === "replaced") return;
      const known = await states();
      await answered(amara, "delivery");
      expect(await categoryCells()).toEqual(before);
      expect(await states()).toBe(known + 1);
      expect((await api.app.inject("/readyz")).json()).toMatchObject({ status: "ready", recounting: 1 });
      expect(await differences()).toEqual([]);
    });
    expect(await categoryCells()).not.toEqual(before);
    expect((await api.app.inject("/readyz")).json()).toMatchObject({ recounting: 0 });
    expect(await differences()).toEqual([]);
  });

  test.each<RecountStep>(["begun", "passed", "written"])(
    "cut off after it was %s, it is taken up a minute later and ends the same",
    async (last) => {
      const said = await lived();
      const cut = recount((step) => {
        if (step === last) throw new Error("cut off");
      });
      await expect(cut).rejects.toThrow("cut off");
      await said[2]!.undo();
      await answered(amara, "delivery");
      // Another instance may still be at it.
      await recount();
      expect(await recipeNow()).toBe(earlier);
      api.clock.now += 61_000;
      await recount();
      expect(await recipeNow()).toBe(recipe);
      expect(await differences()).toEqual([]);
    },
  );

  test("two instances at once count once, and both take part in the work meanwhile", async () => {
    await lived();
    let replaced = 0;
    const noting = (step: RecountStep) => {
      if (step === "replaced") replaced++;
    };
    await Promise.all([
      recount(noting),
      recount(noting),
      answered(amara, "delivery"),
      answered(jonas, "billing"),
    ]);
    expect(replaced).toBe(1);
    expect(await differences()).toEqual([]);
  });

  test("an instance of an earlier version refuses to count where a later one counts, and says it is not ready", async () => {
    await lived();
    await setRecipe(later);
    const { status, json, headers } = await api.send(
      "POST",
      "/api/predictions",
      await api.token(amara),
      openingOf(api),
    );
    expect([status, json().code]).toEqual([503, "store_unavailable"]);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect((await api.app.inject("/readyz")).statusCode).toBe(503);
    await recount();
    expect(await recipeNow()).toBe(later);
    await setRecipe(earlier);
    expect((await api.app.inject("/readyz")).statusCode).toBe(200);
  });
});

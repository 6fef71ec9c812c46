/** Figures from elsewhere: as JSON or CSV, all rows or none, twice without effect, and into an imported objective. */
import type { MeasurementReceipt, Measurements } from "../../triage/measurement.ts";
import type { Objective, Objectives } from "../../triage/objective.ts";
import type { TestApi } from "../testing/api.ts";
import { type Engine, engines } from "../testing/engines.ts";
import { freshApis } from "../testing/freshApis.ts";
import { agreeOn, objectivesAt } from "../testing/objectives.ts";
import { amara, mei, priya } from "../testing/organisation.ts";
import { measurementsIn } from "./csv.ts";

const url = "/api/departments/service/measurements";
const week = (from: string, to: string, hits: number, trials: number) => ({
  kpi: "satisfaction",
  source: "survey",
  from,
  to,
  hits,
  trials,
});

describe.each(engines())("on %s", (_, engine: Engine) => {
  let api: TestApi;
  freshApis(engine, {}, (fresh) => {
    api = fresh.api;
  });

  const post = async (measurements: object[], who = priya) =>
    api.send("POST", url, await api.token(who), { measurements });
  const postCsv = async (payload: string) => {
    const headers = { authorization: `Bearer ${await api.token(priya)}`, "content-type": "text/csv" };
    return api.app.inject({ method: "POST", url, headers, payload });
  };
  const stored = async () =>
    ((await api.send("GET", url, await api.token(priya))).json() as Measurements).measurements;

  test("what is posted twice counts once; other figures for the same period replace it", async () => {
    const rows = [week("2026-11-09", "2026-11-15", 40, 50), week("2026-11-16", "2026-11-22", 44, 52)];
    expect((await post(rows)).json()).toEqual({ added: 2, replaced: 0, unchanged: 0 });
    expect((await post(rows)).json()).toEqual({ added: 0, replaced: 0, unchanged: 2 });
    const corrected = (await post([week("2026-11-16", "2026-11-22", 45, 52)])).json();
    expect(corrected satisfies MeasurementReceipt).toEqual({ added: 0, replaced: 1, unchanged: 0 });
    expect((await stored()).map(({ hits }) => hits)).toEqual([45, 40]);
  });

  test("one wrong row and nothing is taken; each wrong row is named", async () => {
    const answer = await post([
      week("2026-11-02", "2026-11-08", 10, 20),
      week("2026-11-09", "2026-11-15", 30, 20),
      week("2026-11-22", "2026-11-16", 1, 2),
      week("2026-11-20", "2026-12-20", 1, 2),
      week("2026-11-05", "2026-11-06", 1, 2),
    ]);
    expect(answer.status).toBe(400);
    expect(answer.json().errors.map(({ path }: { path: string }) => path)).toEqual([
      "/body/measurements/1/hits",
      "/body/measurements/2/to",
      "/body/measurements/3/to",
      "/body/measurements/4/from",
    ]);
    expect(await stored()).toEqual([]);
  });

  test("a spreadsheet's CSV is taken as it is, and its faults are told by row", async () => {
    const good = await postCsv(
      '\ufeffKPI;Source;From;To;Hits;Trials\r\nsatisfaction;"survey";2026-11-16;2026-11-22;44;52\r\n\r\n',
    );
    expect(good.json()).toEqual({ added: 1, replaced: 0, unchanged: 0 });
    const short = await postCsv("kpi,source,from,to,hits,trials\nsatisfaction,survey,2026-11-09\n");
    expect(short.json().errors).toEqual([{ path: "/body/row/2", expected: "6 columns" }]);
    const wordy = await postCsv(
      "kpi,source,from,to,hits,trials\nsatisfaction,survey,2026-11-09,2026-11-15,many,50\n",
    );
    expect(wordy.json().errors[0].path).toBe("/body/measurements/0/hits");
    const other = await postCsv("kpi,hits\nsatisfaction,4\n");
    expect(other.json().errors[0].path).toBe("/body/row/1");
    expect(await stored()).toHaveLength(1);
  });

  test("staff and other departments post nothing", async () => {
    const row = [week("2026-11-16", "2026-11-22", 1, 2)];
    expect((await post(row, amara)).json().code).toBe("role_missing");
    expect((await post(row, mei)).json().code).toBe("department_unknown");
  });

  test("an imported objective counts the periods that began on or after the day it was agreed on", async () => {
    const formula = { kind: "imported", kpi: "satisfaction", better: "higher" } as const;
    const { id } = (await agreeOn(api, { formula, target: 0.5 })).json() as Objective;
    api.clock.now += 15 * 86_400_000;
    await post([
      week("2026-11-16", "2026-11-22", 1, 90),
      week("2026-11-23", "2026-11-29", 40, 44),
      week("2026-11-30", "2026-12-06", 43, 46),
    ]);
    const answer = await api.send("GET", objectivesAt("service"), await api.token(priya));
    const { standing } = (answer.json() as Objectives).objectives.find((one) => one.id === id)!;
    expect(standing).toMatchObject({ hits: 83, trials: 90, arm: "imported", lastOn: "2026-12-06" });
    expect(standing.state.kind).toBe("met");
  });
});

test("a quoted cell may hold separators, quotes and line ends", () => {
  const text = 'kpi,source,from,to,hits,trials\n"a,""b""\nc",s,f,t,1,2';
  expect(measurementsIn(text).measurements).toEqual([
    { kpi: 'a,"b"\nc', source: "s", from: "f", to: "t", hits: 1, trials: 2 },
  ]);
});

/** Many panes at once that never give up: each deed is sent again until it is acknowledged, and what was is remembered. */
import { v7 } from "uuid";
import { featuresOf } from "../../classifier/features.ts";
import type { Me } from "../../triage/department.ts";
import type { Opened } from "../../triage/prediction.ts";
import { openStore, type Store, type StorePlace } from "../store/store.ts";
import { verify } from "../store/verify.ts";
import { newRef, verdictOn } from "./api.ts";

export interface StormParts {
  /** where the next attempt goes; undefined while nothing runs */
  origin(): string | undefined;
  /** one `Bearer …` for each person */
  authorizations: readonly string[];
  panes: number;
}

/** Ids of what an API said it has stored, and how often it took more than one attempt. */
export interface Acknowledged {
  openings: Set<string>;
  verdicts: Set<string>;
  undos: Set<string>;
  repeats: number;
}

export interface Storm {
  acknowledged: Acknowledged;
  /** a pane has given up; `stop` tells why */
  hasFailed(): boolean;
  /** Every pane finishes what it began. Throws when an answer was neither success nor "try again". */
  stop(): Promise<void>;
}

const subjects = ["wrong amount on the invoice", "the parcel has not arrived", "cancel my contract"];
const categories = ["billing", "delivery", "contract"];
const priorities = ["low", "normal", "high", "urgent"] as const;
/** Few enough that colleagues meet on the same message. */
const sharedRefs = 40;
const attemptMs = 10_000;
const longestMs = 120_000;
const one = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)]!;

export function startStorm({ origin, authorizations, panes }: StormParts): Storm {
  const acknowledged: Acknowledged = {
    openings: new Set(),
    verdicts: new Set(),
    undos: new Set(),
    repeats: 0,
  };
  const shared = Array.from({ length: sharedRefs }, newRef);
  let isOver = false;

  async function send(authorization: string, method: string, path: string, body?: object): Promise<Response> {
    const until = Date.now() + longestMs;
    for (let attempt = 1; Date.now() < until; attempt++) {
      const to = origin();
      const answer = to
        ? await fetch(to + path, {
            method,
            headers: { authorization, ...(body ? { "content-type": "application/json" } : {}) },
            ...(body ? { body: JSON.stringify(body) } : {}),
            signal: AbortSignal.timeout(attemptMs),
          }).catch(() => undefined)
        : undefined;
      if (answer?.ok) {
        if (attempt > 1) acknowledged.repeats++;
        return answer;
      }
      if (answer && answer.status < 500 && answer.status !== 429)
        throw new Error(`${method} ${path.split("?")[0]}: ${answer.status} ${await answer.text()}`);
      await new Promise((done) => setTimeout(done, 10 + Math.random() * 60));
    }
    throw new Error(`${method} was never answered`);
  }

  let featureKey: string | undefined;
  const featureKeyOf = async (authorization: string): Promise<string> => {
    featureKey ??= ((await (await send(authorization, "GET", "/api/me")).json()) as Me).featureKey;
    return featureKey;
  };

  async function handle(authorization: string): Promise<void> {
    const messageRef = Math.random() < 0.3 ? one(shared) : newRef();
    const opening = {
      predictionId: v7(),
      departmentId: "service",
      messageRef,
      features: featuresOf({ subject: one(subjects), body: "" }, await featureKeyOf(authorization)),
      bodyRead: true,
      openedAt: Date.now(),
    };
    const answer = await send(authorization, "POST", "/api/predictions", opening);
    const { predictionId } = (await answer.json()) as Opened;
    acknowledged.openings.add(predictionId);
    const given: string[] = [];
    for (let n = Math.floor(Math.random() * 4); n > 0; n--) {
      const feedbackId = v7();
      const verdict =
        Math.random() < 0.1
          ? { kind: "unsure" as const }
          : { kind: "holds" as const, category: one(categories), priority: one(priorities) };
      await send(
        authorization,
        "PUT",
        `/api/verdicts/${predictionId}`,
        verdictOn({ messageRef }, { feedbackId, verdict }),
      );
      acknowledged.verdicts.add(feedbackId);
      given.push(feedbackId);
      if (Math.random() < 0.3) {
        const taken = one(given);
        await send(authorization, "DELETE", `/api/verdicts/${predictionId}?feedbackId=${taken}`);
        acknowledged.undos.add(taken);
      }
    }
  }

  const running = Array.from({ length: panes }, async (_, pane) => {
    while (!isOver) await handle(authorizations[pane % authorizations.length]!);
  });
  const all = Promise.all(running);
  let hasFailed = false;
  all.catch(() => {
    hasFailed = true;
  });
  return {
    acknowledged,
    hasFailed: () => hasFailed,
    async stop() {
      isOver = true;
      await all;
    },
  };
}

/** So many more verdicts, however long they take here, and then any moment. */
export async function someMore(storm: Storm, more = 6): Promise<void> {
  const { verdicts } = storm.acknowledged;
  const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const enough = verdicts.size + more;
  while (verdicts.size < enough && !storm.hasFailed()) await rest(20);
  await rest(Math.random() * 300);
}

/** What is wrong with the store after a storm, in sentences; nothing when all is well. */
export async function damageIn(store: Store, { openings, verdicts, undos }: Acknowledged): Promise<string[]> {
  const rows = await store.db
    .selectFrom("feedback")
    .select(["event", "feedback_id", "prediction_id"])
    .execute();
  const timesOf = (event: string, id: "feedback_id" | "prediction_id") => {
    const times = new Map<string, number>();
    for (const row of rows) if (row.event === event) times.set(row[id]!, (times.get(row[id]!) ?? 0) + 1);
    return times;
  };
  const off = (what: string, ids: Set<string>, times: Map<string, number>) => {
    const lost = [...ids].filter((id) => !times.has(id)).length;
    const doubled = [...times.values()].filter((n) => n > 1).length;
    return [
      ...(lost ? [`${lost} acknowledged ${what} lost`] : []),
      ...(doubled ? [`${doubled} ${what} doubled`] : []),
    ];
  };
  const departments = await store.db.selectFrom("department").select("department").execute();
  const verified = [];
  for (const { department } of departments) verified.push(...(await verify(store, department)).differences);
  return [
    ...off("openings", openings, timesOf("opened", "prediction_id")),
    ...off("verdicts", verdicts, timesOf("verdict", "feedback_id")),
    ...off("undos", undos, timesOf("undone", "feedback_id")),
    ...verified,
  ];
}

/** The same of a store that nobody has open. */
export async function damageAt(place: StorePlace, acknowledged: Acknowledged): Promise<string[]> {
  const store = await openStore(place, Date.now());
  try {
    return await damageIn(store, acknowledged);
  } finally {
    await store.close();
  }
}

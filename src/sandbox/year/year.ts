/** A believable year, quarter by quarter: mail and verdicts, a trained version of each model, objectives, reviews. */
import { seeded } from "../../alignment/simulation/seeded.ts";
import { learnOnce } from "../../api/jobs/learn.ts";
import type { Organisation } from "../../api/organisation.ts";
import { makeBuiltIn } from "../../api/predictors/builtIn.ts";
import { startTraining, type Training } from "../../api/predictors/training.ts";
import { openDueReview } from "../../api/reviews/rhythm.ts";
import { applyOrganisation } from "../../api/store/applyOrganisation.ts";
import { type Department, departmentsOf } from "../../api/store/departments.ts";
import { dayMs, mondayOf } from "../../api/store/periods.ts";
import type { Store } from "../../api/store/store.ts";
import { starters } from "../../triage/starter/starters.ts";
import { personas, tenantId } from "../personas.ts";
import { fillDays, type Growing } from "./fill.ts";
import {
  agreeOnObjectives,
  declineSome,
  type Held,
  holdReview,
  noteLastSeen,
  proposeWords,
  type Scene,
  surveyCustomers,
  welcome,
} from "./lead.ts";
import { demoLetters } from "./letters.ts";
import { truths } from "./truth.ts";

export interface YearOptions {
  /** the eight departments, as `withYear` makes them */
  organisation: Organisation;
  messages: number;
  /** the year ends with the day before this moment */
  today: number;
  seed: number;
  /** Whether a model version is trained in a department at the end of a quarter (0 to 3); always when absent, which takes minutes. */
  trains?: (departmentId: string, quarter: number) => boolean;
  /** the key of the pane's features, by organisation */
  featureKeyOf: (tenant: string) => string;
  say?: (line: string) => void;
}

export const quarters = 4;
export const quarterDays = 91;
const workdays = 5 / 7;

/** Into an empty store only. */
export async function fillYear(store: Store, options: YearOptions): Promise<void> {
  const { organisation, messages, today, seed, featureKeyOf, trains = always, say = () => {} } = options;
  const midnight = Math.floor(today / dayMs) * dayMs;
  const start = yearsStart(midnight);
  const days = (midnight - start) / dayMs;
  await applyOrganisation(store, organisation, starters, start);
  const all = await departmentsOf(store.db, tenantId);
  const letters = await demoLetters();
  const growing = truths.map((truth, i): Growing => {
    const department = all.find(({ id }) => id === truth.id)!;
    return {
      department,
      truth,
      perDay: Math.max(1, Math.round((messages * truth.share) / (days * workdays))),
      blindShare: department.policy.blindShare,
      featureKey: featureKeyOf(tenantId),
      letters,
      start,
      random: seeded(seed + i),
      made: 0,
    };
  });
  const trainers = [startTraining(), startTraining()];
  try {
    for (let quarter = 0; quarter < quarters; quarter++) {
      const isLast = quarter === quarters - 1;
      const [first, end] = [quarter * quarterDays, isLast ? days : (quarter + 1) * quarterDays];
      const at = isLast ? today : start + end * dayMs;
      for (const one of growing) {
        await fillDays(store, one, first, end);
        one.department = await liveThrough(store, one, quarter, at);
      }
      const learning = growing.filter(({ truth }) => trains(truth.id, quarter));
      await Promise.all(
        trainers.map(async (training, i) => {
          for (const one of learning.filter((_, n) => n % trainers.length === i)) {
            await learn({ store, training, featureKeyOf }, one.department, at);
            one.department = await fresh(store, one.department);
          }
        }),
      );
      say(`Quarter ${quarter + 1}: ${growing.reduce((sum, { made }) => sum + made, 0)} messages.`);
    }
  } finally {
    for (const training of trainers) await training.close();
  }
}

/** A Monday, 52 to 53 weeks ago: the last quarter is a whole one at least, so that its review is due. */
export const yearsStart = (midnight: number): number =>
  Date.parse(mondayOf(midnight - quarters * quarterDays * dayMs));

const always = () => true;

/** Two in the customer service, one where the demo's people work; the learning job makes those of the others. */
export const fewVersions = (departmentId: string, quarter: number): boolean =>
  quarter === quarters - 1
    ? personas.some(({ departments }) => departments.includes(departmentId))
    : quarter === 1 && departmentId === "customer-service";

const fresh = async (store: Store, { key }: Department): Promise<Department> =>
  (await departmentsOf(store.db, tenantId)).find((one) => one.key === key)!;

interface Learner {
  store: Store;
  training: Training;
  featureKeyOf: YearOptions["featureKeyOf"];
}

const fail = (fault: unknown) => {
  throw fault;
};

function learn(learner: Learner, department: Department, at: number): Promise<boolean> {
  const model = makeBuiltIn({ ...learner, modelsInMemory: 1, patienceMs: 60_000, onFault: fail });
  return learnOnce({ ...learner, model, now: () => at }, department);
}

const reviews: Record<number, Held> = {
  1: {
    decisions: [{ kind: "keepTarget", about: "category" }, { kind: "changeBlindShare" }],
    forecast: 0.7,
  },
  2: {
    decisions: [{ kind: "retrain", about: "urgentRecall" }, { kind: "changeTaxonomy" }],
    forecast: 0.6,
  },
};

/** What people do at the end of a quarter; the last one's review has come due and is open. */
async function liveThrough(store: Store, growing: Growing, quarter: number, at: number): Promise<Department> {
  const { department, truth, random } = growing;
  const scene: Scene = { store, department, truth, random, at };
  if (quarter === 0) await welcome(scene);
  await declineSome(scene);
  await surveyCustomers(scene, growing.start + quarter * quarterDays * dayMs);
  if (quarter === 0) await agreeOnObjectives(scene);
  const review = reviews[quarter];
  if (review) await holdReview(scene, review);
  if (quarter === 2) await proposeWords(scene);
  if (quarter === quarters - 1) {
    await noteLastSeen(scene);
    await openDueReview(store, department, at);
  }
  return fresh(store, department);
}

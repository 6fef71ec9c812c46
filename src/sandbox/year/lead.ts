/** What the leads do in the year: objectives agreed, corrections declined, reviews held, proposals decided. */
import type { Transaction } from "kysely";
import { decideCorrection } from "../../api/corrections/decide.ts";
import { decideProposal, propose } from "../../api/corrections/proposals.ts";
import { takeMeasurements } from "../../api/measurements/take.ts";
import { agree } from "../../api/objectives/change.ts";
import { linesOf } from "../../api/objectives/versions.ts";
import {
  closeReview,
  decide,
  evidenceToFreeze,
  foretell,
  openReview,
  settle,
} from "../../api/reviews/change.ts";
import { decisionsOf, lastClosed } from "../../api/reviews/rows.ts";
import type { Department } from "../../api/store/departments.ts";
import { rememberPerson } from "../../api/store/people.ts";
import { dayMs, dayOf } from "../../api/store/periods.ts";
import type { Schema } from "../../api/store/schema.ts";
import { inTransaction, type Store } from "../../api/store/store.ts";
import { type ObjectiveTemplate, objectiveTemplates } from "../../triage/objectiveTemplates.ts";
import type { DecisionRequest } from "../../triage/review.ts";
import { type Colleague, colleaguesOf, personKey } from "./people.ts";
import type { PlantedTruth } from "./truth.ts";

/** Where and when; `random` also makes ids, so that the same seed makes the same year. */
export interface Scene {
  store: Store;
  department: Department;
  truth: PlantedTruth;
  random: () => number;
  at: number;
}

type Work = (db: Transaction<Schema>, lead: Colleague) => Promise<void>;

const quarterDays = 91;
const declinedPerQuarter = 6;

/** Version 7 in form: its moment, then chance. */
export function idAt(at: number, random: () => number): string {
  const time = at.toString(16).padStart(12, "0");
  const hex = (n: number) => Array.from({ length: n }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}

const asLead = (store: Store, department: Department, truth: PlantedTruth, work: Work): Promise<void> =>
  inTransaction(store, [department.key], (db) => work(db, colleaguesOf(truth)[0]!));

/** Everybody has been seen, so that colleagues are called by their names. */
export async function welcome({ store, department, truth, at }: Scene): Promise<void> {
  for (const colleague of colleaguesOf(truth))
    await rememberPerson(store.db, {
      tenant: department.tenant,
      person: personKey(colleague),
      name: colleague.name,
      now: at,
    });
}

/** Each was here last when they opened their last message; who opened none, when they were welcomed. */
export async function noteLastSeen({ store, department, truth }: Scene): Promise<void> {
  const rows = await store.db
    .selectFrom("opening")
    .select((eb) => ["person", eb.fn.max("opened_at").as("at")] as const)
    .where("department", "=", department.key)
    .groupBy("person")
    .execute();
  const last = new Map(rows.map(({ person, at }) => [person, at]));
  for (const colleague of colleaguesOf(truth)) {
    const person = personKey(colleague);
    const now = last.get(person);
    const { name } = colleague;
    if (now) await rememberPerson(store.db, { tenant: department.tenant, person, name, now });
  }
}

/** After a first quarter of looking, with the share of that quarter as the baseline. */
export const agreeOnObjectives = ({ store, department, truth, random, at }: Scene): Promise<void> =>
  asLead(store, department, truth, async (db, lead) => {
    for (const [i, template] of objectiveTemplates.entries()) {
      const { formula, target } = template;
      const terms = {
        formula,
        target,
        rhythmDays: quarterDays,
        owner: lead.name,
        agreedBy: "Team meeting",
        agreedOn: dayOf(at),
        basedOn: 0,
      };
      const objective = idAt(at + i, random);
      await agree(db, {
        department: department.key,
        objective,
        person: personKey(lead),
        request: terms,
        now: at,
      });
    }
  });

/** A weekly survey from elsewhere, for the whole weeks of the quarter that ends now. */
export const surveyCustomers = (
  { store, department, truth, random, at }: Scene,
  since: number,
): Promise<void> =>
  asLead(store, department, truth, async (db, lead) => {
    const measurements = wholeWeeks(since, at).map((from) => {
      const trials = 35 + Math.floor(random() * 20);
      const hits = Math.min(trials, Math.round(trials * (0.84 + 0.12 * random())));
      const span = { from: dayOf(from), to: dayOf(from + 6 * dayMs) };
      return { kpi: "satisfaction", source: "survey", ...span, hits, trials };
    });
    const taken = { department: department.key, person: personKey(lead), measurements };
    await takeMeasurements(db, { ...taken, today: dayOf(at), now: at });
  });

/** The beginnings of the weeks that are over by then; what is left of a week belongs to no survey yet. */
export const wholeWeeks = (since: number, until: number): number[] =>
  Array.from({ length: Math.floor((until - since) / (7 * dayMs)) }, (_, i) => since + i * 7 * dayMs);

/** A few of the newest corrections are not what the department agreed on. */
export const declineSome = ({ store, department, truth, at }: Scene): Promise<void> =>
  asLead(store, department, truth, async (db, lead) => {
    const rows = await db
      .selectFrom("answer")
      .select(["prediction_id", "feedback_id"])
      .where("department", "=", department.key)
      .where("outcome", "=", "corrected")
      .where("state", "=", "received")
      .where("kind", "=", "holds")
      .where("at", "<", at - 3 * dayMs)
      .orderBy("at", "desc")
      .limit(declinedPerQuarter)
      .execute();
    for (const { prediction_id, feedback_id } of rows) {
      const request = {
        feedbackId: feedback_id,
        decision: "decline",
        because: "By our definition the first topic decides.",
      } as const;
      const deed = { department: department.key, predictionId: prediction_id, request };
      await decideCorrection(db, { ...deed, person: personKey(lead), now: at });
    }
  });

export interface Held {
  /** decisions, each about the objective of a template or about none; without a note, which would be in one language */
  decisions: (Pick<DecisionRequest, "kind"> & { about?: ObjectiveTemplate["id"] })[];
  forecast: number;
}

/** Opened, decided, foretold, closed, on one day; what was decided last time is settled first. */
export const holdReview = (scene: Scene, { decisions, forecast }: Held): Promise<void> =>
  asLead(scene.store, scene.department, scene.truth, async (db, lead) => {
    const { department, random, at } = scene;
    const objectives = await objectiveIds(db, department.key);
    const last = await lastClosed(db, department.key, at);
    const before = last ? await decisionsOf(db, null, department.key, last.review) : [];
    const person = personKey(lead);
    for (const [i, { id }] of before.entries()) {
      const outcome = i === 1 ? "dropped" : "done";
      await settle(db, { department, review: last!.review, person, now: at }, id, outcome);
    }
    const doing = { department, review: idAt(at, random), person, now: at, isLead: true };
    await openReview(db, doing);
    for (const { kind, about } of decisions) {
      const objectiveId = about && objectives.get(about);
      await decide(db, doing, idAt(at, random), {
        kind,
        ...(objectiveId ? { objectiveId } : {}),
        owner: lead.name,
        dueOn: dayOf(at + 28 * dayMs),
      });
    }
    const foretold = objectives.get("category");
    if (foretold) await foretell(db, doing, foretold, forecast);
    const evidence = await evidenceToFreeze(db, department, doing.review, at + 1);
    await closeReview(db, { ...doing, now: at + 1 }, evidence);
  });

async function objectiveIds(db: Transaction<Schema>, department: string) {
  const lines = await linesOf(db, department);
  const kindOf = (id: ObjectiveTemplate["id"]) =>
    objectiveTemplates.find((one) => one.id === id)!.formula.kind;
  const find = (id: ObjectiveTemplate["id"]) =>
    lines.find(({ versions }) => versions.at(-1)!.terms.formula.kind === kindOf(id))?.objective;
  return new Map(objectiveTemplates.map(({ id }) => [id, find(id)]));
}

/** A definition made clearer by staff, and two more that wait for the lead. */
export const proposeWords = ({ store, department, truth, random, at }: Scene): Promise<void> =>
  asLead(store, department, truth, async (db, lead) => {
    const [first, second] = department.taxonomy.categories;
    const author = personKey(colleaguesOf(truth)[1]!);
    const say = (content: Parameters<typeof propose>[1]["content"], person: string) =>
      propose(db, { department, proposalId: idAt(at, random), content, person, now: at });
    const definition = (one: typeof first, more: string) =>
      ({
        kind: "definition",
        language: "en",
        category: one!.id,
        definition: `${one!.definition.en} ${more}`,
      }) as const;
    const done = await say(definition(first, "When in doubt, this one."), author);
    const request = { decision: "accept" } as const;
    await decideProposal(db, { department, proposalId: done.id, request, person: personKey(lead), now: at });
    await say(definition(second, "Also when money was paid twice."), author);
    await say(
      {
        kind: "category",
        language: "en",
        name: "Partner enquiries",
        definition: "Resellers and partners who ask about terms. Not: customers who ask about an order.",
      },
      author,
    );
  });

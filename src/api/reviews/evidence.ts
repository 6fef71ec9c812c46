/** The evidence of a review, made by itself: what was decided and foretold, how it stands, what is contested, what changed. */

import { anchoringGap, tallyOf } from "../../alignment/agreement.ts";
import { mostConfused } from "../../alignment/confusion.ts";
import { shareOf } from "../../alignment/intervals.ts";
import type { Objective } from "../../triage/objective.ts";
import type { FollowUp, Foretold, ReviewEvidence, ReviewedObjective } from "../../triage/review.ts";
import { categoryNames, renamed } from "../corrections/categoryMoves.ts";
import { objectivesOf } from "../objectives/view.ts";
import { evidenceOf as shareEvidence } from "../store/agreement.ts";
import { categoryCells, countsIn } from "../store/counted.ts";
import type { Department } from "../store/departments.ts";
import { dayOf } from "../store/periods.ts";
import type { DepartmentKey, ReviewRow } from "../store/schema.ts";
import type { Db } from "../store/store.ts";
import { sumsOf } from "../store/sums.ts";
import { declineIn } from "./decline.ts";
import { driftOf } from "./drift.ts";
import { decisionsOf, type Frozen, forecastsOf, frozenIn, lastClosed } from "./rows.ts";
import { modelsSince, openProposals, receiptsSince, unclearSince } from "./since.ts";
import { stoodIn } from "./stood.ts";

const mostPairs = 5;

/** Seen at `to`, since the last review was closed or, for the first one, since the first objective was agreed. */
export async function evidenceOf(
  db: Db,
  department: Department,
  review: Pick<ReviewRow, "opened_at">,
  to: number,
  /** whose names people are told by; null leaves aliases, as what is frozen must not hold a name */
  tenant: string | null = department.tenant,
): Promise<ReviewEvidence> {
  const { key } = department;
  const objectives = (await objectivesOf(db, department, to)).filter(({ withdrawn }) => withdrawn === null);
  const last = await lastClosed(db, key, review.opened_at);
  const frozen = frozenIn(last);
  const from = last?.closed_at ?? Math.min(to, ...objectives.map(({ standing }) => standing.from));
  const [firstDay, lastDay] = [dayOf(from), dayOf(to)];
  const names = await categoryNames(db, key);
  const rows = renamed(await sumsOf(db, key, ["category"], firstDay, lastDay), names);
  const counts = countsIn(rows);
  const { equal, different } = counts.blind.category;
  return {
    from,
    to,
    objectives: objectives.map((one) => reviewed(one, frozen)),
    followUps: last ? await followUps(db, { key, tenant }, last.review, objectives, frozen) : [],
    foretold: last ? await foretold(db, { key, tenant }, last.review, objectives) : [],
    blind: shareEvidence(equal, different),
    gap: { ...anchoringGap(counts, "category"), assisted: shareOf(tallyOf(counts.assisted.category)).share },
    contested: mostConfused(categoryCells(rows), mostPairs).map(({ predicted, final, count }) => ({
      predicted,
      said: final,
      count,
    })),
    unclear: await unclearSince(db, key, from, names),
    openProposals: await openProposals(db, key),
    drift: await driftOf(db, key, firstDay, lastDay, names),
    receipts: await receiptsSince(db, key, from),
    models: await modelsSince(db, key, from),
  };
}

function reviewed(one: Objective, frozen: Frozen | null): ReviewedObjective {
  const { id, version, formula, target, owner, standing } = one;
  const last = stoodIn(frozen, one);
  return { id, version, formula, target, owner, standing, last, decline: declineIn(frozen, one, last) };
}

/** Where, and in whose names. */
interface Told {
  key: DepartmentKey;
  tenant: string | null;
}

async function followUps(
  db: Db,
  { key, tenant }: Told,
  review: string,
  objectives: readonly Objective[],
  frozen: Frozen | null,
): Promise<FollowUp[]> {
  const decisions = await decisionsOf(db, tenant, key, review);
  return decisions.map((decision) => ({
    ...decision,
    review,
    shareThen:
      frozen?.evidence.objectives.find(({ id }) => id === decision.objectiveId)?.standing.share ?? null,
    shareNow: objectives.find(({ id }) => id === decision.objectiveId)?.standing.share ?? null,
  }));
}

/** What is met or not met is decided; anything else leaves the forecast unscored. */
async function foretold(
  db: Db,
  { key, tenant }: Told,
  review: string,
  objectives: readonly Objective[],
): Promise<Foretold[]> {
  const forecasts = await forecastsOf(db, tenant, key, review);
  return forecasts.map((forecast) => {
    const state = objectives.find(({ id }) => id === forecast.objectiveId)?.standing.state.kind;
    return { ...forecast, met: state === "met" ? true : state === "notMet" ? false : null };
  });
}

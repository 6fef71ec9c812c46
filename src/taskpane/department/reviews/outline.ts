/** A review as headings and lines: what the screen shows, what is pasted into Teams or a mail, and the CSV. */

import type { Decline } from "../../../triage/objective.ts";
import type { Decision, FollowUp, Foretold, Review, ReviewedObjective } from "../../../triage/review.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { leaningOf } from "../leaning.ts";
import { targetOf, titleOf } from "../objectives/titleOf.ts";
import type { ObjectiveTexts } from "../objectives/words/en.ts";
import type { JoinedWords } from "../roomWords.ts";
import type { ReviewTexts } from "./words/en.ts";

export interface Speaking {
  words: JoinedWords;
  o: ObjectiveTexts;
  r: ReviewTexts;
  taxonomy: TaxonomyView;
}

/** The calendar day of a moment. */
export const dayIn = (at: number, { words }: Pick<Speaking, "words">): string =>
  words.f.day(new Date(at).toISOString().slice(0, 10));

const orDash = (share: number | null, { words }: Speaking) => (share === null ? "–" : words.f.share(share));

export function standingLine(one: ReviewedObjective, say: Speaking): string {
  const { o, words } = say;
  const { standing } = one;
  const [low, high] = words.f.ends(standing.state.low, standing.state.high);
  const figures = standing.share === null ? "" : o.range(low, high, words.f.number(standing.trials));
  const worse = one.decline ? o.worse : "";
  return [worse, o.states[standing.state.kind], orDash(standing.share, say), figures, targetOf(one, words, o)]
    .filter(Boolean)
    .join(", ");
}

/** What came in since the last review against what was there then, and whether the difference says anything. */
export function changeLine(
  { standing, last }: Pick<ReviewedObjective, "standing" | "last">,
  { words: { f }, r }: Pick<Speaking, "words" | "r">,
): string {
  if (!last) return r.firstTime;
  const { since } = last;
  if (since?.share === null) return r.nothingSince;
  if (!since)
    return last.share === null || standing.share === null
      ? ""
      : r.changed(f.pointsBetween(standing.share, last.share));
  const now = [f.share(since.share), f.number(since.trials)] as const;
  if (last.share === null) return r.nothingBefore(...now);
  const verdict = since.isLikelyReal ? r.likelyReal : r.couldBeChance;
  return r.sinceLast(...now, f.share(last.share), f.pointsBetween(since.share, last.share), verdict);
}

/** What a closed review found goes on being told, with its day; empty for what came in since the last one. */
export const foundLine = (
  { before, share, trials, foundAt }: Decline,
  { words, o }: Pick<Speaking, "words" | "o">,
): string =>
  foundAt === null
    ? ""
    : o.foundWorse(
        dayIn(foundAt, { words }),
        words.f.share(share),
        words.f.number(trials),
        words.f.share(before),
      );

/** The decisions with what came of them until now, which for a closed review is more than it froze. */
export const upToDate = ({ decisions, outcomes }: Review): Decision[] =>
  decisions.map((one) => ({
    ...one,
    outcome: outcomes.find(({ decision }) => decision === one.id)?.outcome ?? one.outcome,
  }));

export const objectiveTitle = (
  { formula }: Pick<ReviewedObjective, "formula">,
  { words, o, taxonomy }: Speaking,
) => titleOf(formula, taxonomy, words, o);

export function followUpLine(one: FollowUp, { words, r }: Speaking): string {
  const shares =
    one.shareThen === null || one.shareNow === null
      ? ""
      : r.sinceThen(words.f.share(one.shareThen), words.f.share(one.shareNow));
  return [r.ownerDue(one.owner, words.f.day(one.dueOn)), r.outcomes[one.outcome], shares]
    .filter(Boolean)
    .join("; ");
}

export function foretoldLine(
  { objectiveId, probability, met }: Foretold,
  review: Review,
  say: Speaking,
): string {
  const objective = review.evidence.objectives.find(({ id }) => id === objectiveId);
  const came = say.r.came[met === null ? "open" : met ? "met" : "notMet"];
  return say.r.foretold(
    objective ? objectiveTitle(objective, say) : "–",
    say.words.f.share(probability),
    came,
  );
}

/** What a workshop should talk about. */
export function agendaLines({ evidence }: Review, { words, r, taxonomy }: Speaking): string[] {
  const called = (category: string) => nameOf(taxonomy, category, words);
  return [
    ...evidence.contested.map(({ predicted, said, count }) =>
      r.contested(called(predicted), called(said), words.f.number(count)),
    ),
    ...evidence.unclear.map(({ category, count }) => r.unclear(called(category), words.f.number(count))),
    ...(evidence.openProposals > 0 ? [r.proposals(evidence.openProposals)] : []),
  ];
}

/** How far people lean on a prediction they see, against those who decide blind. */
function gapLine({ gap, blind }: Review["evidence"], { words, r }: Speaking): string {
  const { t, f } = words;
  if (gap.gap === null) return r.noGap;
  if (typeof gap.assisted === "number" && blind.share !== null)
    return [
      t.withAndWithout(f.share(gap.assisted), f.share(blind.share)),
      t.leaning[leaningOf(gap)],
      t.gapPoints(f.pointsBetween(gap.assisted, blind.share), ...f.pointEnds(gap.low, gap.high)),
    ].join(" ");
  return `${r.gap(f.points(gap.gap), ...f.pointEnds(gap.low, gap.high))} ${t.leaning[leaningOf(gap)]}`;
}

export function modelLines({ evidence }: Review, say: Speaking): string[] {
  const { words, r } = say;
  const { f } = words;
  const { blind, drift, receipts, models } = evidence;
  const [low, high] = f.ends(blind.low, blind.high);
  return [
    blind.share === null
      ? r.noBlind
      : r.blind(f.share(blind.share), low, high, f.number(blind.equal + blind.different)),
    gapLine(evidence, say),
    ...(drift.cut
      ? [r.drifted(f.share(drift.cut.before), f.share(drift.cut.after), f.day(drift.cut.on))]
      : drift.checks > 0
        ? [r.steady(f.number(drift.checks))]
        : []),
    r.receipts(
      f.number(receipts.corrections),
      f.number(receipts.nowRight),
      f.number(receipts.stillWrong),
      f.number(receipts.waiting),
      f.number(receipts.declined),
      receipts.notAskedAgain ? f.number(receipts.notAskedAgain) : undefined,
    ),
    ...(models.length === 0
      ? [r.noVersions]
      : models.map(({ version, state, at, publishedAt }) =>
          r.version(
            f.number(version),
            dayIn(at, { words }),
            publishedAt === null ? "" : r.published(dayIn(publishedAt, { words })),
            r.versionStates[state] ?? "",
          ),
        )),
  ];
}

export function decisionTitle(
  one: Pick<FollowUp, "kind" | "note" | "objectiveId">,
  review: Review,
  say: Speaking,
) {
  const objective = review.evidence.objectives.find(({ id }) => id === one.objectiveId);
  return [say.r.kinds[one.kind], objective ? objectiveTitle(objective, say) : "", one.note ?? ""]
    .filter(Boolean)
    .join(": ");
}

/** Plain text for a chat or a mail: no table that would fall apart there. */
export function textOf(review: Review, department: string, say: Speaking): string {
  const { words, r } = say;
  const { evidence, decisions, forecasts } = review;
  const day = (at: number) => dayIn(at, say);
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", title, ...lines.map((line) => `• ${line}`)];
  return [
    `${department}: ${r.title(day(review.closedAt ?? evidence.to))}`,
    r.period(day(evidence.from), day(evidence.to)),
    ...part(r.followUps, [
      ...evidence.followUps.map((one) => `${decisionTitle(one, review, say)} (${followUpLine(one, say)})`),
      ...evidence.foretold.map((one) => foretoldLine(one, review, say)),
    ]),
    ...part(
      r.objectives,
      evidence.objectives.map((one) =>
        [
          `${objectiveTitle(one, say)}: ${standingLine(one, say)}`,
          changeLine(one, say),
          one.decline ? foundLine(one.decline, say) : "",
        ]
          .filter(Boolean)
          .join(". "),
      ),
    ),
    ...part(r.agenda, agendaLines(review, say)),
    ...part(r.model, modelLines(review, say)),
    ...part(
      r.decisions,
      decisions.map(
        (one) => `${decisionTitle(one, review, say)} (${r.ownerDue(one.owner, words.f.day(one.dueOn))})`,
      ),
    ),
    ...part(
      r.forecasts,
      forecasts.flatMap(({ objectiveId, probability }) => {
        const objective = evidence.objectives.find(({ id }) => id === objectiveId);
        return objective ? [`${objectiveTitle(objective, say)}: ${words.f.share(probability)}`] : [];
      }),
    ),
  ].join("\n");
}

/** Of a cell that a spreadsheet would take for a formula, the first letter is made harmless. */
const cell = (value: string) => `"${value.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

/** The objectives as CSV: figures as fractions with a point, so that every spreadsheet reads them. */
export function csvOf({ evidence }: Review, say: Speaking): string {
  const rows = evidence.objectives.map((one) => {
    const { state, share, trials } = one.standing;
    const figures = [one.target, share, state.low, state.high, trials].map((value) => value ?? "");
    return [
      cell(objectiveTitle(one, say)),
      ...figures,
      cell(say.o.states[state.kind]),
      one.last?.share ?? "",
    ].join(",");
  });
  return [say.r.csvHead.map(cell).join(","), ...rows].join("\r\n");
}

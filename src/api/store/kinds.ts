/** The kinds of counters: what one stay of a message adds to each. A new kind is a new entry in the list below. */
import type { Contribution } from "../../alignment/contribution.ts";
import type { Arm } from "../../triage/prediction.ts";
import type { Stay } from "./history.ts";
import { ceilingCells, confidenceCells, handlingCells, skippedCells, waitCells } from "./timeCells.ts";
import { pressCells, receivedAt, triage, triageCells } from "./workCells.ts";

/** One stay of a message in a department, and what it adds to the figures (nothing once it has moved away). */
export interface Counted {
  stay: Stay;
  contribution: Contribution | null;
}

/** One counter that goes up by one; what is left out is "". A histogram's bucket is a `final`. */
export interface Cell {
  arm: Arm;
  /** Only for a kind that somebody reads by version, and then of weeks: versions multiply all its cells. */
  model_version?: string;
  predicted?: string;
  final?: string;
}

export interface Kind {
  name: string;
  /** Raised when the cells of this name come to mean something else: stores are then recounted at the next start. */
  recipe: number;
  /** The moment that names its day and week; when the message was first opened here, where this is absent. */
  countedAt?: (stay: Stay) => number;
  /** Counted by week only; otherwise by day and by week. */
  weeksOnly?: boolean;
  cellsOf(counted: Counted): readonly Cell[];
}

const nothing: readonly Cell[] = [];

/** A kind of messages that are still here. */
const ofContribution = (name: string, cellsOf: (contribution: Contribution) => readonly Cell[]): Kind => ({
  name,
  recipe: 1,
  cellsOf: ({ contribution }) => (contribution ? cellsOf(contribution) : nothing),
});

/** A kind of messages that were predicted and answered, each by itself, with a category and a priority. */
const ofCalls = (name: string, cellOf: (predicted: Call, said: Call, arm: Arm) => Cell): Kind =>
  ofContribution(name, ({ predicted, said, arm }) =>
    predicted && said?.kind === "holds" && arm !== "batch" ? [cellOf(predicted, said, arm)] : nothing,
  );

type Call = NonNullable<Contribution["predicted"]>;

/** Until a blind message is answered, not even a sum may tell what the model said of it. */
const toldCategory = ({ drawnArm, said, predicted }: Contribution): string =>
  drawnArm === "blind" && said === null ? "" : (predicted?.category ?? "");

/** Both fields cannot be equal any more, whatever becomes of the categories. */
const otherPriority = "otherPriority";

const isAnswered = ({ asked, said, arm, drawnArm }: Contribution) =>
  asked && said !== null && arm === drawnArm;

export const kinds: readonly Kind[] = [
  { name: triage, recipe: 2, countedAt: receivedAt, cellsOf: triageCells },
  { name: "press", recipe: 2, cellsOf: pressCells },
  { name: "handling", recipe: 1, weeksOnly: true, cellsOf: handlingCells },
  { name: "wait", recipe: 1, weeksOnly: true, cellsOf: waitCells },
  { name: "confidence", recipe: 2, weeksOnly: true, cellsOf: confidenceCells },
  { name: "ceiling", recipe: 1, weeksOnly: true, cellsOf: ceilingCells },
  { name: "skipped", recipe: 1, weeksOnly: true, cellsOf: skippedCells },
  {
    name: "moved",
    recipe: 1,
    cellsOf: ({ stay }) => (stay.hasMoved ? [{ arm: stay.openings[0]!.arm }] : nothing),
  },
  ofContribution("state", (one) => [{ arm: one.arm, predicted: toldCategory(one), final: one.state }]),
  ofContribution("asked", (one) => (one.asked ? [{ arm: one.drawnArm }] : nothing)),
  ofContribution("answered", (one) => (isAnswered(one) ? [{ arm: one.drawnArm }] : nothing)),
  ofCalls("category", (predicted, said, arm) => ({
    arm,
    predicted: predicted.category,
    final: said.category,
  })),
  ofCalls("priority", (predicted, said, arm) => ({
    arm,
    predicted: predicted.priority,
    final: said.priority,
  })),
  {
    ...ofCalls("both", (predicted, said, arm) =>
      said.priority === predicted.priority
        ? { arm, predicted: predicted.category, final: said.category }
        : { arm, final: otherPriority },
    ),
    recipe: 2,
  },
];

/** What a store's counters were made by; when it is not this, they are made anew. */
export const recipe = kinds
  .map(({ name, recipe: number }) => `${name} ${number}`)
  .sort()
  .join(", ");

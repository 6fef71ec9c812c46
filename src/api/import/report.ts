/** The report of an import in words: what went in, what did not, and what accuracy to expect. */
import { type Expectation, enough, type Share } from "../../classifier/expectation.ts";
import type { Checked } from "./checked.ts";

const percent = (share: number) => `${Math.round(100 * share)} %`;
const interval = ({ share, low, high, of }: Share) =>
  of === 0 ? "not tried" : `${percent(share)} (${percent(low)}–${percent(high)}, n = ${of})`;

const mostFaults = 20;

/** Faults of one kind in one line, by their first place: a wrong word stands in hundreds of rows. */
export function faultLines({ faults }: Pick<Checked, "faults">): string[] {
  const places = new Map<string, string[]>();
  for (const { place, reason } of faults) places.set(reason, [...(places.get(reason) ?? []), place]);
  const kinds = [...places].map(([reason, [first, ...others]]) =>
    others.length > 0 ? `  ${first} and ${others.length} more: ${reason}` : `  ${first}: ${reason}`,
  );
  const more = kinds.length - mostFaults;
  return more > 0
    ? [...kinds.slice(0, mostFaults), `  … and ${more} other kinds; --json lists every row`]
    : kinds;
}

const pad = (text: string, width: number) => text.slice(0, width).padEnd(width);

export function expectationLines(expected: Expectation): string[] {
  const { accuracy, commonest, priorityAccuracy, categories, thin, overlaps, messages } = expected;
  return [
    `Expected accuracy of the category: ${interval(accuracy)}; always the commonest: ${percent(commonest.share)}.`,
    ...(priorityAccuracy ? [`Expected accuracy of the priority: ${interval(priorityAccuracy)}.`] : []),
    `From ${messages} labelled messages, each asked as if its label had not been seen; mail that differs from them will do worse.`,
    "",
    `${pad("category", 32)}${"messages".padStart(9)}  found${" ".repeat(24)}right when said`,
    ...categories.map(
      (one) =>
        `${pad(one.id, 32)}${String(one.messages).padStart(9)}  ${pad(interval(one.recall), 28)} ${interval(one.precision)}`,
    ),
    ...(thin.length > 0
      ? ["", `Too thin to be told apart (fewer than ${enough} messages): ${thin.join(", ")}.`]
      : []),
    ...overlaps.map(
      ({ between, confused, of }) =>
        `${between[0]} and ${between[1]} overlap: ${confused} of ${of} would be taken for the other. Sharpen their definitions, or join them.`,
    ),
  ];
}

/** An end-to-end file that fails is run once more, alone: what of it is to be run, what counts in the end, and what has to be said aloud. */
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** What jest writes with --json, as far as it is asked here. */
export interface Report {
  testResults: readonly {
    name: string;
    status: string;
    message: string;
    assertionResults: readonly { status: string }[];
  }[];
}

/** More files than these do not fail by chance, and to run all of them once more would only take time. */
export const mostByChance = 6;

const isFailed = ({ status }: { status: string }) => status === "failed";
const filesFailedIn = ({ testResults }: Report) => testResults.filter(isFailed).map(({ name }) => name);

/** What has no browser in it does not fail by chance. */
export const endToEndFailedIn = (report: Report): string[] =>
  filesFailedIn(report).filter((name) => name.endsWith(".e2e.ts"));

/** The files to run once more, each alone. */
export function filesToRepeat(first: Report): string[] {
  const failed = endToEndFailedIn(first);
  return failed.length <= mostByChance ? failed : [];
}

export interface Outcome {
  isGreen: boolean;
  /** Each test once: of a file that was run twice, as it ended the second time. */
  counts: { failed: number; skipped: number; passed: number };
  /** What must not be overlooked, and begins with what failed at first. */
  warnings: string[];
}

const headOf = (file: string, root: string, isGreenNow: boolean) =>
  isGreenNow
    ? `WARNING: failed at first, green alone: ${relative(root, file)}`
    : `FAILED TWICE, beside others and alone: ${relative(root, file)}`;

/**
 * @param second what each repeated file came to; undefined: its run did not come to an end.
 * @param root where the names of files begin.
 */
export function outcomeOf(
  first: Report,
  second: ReadonlyMap<string, Report | undefined>,
  root: string,
): Outcome {
  const finals = first.testResults.map((result) => {
    const again = second.get(result.name)?.testResults.find(({ name }) => name === result.name);
    return again ?? result;
  });
  const tests = finals.flatMap((file) => {
    const known = file.assertionResults;
    // A file that could not even be loaded has no tests, and is no success.
    return isFailed(file) && !known.some(isFailed) ? [...known, { status: "failed" }] : known;
  });
  const count = (...wanted: string[]) => tests.filter(({ status }) => wanted.includes(status)).length;
  const isRed = new Set(filesFailedIn({ testResults: finals }));
  const repeated = first.testResults.filter(({ name }) => second.has(name));
  return {
    isGreen: isRed.size === 0,
    counts: {
      failed: count("failed"),
      skipped: count("pending", "skipped", "todo", "disabled"),
      passed: count("passed"),
    },
    warnings: repeated.map(
      ({ name, message }) =>
        `${headOf(name, root, !isRed.has(name))}\nWhat failed the first time:\n${message.trim()}`,
    ),
  };
}

/** In jest's own words, so that whoever counts its lines counts each test once. */
export function closingLine({ counts: { failed, skipped, passed } }: Outcome): string {
  const parts = [failed && `${failed} failed`, skipped && `${skipped} skipped`, `${passed} passed`];
  return `Tests:       ${parts.filter(Boolean).join(", ")}, ${failed + skipped + passed} total`;
}

/** A single run's own closing line is not the last word. */
export const asPartial = (line: string): string =>
  stripVTControlCharacters(line).startsWith("Tests:") ? `In this run, ${line}` : line;

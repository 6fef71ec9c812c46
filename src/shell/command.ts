/** How every command ends: with its exit code, or with a sentence for the person who typed it; never with a stack. */

/** As in sysexits.h: asked wrongly, wrong content, not there, a fault of Concord's own, cannot be written, not allowed. */
export const exitCodes = { usage: 64, data: 65, missing: 66, own: 70, output: 74, rights: 77 } as const;

/** What the person who typed the command can mend. */
export class Mistake extends Error {
  constructor(
    sentence: string,
    readonly exitCode: number = exitCodes.usage,
  ) {
    super(sentence);
  }
}

/** A sentence that somebody wrote for the person who asked: a mistake, a failure at start, a store that cannot. */
const isRefusal = (fault: unknown): fault is Error & { exitCode: number } =>
  fault instanceof Error && typeof (fault as { exitCode?: unknown }).exitCode === "number";

export interface Ending {
  sentence: string;
  exitCode: number;
}

const fileFaults: Readonly<Record<string, readonly [string, number]>> = {
  ENOENT: ["is not there", exitCodes.missing],
  ENOTDIR: ["cannot be: a part of its path is a file", exitCodes.missing],
  EISDIR: ["is a folder, and a file is needed", exitCodes.missing],
  ELOOP: ["is a link to itself", exitCodes.missing],
  ENAMETOOLONG: ["has too long a name", exitCodes.usage],
  EEXIST: ["exists already; nothing is written over", exitCodes.usage],
  EACCES: ["may not be used by this account", exitCodes.rights],
  EPERM: ["may not be used by this account", exitCodes.rights],
  EROFS: ["lies where nothing can be written", exitCodes.rights],
  ENOSPC: ["cannot be written: the disk is full", exitCodes.output],
  EDQUOT: ["cannot be written: the account's share of the disk is full", exitCodes.output],
  EMFILE: ["cannot be opened: too many files are open", exitCodes.output],
};

const databaseFaults: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, "The database is in use by another process; try again when that is done."],
  [/^SQLITE_FULL/, "The disk is full; nothing was changed."],
  [/^SQLITE_READONLY/, "The database may not be written to by this account; nothing was changed."],
  [/^SQLITE_(CORRUPT|NOTADB)/, "The database file is damaged; nothing was changed."],
  [/^SQLITE_(IOERR|CANTOPEN)/, "The database file cannot be read or written; nothing was changed."],
];

export interface Command {
  /** Answers the exit code. */
  main: (args: string[]) => number | Promise<number>;
  /** said to who asks for it by `--help`, or gave it options it does not have */
  usage?: string;
  /** what it ends with when it was asked wrongly */
  misused?: number;
}

/** Why it ended, in one sentence; `misused` is what a command ends with that was asked wrongly. */
export function endingOf(fault: unknown, usage = "", misused: number = exitCodes.usage): Ending {
  const { code = "", path, message = String(fault) } = (fault ?? {}) as NodeJS.ErrnoException;
  if (isRefusal(fault)) {
    const { exitCode } = fault;
    return { sentence: message, exitCode: exitCode === exitCodes.usage ? misused : exitCode };
  }
  if (String(code).startsWith("ERR_PARSE_ARGS"))
    return { sentence: `${message}${usage && `\n${usage}`}`, exitCode: misused };
  const ofFile = fileFaults[code];
  if (ofFile) return { sentence: `${path ?? "What was named"} ${ofFile[0]} (${code}).`, exitCode: ofFile[1] };
  const ofDatabase = databaseFaults.find(([shape]) => shape.test(String(code)));
  if (ofDatabase) return { sentence: ofDatabase[1], exitCode: exitCodes.output };
  return { sentence: ownFault(fault), exitCode: exitCodes.own };
}

/** Enough for a report, on one line. */
function ownFault(fault: unknown): string {
  const { name = "Error", message = String(fault), stack = "" } = (fault ?? {}) as Error;
  const place = /\bsrc\/[\w./-]+:\d+/.exec(stack)?.[0];
  const what = `${name}: ${message}`.split("\n")[0];
  return `This is a fault of Concord's own, please report it: ${what}${place ? ` (${place})` : ""}`;
}

/** Whoever reads our output may have enough: `| head`. */
function unheard(fault: NodeJS.ErrnoException): void {
  if (fault.code === "EPIPE") process.exit(0);
  throw fault;
}

/**
 * Resolves when it has ended. What is thrown anywhere while the command runs becomes its ending; a server that has started is on its own.
 */
export async function runCommand(
  { main, usage = "", misused = exitCodes.usage }: Command,
  args: string[] = process.argv.slice(2),
): Promise<void> {
  const told = (fault: unknown): number => {
    const { sentence, exitCode } = endingOf(fault, usage, misused);
    console.error(sentence);
    return exitCode;
  };
  const end = (fault: unknown) => process.exit(told(fault));
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
  process.stdout.off("error", unheard).on("error", unheard);
  try {
    if (usage && args.includes("--help")) console.log(usage);
    else process.exitCode = await main(args);
  } catch (fault) {
    process.exitCode = told(fault);
  } finally {
    process.off("uncaughtException", end);
    process.off("unhandledRejection", end);
  }
}

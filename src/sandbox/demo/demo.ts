/** The demo as something that can begin again: in one press everything said and stored in it is gone. */
import { type Beginning, beginAnew, beginningOf, isOwnYear, isYearAtHand } from "./beginning.ts";

export interface DemoState {
  /** False where data is not the demo's to throw away: own mail, a year made by hand, a database elsewhere. */
  isOffered: boolean;
  beginning: Beginning;
  /** Grows each time it began. */
  run: number;
  /** Undefined while nothing is under way; else the last line that was said about it. */
  busy: string | undefined;
  /** Why the last try came to nothing. */
  fault: string | undefined;
}

export interface Demo {
  state(): DemoState;
  /** Resolves when it has begun; a second press meanwhile is the same press. */
  begin(beginning: Beginning): Promise<void>;
}

export interface DemoParts {
  folder: string;
  isOffered: boolean;
  now(): number;
  makeYear(folder: string, say: (line: string) => void): Promise<void>;
  /** Closes the store, calls `between` and opens it again. */
  restart(between: () => void): Promise<void>;
}

export function makeDemo({ folder, isOffered, now, makeYear, restart }: DemoParts): Demo {
  let run = 1;
  let busy: string | undefined;
  let fault: string | undefined;
  let beginning: Promise<void> | undefined;
  const say = (line: string) => {
    busy = line;
  };
  async function begin(wanted: Beginning) {
    fault = undefined;
    try {
      if (wanted === "afterAYear" && !isYearAtHand(folder, now())) {
        say("A year of mail is being made.");
        await makeYear(folder, say);
      }
      say("It begins.");
      await restart(() => beginAnew(folder, wanted));
      run += 1;
    } catch (thrown) {
      fault = (thrown as Error).message;
      throw thrown;
    } finally {
      busy = undefined;
      beginning = undefined;
    }
  }
  return {
    state: () => ({
      isOffered: isOffered && !isOwnYear(folder),
      beginning: beginningOf(folder),
      run,
      busy,
      fault,
    }),
    begin(wanted) {
      beginning ??= begin(wanted);
      return beginning;
    },
  };
}

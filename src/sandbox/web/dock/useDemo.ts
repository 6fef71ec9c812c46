/** The demo as the strip shows it: what it began with, whether it begins again just now, and what is said of that. */
import { useEffect, useState } from "react";
import type { Beginning } from "../../demo/beginning.ts";
import type { DemoState } from "../../demo/demo.ts";

export interface DemoControl {
  state(): Promise<DemoState>;
  begin(beginning: Beginning, say: (line: string) => void): Promise<void>;
}

export interface DemoView {
  /** Undefined where it is not known yet, or where the data is not the demo's to throw away. */
  beginning: Beginning | undefined;
  isBusy: boolean;
  line: string | undefined;
  begin(beginning: Beginning): void;
}

export const beginLabels: Record<Beginning, string> = {
  firstDay: "Back to the first day",
  afterAYear: "Jump a year ahead",
};

export function useDemo(demo: DemoControl): DemoView {
  const [state, setState] = useState<DemoState>();
  const [line, setLine] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => void demo.state().then(setState, () => undefined), [demo]);
  return {
    beginning: state?.isOffered ? state.beginning : undefined,
    isBusy,
    line,
    begin(beginning) {
      setBusy(true);
      setLine(beginning === "afterAYear" ? "A year is being made: about a minute." : "It begins.");
      demo
        .begin(beginning, setLine)
        .catch(({ message }: Error) => setLine(`It could not begin: ${message}`))
        .finally(() => setBusy(false));
    },
  };
}

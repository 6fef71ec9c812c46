/** Begin again, on the first day or a year later: one press, and everything said before is gone. */
import { useEffect, useRef, useState } from "react";
import type { Beginning } from "../../demo/beginning.ts";
import type { DemoState } from "../../demo/demo.ts";

export interface DemoControl {
  state(): Promise<DemoState>;
  begin(beginning: Beginning, say: (line: string) => void): Promise<void>;
}

interface DemoButtonsProps {
  demo: DemoControl;
  buttonClass: string;
  /** What the story asks for, if anything; each press of it is another one. */
  wanted: { beginning: Beginning } | undefined;
}

const otherLabels: Record<Beginning, string> = {
  firstDay: "Jump a year ahead",
  afterAYear: "Back to the first day",
};

export function DemoButtons({ demo, buttonClass, wanted }: DemoButtonsProps) {
  const [state, setState] = useState<DemoState>();
  const [line, setLine] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => void demo.state().then(setState, () => undefined), [demo]);
  const begin = (beginning: Beginning) => {
    setBusy(true);
    setLine(beginning === "afterAYear" ? "A year is being made: about a minute." : "It begins.");
    demo
      .begin(beginning, setLine)
      .catch(({ message }: Error) => setLine(`It could not begin: ${message}`))
      .finally(() => setBusy(false));
  };
  const asked = useRef(wanted);
  useEffect(() => {
    if (wanted && wanted !== asked.current) begin(wanted.beginning);
    asked.current = wanted;
  });
  if (!state?.isOffered) return null;
  const { beginning } = state;
  const other: Beginning = beginning === "firstDay" ? "afterAYear" : "firstDay";
  const button = (label: string, title: string, to: Beginning) => (
    <button type="button" className={buttonClass} disabled={isBusy} title={title} onClick={() => begin(to)}>
      {label}
    </button>
  );
  return (
    <>
      <span role="status">{line}</span>
      {button(otherLabels[beginning], "Everything said so far is forgotten", other)}
      {button("Begin again", "Everything said so far is forgotten, here and in the database", beginning)}
    </>
  );
}

/** Begin again, on the first day or a year later: one press, and everything said before is gone. */
import type { Beginning } from "../../demo/beginning.ts";
import { beginLabels, type DemoView } from "./useDemo.ts";

export function DemoButtons({ demo, buttonClass }: { demo: DemoView; buttonClass: string }) {
  const { beginning, isBusy, begin } = demo;
  if (!beginning) return null;
  const other: Beginning = beginning === "firstDay" ? "afterAYear" : "firstDay";
  const button = (label: string, title: string, to: Beginning) => (
    <button type="button" className={buttonClass} disabled={isBusy} title={title} onClick={() => begin(to)}>
      {label}
    </button>
  );
  return (
    <>
      {button(beginLabels[other], "Everything said so far is forgotten", other)}
      {button("Begin again", "Everything said so far is forgotten, here and in the database", beginning)}
    </>
  );
}

/** The answer in one line: how many objectives are on target, off, not yet known, out of date. */
import { makeStyles } from "@fluentui/react-components";
import type { Objective } from "../../../triage/objective.ts";
import { useWords } from "../../words.tsx";
import { StateMark } from "./StateMark.tsx";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", columnGap: "16px", rowGap: "4px" },
});

const order = ["notMet", "outOfDate", "notYetKnown", "met"] as const;

export function StateCounts({ objectives }: { objectives: readonly Objective[] }) {
  const styles = useStyles();
  const { f } = useWords();
  const holding = objectives.filter(({ withdrawn }) => withdrawn === null);
  const counts = order.map(
    (kind) => [kind, holding.filter(({ standing }) => standing.state.kind === kind).length] as const,
  );
  const met = counts.filter(([, count]) => count > 0);
  return (
    <div className={styles.line}>
      {met.map(([kind, count]) => (
        <StateMark key={kind} state={kind} {...(holding.length > 1 ? { count: f.number(count) } : {})} />
      ))}
    </div>
  );
}

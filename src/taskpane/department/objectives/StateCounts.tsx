/** The answer in one line: how many objectives are on target, off, not yet known, out of date; and how many surely got worse. */
import { makeStyles } from "@fluentui/react-components";
import type { Decline, Objective } from "../../../triage/objective.ts";
import { useWords } from "../../words.tsx";
import { StateMark } from "./StateMark.tsx";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", columnGap: "16px", rowGap: "4px" },
});

const order = ["notMet", "outOfDate", "notYetKnown", "met"] as const;

interface StateCountsProps {
  objectives: readonly (Pick<Objective, "withdrawn" | "standing"> & { decline?: Decline | null })[];
}

export function StateCounts({ objectives }: StateCountsProps) {
  const styles = useStyles();
  const { f } = useWords();
  const holding = objectives.filter(({ withdrawn }) => withdrawn === null);
  const counts = order.map(
    (kind) => [kind, holding.filter(({ standing }) => standing.state.kind === kind).length] as const,
  );
  const worse = holding.filter(({ decline }) => decline).length;
  const met = [["worse", worse] as const, ...counts].filter(([, count]) => count > 0);
  return (
    <div className={styles.line}>
      {met.map(([kind, count]) => (
        <StateMark key={kind} state={kind} {...(holding.length > 1 ? { count: f.number(count) } : {})} />
      ))}
    </div>
  );
}

/** Decisions with owner and due day; taken back while the review is open; leads say what came of them later. */
import { Button, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import type { Decision, Outcome, Review } from "../../../triage/review.ts";
import { type Landing, useLanding, useLandingStyles } from "../landing.ts";
import { decisionTitle, type Speaking } from "./outline.ts";
import { useReviewTexts } from "./reviewWords.ts";

const useStyles = makeStyles({
  list: { display: "grid", gap: "8px", margin: 0, padding: 0, listStyleType: "none" },
  entry: {
    display: "grid",
    gap: "4px",
    justifyItems: "start",
    paddingBottom: "8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  outcome: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  empty: { margin: 0, color: tokens.colorNeutralForeground3 },
});

interface DecisionListProps<D extends Decision> {
  decisions: readonly D[];
  review: Review;
  say: Speaking;
  empty: string;
  /** below the title */
  detail(decision: D): string;
  mayRemove?: (id: string) => boolean;
  onRemove?: (id: string) => void;
  onOutcome?: ((decision: D, outcome: Outcome) => void) | undefined;
  /** Who says what came of it, to those who may not. */
  settledBy?: string | false;
  landing?: Landing | undefined;
}

export function DecisionList<D extends Decision>({
  decisions,
  empty,
  landing,
  ...rest
}: DecisionListProps<D>) {
  const styles = useStyles();
  if (decisions.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <ul className={styles.list}>
      {decisions.map((decision) => (
        <Entry
          key={decision.id}
          decision={decision}
          landing={landing?.on === "decision" && landing.decision === decision.id ? landing : undefined}
          {...rest}
        />
      ))}
    </ul>
  );
}

interface EntryProps<D extends Decision> extends Omit<DecisionListProps<D>, "decisions" | "empty"> {
  decision: D;
}

function Entry<D extends Decision>(props: EntryProps<D>) {
  const { decision, review, say, detail, mayRemove, onRemove, onOutcome, settledBy, landing } = props;
  const styles = useStyles();
  const { place } = useLandingStyles();
  const ref = useLanding<HTMLLIElement>(landing);
  const r = useReviewTexts();
  const title = decisionTitle(decision, review, say);
  return (
    <li ref={ref} tabIndex={landing && -1} className={mergeClasses(styles.entry, place)}>
      <span>{title}</span>
      <span className={styles.quiet}>{detail(decision)}</span>
      {onOutcome && (
        <div className={styles.outcome}>
          <span aria-hidden="true">{r.outcome}</span>
          <Select
            size="small"
            aria-label={`${r.outcome}: ${title}`}
            value={decision.outcome}
            onChange={(_, { value }) => onOutcome(decision, value as Outcome)}
          >
            {(["open", "done", "dropped"] as const).map((outcome) => (
              <option key={outcome} value={outcome}>
                {r.outcomes[outcome]}
              </option>
            ))}
          </Select>
        </div>
      )}
      {!onOutcome && settledBy && decision.outcome === "open" && (
        <span className={styles.quiet}>{settledBy}</span>
      )}
      {onRemove && mayRemove?.(decision.id) && (
        <Button size="small" appearance="subtle" onClick={() => onRemove(decision.id)}>
          {r.remove(r.kinds[decision.kind])}
        </Button>
      )}
    </li>
  );
}

/** One objective at a glance: its name; share, state and range; where both lie beside the target; what changed or is missing. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Overview } from "../../../triage/overview.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { IntervalBar } from "../objectives/IntervalBar.tsx";
import { useObjectiveTexts } from "../objectives/objectiveWords.ts";
import { missingOf } from "../objectives/StandingLines.tsx";
import { StateMark } from "../objectives/StateMark.tsx";
import { countedIn, isShareTold, targetOf, titleOf } from "../objectives/titleOf.ts";
import { changeLine, foundLine } from "../reviews/outline.ts";
import { useReviewTexts } from "../reviews/reviewWords.ts";
import { useRoomWords } from "../roomWords.ts";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gap: "2px",
    paddingBottom: "8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  standing: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "12px" },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  share: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type Told = Overview["objectives"][number];

interface ObjectiveRowProps {
  objective: Told;
  taxonomy: TaxonomyView;
  now: number;
  /** there was a review to compare with */
  isCompared: boolean;
}

export function ObjectiveRow({ objective, taxonomy, now, isCompared }: ObjectiveRowProps) {
  const styles = useStyles();
  const words = useRoomWords();
  const { t, f } = words;
  const o = useObjectiveTexts();
  const { formula, standing } = objective;
  const [low, high] = f.ends(standing.state.low, standing.state.high);
  return (
    <li className={styles.row}>
      <span className={styles.name}>{titleOf(formula, taxonomy, words, o)}</span>
      <span className={styles.standing}>
        {standing.share !== null && isShareTold(standing) && (
          <bdi className={styles.share}>{f.share(standing.share)}</bdi>
        )}
        {objective.decline && <StateMark state="worse" />}
        <StateMark state={standing.state.kind} />
        {standing.share !== null && (
          <bdi className={styles.quiet}>{t.rangeOf(low, high, f.number(standing.trials))}</bdi>
        )}
      </span>
      {isShareTold(standing) && <IntervalBar standing={standing} target={objective.target} />}
      <span className={styles.quiet}>
        {targetOf(objective, words, o)} · {countedIn(formula, standing, o)} ·{" "}
        {t.since(f.when(standing.from, now))}
      </span>
      <Change objective={objective} isCompared={isCompared} />
    </li>
  );
}

function Change({
  objective: { standing, last, decline },
  isCompared,
}: Pick<ObjectiveRowProps, "objective" | "isCompared">) {
  const styles = useStyles();
  const words = useRoomWords();
  const o = useObjectiveTexts();
  const r = useReviewTexts();
  const { state } = standing;
  const missing = state.kind === "notYetKnown" ? missingOf(standing, state.moreChecks, o) : "";
  const change = last || isCompared ? changeLine({ standing, last }, { words, r }) : "";
  const became = last && last.state.kind !== state.kind ? o.became(o.states[last.state.kind]) : "";
  const line = [change, became].filter(Boolean).join("; ");
  const found = decline && foundLine(decline, { words, o });
  return (
    <>
      {line && <span className={styles.quiet}>{line}</span>}
      {found && <span className={styles.quiet}>{found}</span>}
      {missing && <span className={styles.quiet}>{missing}</span>}
    </>
  );
}

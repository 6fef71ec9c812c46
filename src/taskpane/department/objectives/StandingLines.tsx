/** How an objective stands: the share and its state first, then range and n, then what is missing. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Decline, Formula, Standing } from "../../../triage/objective.ts";
import { useRoomWords } from "../roomWords.ts";
import { IntervalBar } from "./IntervalBar.tsx";
import { useObjectiveTexts } from "./objectiveWords.ts";
import { StateMark } from "./StateMark.tsx";
import { countedIn, isShareTold } from "./titleOf.ts";
import type { ObjectiveTexts } from "./words/en.ts";

const useStyles = makeStyles({
  answer: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "12px", rowGap: "4px" },
  share: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  line: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface StandingLinesProps {
  formula: Formula;
  standing: Standing;
  target: number;
  decline?: Decline | null;
}

export function StandingLines({ formula, standing, target, decline }: StandingLinesProps) {
  const styles = useStyles();
  const { f } = useRoomWords();
  const o = useObjectiveTexts();
  const { state, share, trials, caveats } = standing;
  const [low, high] = f.ends(state.low, state.high);
  return (
    <>
      <div className={styles.answer}>
        {share !== null && isShareTold(standing) && <span className={styles.share}>{f.share(share)}</span>}
        {decline && <StateMark state="worse" />}
        <StateMark state={state.kind} />
      </div>
      <IntervalBar standing={standing} target={target} />
      {share !== null && (
        <p
          className={`${styles.line} ${styles.quiet}`}
        >{`${o.range(low, high, f.number(trials))} · ${countedIn(formula, standing, o)}`}</p>
      )}
      <Missing standing={standing} />
      {caveats.map((caveat) => (
        <p key={caveat} className={styles.line}>
          {o.caveats[caveat]}
        </p>
      ))}
    </>
  );
}

function Missing({ standing }: { standing: Standing }) {
  const styles = useStyles();
  const { f } = useRoomWords();
  const o = useObjectiveTexts();
  const { state } = standing;
  if (state.kind === "outOfDate")
    return (
      <p className={styles.line}>{o.staleSince(f.day(new Date(state.since).toISOString().slice(0, 10)))}</p>
    );
  if (state.kind !== "notYetKnown") return null;
  return <p className={styles.line}>{missingOf(standing, state.moreChecks, o)}</p>;
}

/** What would decide it, and when that may be at the present pace. */
export function missingOf(
  { fewest, perWeek, caveats }: Pick<Standing, "fewest" | "perWeek" | "caveats">,
  moreChecks: number | "tooCloseToCall" | "noEvidence",
  o: ObjectiveTexts,
): string {
  if (moreChecks === "tooCloseToCall") return o.tooClose;
  if (caveats.includes("urgentNotAsked")) return o.noEvidence;
  const needed = moreChecks === "noEvidence" ? fewest : moreChecks;
  const first =
    moreChecks === "noEvidence"
      ? [o.noEvidence, fewest === null ? "" : o.fewest(fewest)]
      : [o.moreChecks(about(moreChecks))];
  if (needed === null || perWeek === 0)
    return [...first, moreChecks === "noEvidence" ? "" : o.noPace].join(" ").trim();
  const weeks = Math.max(1, Math.ceil(needed / perWeek));
  return [...first, weeks > longestWeeks ? o.paceLong : o.pace(weeks)].join(" ");
}

/** Past two years a number of weeks would be a promise nobody can check. */
const longestWeeks = 104;

/** Two digits are all that an estimate can carry. */
const about = (count: number): number => Number(count.toPrecision(2));

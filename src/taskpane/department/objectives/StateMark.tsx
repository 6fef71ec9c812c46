/** A computed state: icon, word and colour together, never the colour alone. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { DismissCircleRegular } from "@fluentui/react-icons/svg/dismiss-circle";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ObjectiveState } from "../../../triage/objective.ts";
import { useObjectiveTexts } from "./objectiveWords.ts";

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    fontWeight: tokens.fontWeightSemibold,
  },
  met: { color: tokens.colorPaletteGreenForeground1 },
  notMet: { color: tokens.colorPaletteRedForeground1 },
  notYetKnown: { color: tokens.colorNeutralForeground2 },
  outOfDate: { color: tokens.colorPaletteDarkOrangeForeground1 },
  worse: { color: tokens.colorPaletteRedForeground1 },
});

const icons = {
  met: CheckmarkCircleRegular,
  notMet: DismissCircleRegular,
  notYetKnown: QuestionCircleRegular,
  outOfDate: ClockRegular,
  worse: WarningRegular,
};

interface StateMarkProps {
  /** `worse` stands beside a state: what came in last is surely worse than what was there before */
  state: ObjectiveState["kind"] | "worse";
  /** beside the word, where several are counted */
  count?: string;
}

export function StateMark({ state, count }: StateMarkProps) {
  const styles = useStyles();
  const o = useObjectiveTexts();
  const Icon = icons[state];
  const name = state === "worse" ? o.worse : o.states[state];
  return (
    <span className={mergeClasses(styles.mark, styles[state])}>
      <Icon fontSize={18} aria-hidden="true" />
      {count === undefined ? name : o.stateCount(name, count)}
    </span>
  );
}

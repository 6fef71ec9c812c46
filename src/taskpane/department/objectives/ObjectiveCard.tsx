/** One objective: the answer first, its figures below, method and history one press away. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import type { Objectives } from "../../../triage/objective.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { Folded } from "../../Folded.tsx";
import { frameLook } from "../../looks.ts";
import { type Landing, useLanding, useLandingStyles } from "../landing.ts";
import { useRoomWords } from "../roomWords.ts";
import { AgreementFacts } from "./AgreementFacts.tsx";
import { useObjectiveTexts } from "./objectiveWords.ts";
import { StandingLines } from "./StandingLines.tsx";
import { targetOf, titleOf } from "./titleOf.ts";

const useStyles = makeStyles({
  card: { ...frameLook, gap: "6px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  ways: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

interface ObjectiveCardProps {
  objective: Objectives["objectives"][number];
  taxonomy: TaxonomyView;
  now: number;
  /** what is one press further down */
  children?: ReactNode;
  onEdit?: (() => void) | undefined;
  onWithdraw?: (() => void) | undefined;
  /** to where it is decided what follows */
  onDecide?: (() => void) | undefined;
  landing?: Landing | undefined;
}

export function ObjectiveCard({
  objective,
  taxonomy,
  now,
  children,
  onEdit,
  onWithdraw,
  onDecide,
  landing,
}: ObjectiveCardProps) {
  const styles = useStyles();
  const words = useRoomWords();
  const { f } = words;
  const o = useObjectiveTexts();
  const id = useId();
  const { place } = useLandingStyles();
  const ref = useLanding<HTMLHeadingElement>(landing);
  const { formula, target, standing, withdrawn } = objective;
  return (
    <article className={styles.card} aria-labelledby={id}>
      <div>
        <h2 id={id} ref={ref} tabIndex={landing && -1} className={mergeClasses(styles.title, place)}>
          {titleOf(formula, taxonomy, words, o)}
        </h2>
        <p className={styles.quiet}>{targetOf(objective, words, o)}</p>
      </div>
      <StandingLines
        formula={objective.formula}
        standing={standing}
        target={target}
        decline={objective.decline ?? null}
      />
      {withdrawn && (
        <p className={styles.quiet}>
          {o.withdrawnOn(f.when(withdrawn.at, now), withdrawn.by)}
          {withdrawn.reason && `: ${withdrawn.reason}`}
        </p>
      )}
      {onDecide && (
        <div className={styles.ways}>
          <Button size="small" onClick={onDecide}>
            {o.decideInReview}
          </Button>
        </div>
      )}
      <Folded summary={o.method}>
        <AgreementFacts of={objective} taxonomy={taxonomy} now={now} />
        {children}
        {onEdit && onWithdraw && (
          <div className={styles.ways}>
            <Button size="small" onClick={onEdit}>
              {o.edit}
            </Button>
            <Button size="small" appearance="subtle" onClick={onWithdraw}>
              {o.withdraw}
            </Button>
          </div>
        )}
      </Folded>
    </article>
  );
}

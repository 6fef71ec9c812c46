/** The earlier versions of an objective, each with the evidence of its own time; loaded when somebody asks. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ObjectiveHistory } from "../../../triage/objective.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import type { ApiAnswer } from "../../apiAnswer.ts";
import { useRoomWords } from "../roomWords.ts";
import { useObjectiveTexts } from "./objectiveWords.ts";
import { StateMark } from "./StateMark.tsx";
import { targetOf, titleOf } from "./titleOf.ts";

const useStyles = makeStyles({
  list: { display: "grid", gap: "8px", margin: 0, padding: 0, listStyleType: "none" },
  entry: {
    display: "grid",
    gap: "2px",
    paddingTop: "8px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  open: { justifySelf: "start" },
});

interface EarlierVersionsProps {
  taxonomy: TaxonomyView;
  now: number;
  load(): Promise<ApiAnswer<ObjectiveHistory>>;
}

export function EarlierVersions({ taxonomy, now, load }: EarlierVersionsProps) {
  const styles = useStyles();
  const words = useRoomWords();
  const { t, f } = words;
  const o = useObjectiveTexts();
  const [answer, setAnswer] = useState<ApiAnswer<ObjectiveHistory>>();
  if (!answer)
    return (
      <Button className={styles.open} size="small" onClick={() => void load().then(setAnswer)}>
        {o.history}
      </Button>
    );
  if (!answer.ok) return <p className={styles.quiet}>{t.failures[answer.failure.code]}</p>;
  const earlier = answer.value.versions.slice(1);
  if (earlier.length === 0) return <p className={styles.quiet}>{o.noHistory}</p>;
  return (
    <ul className={styles.list} aria-label={o.history}>
      {earlier.map(({ version, formula, target, standing, writtenAt, writtenBy }) => {
        const [low, high] = f.ends(standing.state.low, standing.state.high);
        return (
          <li key={version} className={styles.entry}>
            <span>{titleOf(formula, taxonomy, words, o)}</span>
            <span>{targetOf({ formula, target }, words, o)}</span>
            <StateMark state={standing.state.kind} />
            {standing.share !== null && (
              <span>{`${f.share(standing.share)}, ${o.range(low, high, f.number(standing.trials))}`}</span>
            )}
            <span className={styles.quiet}>
              {o.writtenBy(f.number(version), f.when(writtenAt, now), writtenBy)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

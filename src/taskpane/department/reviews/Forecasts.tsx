/** "Will it be met at the next review?", for each objective, in steps of ten percent. */
import { makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Review } from "../../../triage/review.ts";
import { LabelledField } from "../../LabelledField.tsx";
import { objectiveTitle, type Speaking } from "./outline.ts";
import { useReviewTexts } from "./reviewWords.ts";

const useStyles = makeStyles({
  box: { display: "grid", gap: "8px" },
  ask: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const steps = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

interface ForecastsProps {
  review: Review;
  say: Speaking;
  onForetell(objective: string, probability: number): void;
}

export function Forecasts({ review, say, onForetell }: ForecastsProps) {
  const styles = useStyles();
  const r = useReviewTexts();
  return (
    <div className={styles.box}>
      <p className={styles.ask}>{r.forecastAsk}</p>
      {review.evidence.objectives.map((one) => {
        const said = review.forecasts.find(({ objectiveId }) => objectiveId === one.id)?.probability;
        return (
          <LabelledField key={one.id} label={objectiveTitle(one, say)}>
            {(id) => (
              <Select
                id={id}
                size="small"
                value={said ?? ""}
                onChange={(_, { value }) => value !== "" && onForetell(one.id, Number(value))}
              >
                {said === undefined && <option value="">{r.noForecast}</option>}
                {[...new Set([...steps, ...(said === undefined ? [] : [said])])].map((step) => (
                  <option key={step} value={step}>
                    {say.words.f.share(step)}
                  </option>
                ))}
              </Select>
            )}
          </LabelledField>
        );
      })}
    </div>
  );
}

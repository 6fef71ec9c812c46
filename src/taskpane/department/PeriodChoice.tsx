/** The period: one of the usual ones, or any days; a day counts as soon as both make sense together. */
import { Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { LabelledField } from "../LabelledField.tsx";
import { areDays, type Days, daysOf, type NamedPeriod, namedPeriods, type Period } from "./period.ts";
import { useRoomWords } from "./roomWords.ts";

const useStyles = makeStyles({
  days: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    flexBasis: "100%",
    minWidth: "0",
    margin: "0",
    padding: "0",
    border: "none",
  },
  input: { minWidth: "0" },
  wrong: {
    margin: 0,
    flexBasis: "100%",
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
  },
});

interface PeriodChoiceProps {
  period: Period;
  onPeriod(period: Period): void;
  now(): number;
}

export function PeriodChoice({ period, onPeriod, now }: PeriodChoiceProps) {
  const { t } = useRoomWords();
  const isOwn = typeof period === "object";
  return (
    <>
      <Select
        aria-label={t.period}
        size="small"
        value={isOwn ? "custom" : period}
        onChange={(_, { value }) =>
          onPeriod(value === "custom" ? daysOf(period, now()) : (value as NamedPeriod))
        }
      >
        {[...namedPeriods, "custom" as const].map((one) => (
          <option key={one} value={one}>
            {t.periods[one]}
          </option>
        ))}
      </Select>
      {isOwn && <OwnDays days={period} onDays={onPeriod} now={now} />}
    </>
  );
}

interface OwnDaysProps {
  days: Days;
  onDays(days: Days): void;
  now(): number;
}

/** What is being typed stands here; what is asked for is only ever what the API takes. */
function OwnDays({ days, onDays, now }: OwnDaysProps) {
  const styles = useStyles();
  const { t } = useRoomWords();
  const [typed, setTyped] = useState(days);
  const id = useId();
  const isRight = areDays(typed, now());
  const type = (part: Partial<Days>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    if (areDays(next, now())) onDays(next);
  };
  return (
    <fieldset className={styles.days} aria-label={t.period}>
      {(["from", "to"] as const).map((end) => (
        <LabelledField key={end} label={end === "from" ? t.fromDay : t.toDay}>
          {(field) => (
            <Input
              id={field}
              className={styles.input}
              type="date"
              size="small"
              value={typed[end]}
              aria-invalid={!isRight}
              aria-describedby={isRight ? undefined : id}
              onChange={(_, { value }) => type({ [end]: value })}
            />
          )}
        </LabelledField>
      ))}
      <div role="status">
        {!isRight && (
          <p id={id} className={styles.wrong}>
            {t.datesWrong}
          </p>
        )}
      </div>
    </fieldset>
  );
}

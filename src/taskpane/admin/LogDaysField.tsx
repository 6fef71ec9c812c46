/** From when to when the log is read: two days, each may be left empty; a fault is said at its field. */
import { Button, Input, makeStyles } from "@fluentui/react-components";
import { type SyntheticEvent, useId, useRef, useState } from "react";
import { useAdminWords } from "./adminWords.ts";
import { areInOrder, everyDay, type LogDays } from "./logDays.ts";
import { useAdminStyles } from "./useAdminStyles.ts";

const useStyles = makeStyles({
  days: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "end",
    gap: "8px",
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: "none",
  },
  input: { minWidth: 0 },
});

interface LogDaysFieldProps {
  /** asked for: only ever days that are in order */
  days: LogDays;
  onDays(days: LogDays): void;
}

type Fault = { end: keyof LogDays; kind: "half" | "order" };

export function LogDaysField({ days, onDays }: LogDaysFieldProps) {
  const styles = useStyles();
  const admin = useAdminStyles();
  const t = useAdminWords();
  const id = useId();
  const inputs = useRef<Partial<Record<keyof LogDays, HTMLInputElement | null>>>({});
  const [typed, setTyped] = useState(days);
  const [fault, setFault] = useState<Fault>();
  const type = (end: keyof LogDays, value: string) => {
    const next = { ...typed, [end]: value };
    setTyped(next);
    const isRight = areInOrder(next);
    setFault(isRight ? undefined : { end, kind: "order" });
    if (isRight) onDays(next);
  };
  /** What is only half a day reads as an empty field, which would set no limit. */
  const leave = (end: keyof LogDays, { currentTarget }: SyntheticEvent<HTMLInputElement>) => {
    const isHalf = currentTarget.validity.badInput;
    if (isHalf) setFault({ end, kind: "half" });
    else if (fault?.kind === "half" && fault.end === end) setFault(undefined);
  };
  const clear = () => {
    // A half day is not in the value, and so is not taken away with it.
    for (const input of Object.values(inputs.current)) if (input) input.value = "";
    setTyped(everyDay);
    setFault(undefined);
    onDays(everyDay);
    inputs.current.from?.focus();
  };
  const isLimited = typed.from !== "" || typed.to !== "" || fault !== undefined;
  return (
    <fieldset className={styles.days} aria-label={t.logDays}>
      {(["from", "to"] as const).map((end) => (
        <div key={end} className={admin.field}>
          <label htmlFor={`${id}${end}`}>{t.logDay[end]}</label>
          <Input
            id={`${id}${end}`}
            ref={(input: HTMLInputElement | null) => {
              inputs.current[end] = input;
            }}
            className={styles.input}
            type="date"
            value={typed[end]}
            aria-invalid={fault?.end === end}
            aria-describedby={fault?.end === end ? `${id}fault` : undefined}
            onBlur={(event) => leave(end, event as SyntheticEvent<HTMLInputElement>)}
            onChange={(_, { value }) => type(end, value)}
          />
        </div>
      ))}
      {isLimited && <Button onClick={clear}>{t.logAllDays}</Button>}
      <div role="alert" className={admin.whole}>
        {fault && (
          <p id={`${id}fault`} className={admin.wrong}>
            {t.logFaults[fault.kind]}
          </p>
        )}
      </div>
    </fieldset>
  );
}

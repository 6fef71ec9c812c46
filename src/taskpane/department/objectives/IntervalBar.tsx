/** Share, range and target on one line from 0 to 100 %; the figures stand beside it in words. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Standing } from "../../../triage/objective.ts";
import { directionOf } from "../../locales/catalogue.ts";
import { useWords } from "../../words.tsx";

const useStyles = makeStyles({
  bar: { display: "block", width: "100%", maxWidth: "360px", height: "auto" },
  track: { fill: tokens.colorNeutralBackground5 },
  range: { fill: tokens.colorBrandStroke1, opacity: 0.5 },
  dot: { fill: tokens.colorBrandForeground1, stroke: tokens.colorNeutralBackground1, strokeWidth: "1.5px" },
  target: { stroke: tokens.colorNeutralForeground1, strokeWidth: "2px" },
});

const width = 280;

interface IntervalBarProps {
  standing: Pick<Standing, "share" | "state">;
  target: number;
}

export function IntervalBar({ standing: { share, state }, target }: IntervalBarProps) {
  const styles = useStyles();
  const { language } = useWords();
  const isMirrored = directionOf(language) === "rtl";
  const xOf = (part: number) => 4 + (isMirrored ? 1 - part : part) * (width - 8);
  const [a, b] = [xOf(state.low), xOf(state.high)];
  return (
    <svg viewBox={`0 0 ${width} 20`} className={styles.bar} aria-hidden="true">
      <rect className={styles.track} x={0} y={7} width={width} height={6} rx={3} />
      {share !== null && (
        <rect className={styles.range} x={Math.min(a, b)} y={7} width={Math.abs(b - a)} height={6} rx={3} />
      )}
      <line className={styles.target} x1={xOf(target)} x2={xOf(target)} y1={1} y2={19} />
      {share !== null && <circle className={styles.dot} cx={xOf(share)} cy={10} r={4.5} />}
    </svg>
  );
}

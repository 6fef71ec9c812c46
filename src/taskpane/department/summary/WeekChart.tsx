/** Blind agreement week by week: a bar from low to high, a mark at the share, and the period's interval behind all. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState } from "react";
import type { ArmAgreement, WeekAgreement } from "../../../triage/agreement.ts";
import { Folded } from "../../Folded.tsx";
import { directionOf } from "../../locales/catalogue.ts";
import { useRoomWords } from "../roomWords.ts";
import { WeekTable } from "./WeekTable.tsx";

const useStyles = makeStyles({
  block: { display: "grid", gap: "6px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  chart: { display: "block", width: "100%" },
  period: { fill: tokens.colorNeutralStroke2 },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: "1px" },
  bar: { fill: tokens.colorBrandStroke1, opacity: 0.45 },
  mark: {
    fill: tokens.colorNeutralForeground1,
    stroke: tokens.colorNeutralBackground1,
  },
  label: { fill: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** In pixels, so that the words keep the size of all others however wide the pane is. */
const [usualWidth, height, top, bottom, gutter] = [296, 132, 8, 22, 46] as const;
const yOf = (share: number) => top + (1 - share) * (height - top - bottom);

export interface WeekChartProps {
  weeks: readonly WeekAgreement[];
  period: ArmAgreement;
}

export function WeekChart({ weeks, period }: WeekChartProps) {
  const styles = useStyles();
  const { t } = useRoomWords();
  const counted = weeks.filter(({ share }) => share !== null).length;
  return (
    <section className={styles.block} aria-labelledby="by-week">
      <h2 id="by-week" className={styles.title}>
        {t.byWeek}
      </h2>
      {counted === 0 ? (
        <p className={styles.hint}>{t.weeksEmpty}</p>
      ) : (
        <>
          <Drawing weeks={weeks} period={period} />
          <p className={styles.hint}>{t.weeksHint}</p>
          <Folded summary={t.asTable}>
            <WeekTable weeks={weeks} />
          </Folded>
        </>
      )}
    </section>
  );
}

/** A text that runs in its own direction, whatever runs around it. */
const asOwn = (text: string) => `\u2068${text}\u2069`;

function Drawing({ weeks, period }: WeekChartProps) {
  const styles = useStyles();
  const { t, f, language } = useRoomWords();
  const isMirrored = directionOf(language) === "rtl";
  const [drawing, width] = useWidth();
  const [start, end] = isMirrored ? [width - gutter, 0] : [gutter, width];
  const xOf = (i: number) => start + ((end - start) * (i + 0.5)) / weeks.length;
  const room = Math.abs(end - start) / weeks.length;
  const [bar, mark] = [Math.min(6, room * 0.5), Math.min(4, room * 0.45)];
  const [anchorAtStart, anchorAtEnd] = isMirrored ? (["end", "start"] as const) : (["start", "end"] as const);
  const last = weeks.at(-1)!;
  return (
    <svg
      ref={drawing}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      direction="ltr"
      className={styles.chart}
      role="img"
      aria-label={t.weeksChart}
    >
      <rect
        className={styles.period}
        x={Math.min(start, end)}
        width={Math.abs(end - start)}
        y={yOf(period.high)}
        height={yOf(period.low) - yOf(period.high)}
      />
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className={styles.grid} x1={start} x2={end} y1={yOf(share)} y2={yOf(share)} />
          <text
            className={styles.label}
            x={isMirrored ? start + 6 : start - 6}
            y={yOf(share)}
            dominantBaseline="middle"
            textAnchor={anchorAtEnd}
          >
            {f.share(share)}
          </text>
        </g>
      ))}
      {weeks.map(({ monday, share, low, high }, i) =>
        share === null ? null : (
          <g key={monday}>
            <rect
              className={styles.bar}
              x={xOf(i) - bar / 2}
              y={yOf(high)}
              width={bar}
              height={yOf(low) - yOf(high)}
              rx={bar / 2}
            />
            <circle className={styles.mark} cx={xOf(i)} cy={yOf(share)} r={mark} strokeWidth={mark / 4} />
          </g>
        ),
      )}
      <text className={styles.label} x={start} y={height - 4} textAnchor={anchorAtStart}>
        {asOwn(f.day(weeks[0]!.monday))}
      </text>
      <text className={styles.label} x={end} y={height - 4} textAnchor={anchorAtEnd}>
        {asOwn(f.day(last.monday))}
      </text>
    </svg>
  );
}

function useWidth() {
  const drawing = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState<number>(usualWidth);
  useLayoutEffect(() => {
    const measure = () => setWidth(drawing.current?.clientWidth || usualWidth);
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  return [drawing, width] as const;
}

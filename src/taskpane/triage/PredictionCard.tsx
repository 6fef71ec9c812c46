/** What the model says: the category with its words of evidence, then the priority, and of each how sure it is. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { confidenceWord } from "../../triage/choices.ts";
import type { TaxonomyView } from "../../triage/taxonomy.ts";
import { cardLook } from "../looks.ts";
import { useWords } from "../words.tsx";
import { CallLine } from "./CallLine.tsx";
import { Evidence } from "./Evidence.tsx";
import { nameOf } from "./nameOf.ts";
import { PriorityMark } from "./PriorityMark.tsx";
import type { Asking } from "./state.ts";

const useStyles = makeStyles({
  card: cardLook,
  track: {
    height: "4px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: "hidden",
    "@media (forced-colors: active)": { border: "1px solid CanvasText", height: "6px" },
  },
  fill: {
    height: "100%",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText", forcedColorAdjust: "none" },
  },
  confidence: { display: "grid", gap: "4px" },
  priority: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px" },
  words: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

type Predicted = Extract<Asking, { kind: "predicted" }>;

export function PredictionCard({ asking, taxonomy }: { asking: Predicted; taxonomy: TaxonomyView }) {
  const styles = useStyles();
  const words = useWords();
  const { t, f } = words;
  const [top] = asking.prediction.categories;
  const [priority] = asking.prediction.priorities;
  const probability = top?.probability ?? 0;
  const sure = (p: number) => t.confidenceWithNumber(t.confidence[confidenceWord(p)], f.percent(p));
  return (
    <section className={styles.card} aria-label={t.prediction}>
      <CallLine title={nameOf(taxonomy, top?.category, words)} />
      <div className={styles.confidence}>
        <div className={styles.track} aria-hidden="true">
          <div className={styles.fill} style={{ width: `${Math.round(probability * 100)}%` }} />
        </div>
        <div className={styles.words}>{sure(probability)}</div>
      </div>
      <Evidence words={asking.evidence} />
      {priority && (
        <div className={styles.priority}>
          <PriorityMark priority={priority.priority} />
          <span className={styles.words}>{sure(priority.probability)}</span>
        </div>
      )}
    </section>
  );
}

/** The prediction's place while it is on its way: the same heights, so that nothing jumps. */
import { makeStyles, mergeClasses, Skeleton, SkeletonItem } from "@fluentui/react-components";
import { cardLook } from "../looks.ts";
import { useWords } from "../words.tsx";

const useStyles = makeStyles({
  all: { display: "grid", gap: "12px" },
  card: cardLook,
  choices: { display: "grid", gap: "6px" },
  bar: { height: "4px" },
  title: { height: "28px", width: "60%" },
  word: { height: "16px", width: "45%" },
  priority: { height: "20px", width: "45%" },
  choice: { height: "36px" },
  // Most often the prediction is there sooner: a glimmer for a moment would only be unrest.
  part: {
    animationDelay: "400ms",
    "@media (forced-colors: active)": { outline: "1px solid GrayText" },
  },
});

export function LoadingCard() {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Skeleton animation="pulse" aria-label={t.loading} className={styles.all}>
      <div className={styles.card}>
        <SkeletonItem className={mergeClasses(styles.part, styles.title)} />
        <SkeletonItem className={mergeClasses(styles.part, styles.bar)} />
        <SkeletonItem className={mergeClasses(styles.part, styles.word)} />
        <SkeletonItem className={mergeClasses(styles.part, styles.word)} />
        <SkeletonItem className={mergeClasses(styles.part, styles.priority)} />
      </div>
      <div className={styles.choices}>
        <SkeletonItem className={mergeClasses(styles.part, styles.choice)} />
        <SkeletonItem className={mergeClasses(styles.part, styles.choice)} />
      </div>
    </Skeleton>
  );
}

/** The prediction's place while it is on its way: the same heights, so that nothing jumps. */
import { makeStyles, Skeleton, SkeletonItem } from "@fluentui/react-components";
import { cardLook } from "../looks.ts";
import { useWords } from "../words.tsx";

const useStyles = makeStyles({
  all: { display: "grid", gap: "12px" },
  card: cardLook,
  choices: { display: "grid", gap: "6px" },
  bar: { height: "4px" },
  title: { height: "28px", width: "60%" },
  word: { height: "16px", width: "45%" },
  choice: { height: "36px" },
});

export function LoadingCard() {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Skeleton aria-label={t.loading} className={styles.all}>
      <div className={styles.card}>
        <SkeletonItem className={styles.title} />
        <SkeletonItem className={styles.bar} />
        <SkeletonItem className={styles.word} />
        <SkeletonItem className={styles.word} />
      </div>
      <div className={styles.choices}>
        <SkeletonItem className={styles.choice} />
        <SkeletonItem className={styles.choice} />
      </div>
    </Skeleton>
  );
}

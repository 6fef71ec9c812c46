/** The prediction's place while it is on its way: the same heights, so that nothing jumps. */
import { makeStyles, Skeleton, SkeletonItem } from "@fluentui/react-components";
import { useWords } from "../words.tsx";

const useStyles = makeStyles({
  card: { display: "grid", gap: "8px" },
  gap: { marginTop: "8px" },
  bar: { height: "4px" },
  title: { height: "28px", width: "60%" },
  word: { height: "16px", width: "45%" },
  choice: { height: "36px" },
});

export function LoadingCard() {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Skeleton aria-label={t.loading} className={styles.card}>
      <SkeletonItem className={styles.title} />
      <SkeletonItem className={styles.bar} />
      <SkeletonItem className={styles.word} />
      <SkeletonItem className={styles.word} />
      <SkeletonItem className={styles.gap} style={{ height: 36 }} />
      <SkeletonItem className={styles.choice} />
    </Skeleton>
  );
}

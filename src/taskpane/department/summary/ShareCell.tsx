/** A share with its range and n below it, as it stands in a table. */
import type { ShareFigure } from "../../../triage/figures.ts";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { useRoomWords } from "../roomWords.ts";

export function ShareCell({ of: { share, low, high, trials } }: { of: ShareFigure }) {
  const styles = useCardStyles();
  const { t, f } = useRoomWords();
  if (share === null) return t.noChecks;
  const [from, to] = f.ends(low, high);
  return (
    <>
      {f.share(share)}
      <br />
      <span className={styles.quiet}>{t.rangeOf(from, to, f.number(trials))}</span>
    </>
  );
}

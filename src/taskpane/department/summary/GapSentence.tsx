/** The anchoring gap in words: do people lean on a prediction they see? */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { FieldAgreement } from "../../../triage/agreement.ts";
import { leaningOf } from "../leaning.ts";
import { useRoomWords } from "../roomWords.ts";

const useStyles = makeStyles({
  sentence: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export function GapSentence({ agreement }: { agreement: FieldAgreement }) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const { blind, assisted, gap } = agreement;
  const isKnown = gap.gap !== null && blind.missing === 0 && assisted.missing === 0;
  if (!isKnown || assisted.share === null || blind.share === null)
    return blind.missing > 0 ? null : (
      <p className={styles.sentence}>{t.gapUnknown(assisted.equal + assisted.different)}</p>
    );
  return (
    <p className={styles.sentence}>
      {t.withAndWithout(f.share(assisted.share), f.share(blind.share))} {t.leaning[leaningOf(gap)]}{" "}
      <span className={styles.quiet}>
        {t.gapPoints(f.pointsBetween(assisted.share, blind.share), ...f.pointEnds(gap.low, gap.high))}
      </span>
    </p>
  );
}

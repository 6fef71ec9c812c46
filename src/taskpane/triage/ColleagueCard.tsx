/** In a shared mailbox: what a colleague answered already, with room for another view. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { TaxonomyView } from "../../triage/taxonomy.ts";
import type { KnownVerdict } from "../../triage/verdict.ts";
import { cardLook } from "../looks.ts";
import { useWords } from "../words.tsx";
import { CallLine } from "./CallLine.tsx";
import { nameOf } from "./nameOf.ts";

const useStyles = makeStyles({
  card: cardLook,
  by: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  other: { justifySelf: "start" },
});

/** Where the name goes in the sentence. */
const slot = "\u0001";

interface ColleagueCardProps {
  known: KnownVerdict;
  now: number;
  taxonomy: TaxonomyView;
  onReconsider(): void;
}

export function ColleagueCard({ known, now, taxonomy, onReconsider }: ColleagueCardProps) {
  const styles = useStyles();
  const words = useWords();
  const { t, f } = words;
  const name = known.by.kind === "colleague" ? known.by.name : "";
  const { verdict } = known;
  const sentence = verdict.kind === "unsure" ? t.colleagueWasNotSure : t.colleagueSaid;
  // The name may run the other way than the sentence.
  const [before, after] = sentence(slot).split(slot);
  return (
    <section className={styles.card} aria-label={sentence(name)}>
      <div className={styles.by}>
        {before}
        <bdi>{name}</bdi>
        {after} · {f.when(known.at, now)}
      </div>
      {verdict.kind === "holds" && (
        <CallLine title={nameOf(taxonomy, verdict.category, words)} priority={verdict.priority} />
      )}
      <Button className={styles.other} size="small" onClick={onReconsider}>
        {t.seeDifferently}
      </Button>
    </section>
  );
}

/** A definition as it is and as it is proposed: what goes is struck through, what comes is underlined. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useCardStyles } from "./cardStyles.ts";
import { useCorrectionTexts } from "./correctionWords.ts";
import { type Piece, wordChanges } from "./wordChanges.ts";

const useStyles = makeStyles({
  list: { display: "grid", gap: "8px", margin: 0, minWidth: 0 },
  part: { display: "grid", gap: "4px", minWidth: 0 },
  del: { color: tokens.colorPaletteRedForeground1, textDecorationLine: "line-through" },
  ins: {
    color: tokens.colorPaletteGreenForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: "underline",
    textUnderlineOffset: "2px",
  },
});

interface DefinitionChangeProps {
  /** absent where there is none in this language */
  before: string | undefined;
  after: string;
  language: string;
}

export function DefinitionChange({ before, after, language }: DefinitionChangeProps) {
  const styles = useStyles();
  const c = useCorrectionTexts();
  const [went, came] = wordChanges(before ?? "", after, language);
  return (
    <dl className={styles.list}>
      <Text title={c.today} mark="del" pieces={went} instead={c.noneToday} language={language} />
      <Text title={c.proposed} mark="ins" pieces={came} language={language} />
    </dl>
  );
}

interface TextProps {
  title: string;
  mark: "del" | "ins";
  pieces: readonly Piece[];
  /** where there is no text */
  instead?: string;
  language: string;
}

function Text({ title, mark: Mark, pieces, instead, language }: TextProps) {
  const styles = useStyles();
  const card = useCardStyles();
  const isThere = pieces.length > 0;
  return (
    <div className={styles.part}>
      <dt className={card.quiet}>{title}</dt>
      <dd className={isThere ? card.note : card.line} dir="auto" lang={isThere ? language : undefined}>
        {isThere
          ? pieces.map(({ text, isChanged, start }) =>
              isChanged ? (
                <Mark key={start} className={styles[Mark]}>
                  {text}
                </Mark>
              ) : (
                <span key={start}>{text}</span>
              ),
            )
          : instead}
      </dd>
    </div>
  );
}

/** Lines for support, to read and to copy: no content and no names. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({
  facts: {
    margin: 0,
    padding: "8px",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  copy: { justifySelf: "start" },
});

interface FactsProps {
  lines: string;
  words: { copy: string; copied: string };
  onCopy(text: string): Promise<boolean>;
}

export function Facts({ lines, words, onCopy }: FactsProps) {
  const styles = useStyles();
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <pre className={styles.facts} dir="ltr">
        {lines}
      </pre>
      <Button className={styles.copy} size="small" onClick={() => void onCopy(lines).then(setCopied)}>
        {isCopied ? words.copied : words.copy}
      </Button>
    </>
  );
}

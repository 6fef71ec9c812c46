/** An id as its beginning: the whole of it in the tip, and by a press in the clipboard. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useAdminWords } from "./adminWords.ts";

const useStyles = makeStyles({
  way: {
    minWidth: "24px",
    paddingInline: "2px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

const shown = 8;

interface ShortIdProps {
  id: string;
  copy(text: string): Promise<boolean>;
}

export function ShortId({ id, copy }: ShortIdProps) {
  const styles = useStyles();
  const t = useAdminWords();
  const [isCopied, setCopied] = useState(false);
  const short = shortened(id);
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        className={styles.way}
        title={id}
        aria-label={`${short}, ${t.copyWhole}`}
        onClick={() => void copy(id).then(setCopied)}
      >
        <bdi>{short}</bdi>
      </Button>
      <span role="status">{isCopied && t.copied}</span>
    </>
  );
}

export const shortened = (id: string): string => (id.length > shown ? `${id.slice(0, shown)}…` : id);

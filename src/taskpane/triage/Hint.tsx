/** A small word of help at the head of the screen, where no foot hides it, with its own way to be gone. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gap: "6px",
    margin: "12px 12px 0",
    padding: "10px 12px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: tokens.durationSlow,
  },
  text: { margin: 0 },
  foot: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "end", gap: "4px" },
});

interface HintProps {
  label: string;
  text: string;
  children: ReactNode;
}

export function Hint({ label, text, children }: HintProps) {
  const styles = useStyles();
  return (
    <aside className={styles.box} aria-label={label}>
      <p className={styles.text}>{text}</p>
      <div className={styles.foot}>{children}</div>
    </aside>
  );
}

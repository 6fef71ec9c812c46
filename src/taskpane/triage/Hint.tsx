/** A small word of help at the foot of the screen, or at its head, with its own way to be gone. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gap: "6px",
    margin: "0 12px 12px",
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
  head: { margin: "12px 12px 0" },
  text: { margin: 0 },
  foot: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "end", gap: "4px" },
});

interface HintProps {
  label: string;
  text: string;
  isAtHead?: boolean;
  children: ReactNode;
}

export function Hint({ label, text, isAtHead, children }: HintProps) {
  const styles = useStyles();
  return (
    <aside className={mergeClasses(styles.box, isAtHead && styles.head)} aria-label={label}>
      <p className={styles.text}>{text}</p>
      <div className={styles.foot}>{children}</div>
    </aside>
  );
}

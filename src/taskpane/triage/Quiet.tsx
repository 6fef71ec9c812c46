/** A screen with nothing to answer: an icon, one calm sentence, and a way on where there is one. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  box: {
    display: "grid",
    justifyItems: "center",
    alignContent: "center",
    gap: "8px",
    padding: "32px 16px",
    minHeight: "220px",
    textAlign: "center",
  },
  circle: {
    display: "grid",
    placeItems: "center",
    width: "56px",
    height: "56px",
    marginBottom: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: {
    margin: 0,
    maxWidth: "32ch",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  way: { marginTop: "8px" },
});

interface QuietProps {
  icon: FluentIcon;
  title: string;
  hint?: string | undefined;
  children?: ReactNode;
}

export function Quiet({ icon: Icon, title, hint, children }: QuietProps) {
  const styles = useStyles();
  return (
    <section className={styles.box}>
      <span className={styles.circle} aria-hidden="true">
        <Icon fontSize={28} />
      </span>
      <h2 className={styles.title}>{title}</h2>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children && <div className={styles.way}>{children}</div>}
    </section>
  );
}

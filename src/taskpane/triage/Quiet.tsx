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
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    "@media (forced-colors: active)": { border: "2px solid CanvasText" },
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
  /** Where no message is named above, this is the title of the screen. */
  isWhole?: boolean;
  children?: ReactNode;
}

export function Quiet({ icon: Icon, title, hint, isWhole = false, children }: QuietProps) {
  const styles = useStyles();
  const Title = isWhole ? "h1" : "h2";
  return (
    <section className={styles.box}>
      <span className={styles.circle} aria-hidden="true">
        <Icon fontSize={28} />
      </span>
      <Title className={styles.title}>{title}</Title>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children && <div className={styles.way}>{children}</div>}
    </section>
  );
}

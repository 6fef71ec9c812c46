/** The key that does the same as the button it stands on; said to screen readers by aria-keyshortcuts instead. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  cap: {
    flexShrink: 0,
    minWidth: "12px",
    padding: "0 4px",
    textAlign: "center",
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusSmall,
    // Where there is no keyboard, there is nothing to say.
    "@media (hover: none) and (pointer: coarse)": { display: "none" },
  },
  onBrand: { color: "inherit" },
  hidden: { visibility: "hidden" },
  spoken: { border: `1px solid ${tokens.colorNeutralStroke1}` },
});

interface KeyCapProps {
  name: string;
  isOnBrand?: boolean;
  /** On a button the button says its key itself. */
  isSpoken?: boolean;
  /** Its room is kept. */
  isHidden?: boolean;
}

export function KeyCap({ name, isOnBrand = false, isSpoken = false, isHidden = false }: KeyCapProps) {
  const styles = useStyles();
  return (
    <span
      className={mergeClasses(
        styles.cap,
        isOnBrand && styles.onBrand,
        isSpoken && styles.spoken,
        isHidden && styles.hidden,
      )}
      aria-hidden={!isSpoken}
      dir="ltr"
    >
      {name}
    </span>
  );
}

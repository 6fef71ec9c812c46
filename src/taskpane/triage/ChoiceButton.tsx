/** One choice: the same size and the same cost whether it confirms or corrects. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { KeyCap } from "./KeyCap.tsx";

const useStyles = makeStyles({
  button: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    width: "100%",
    minWidth: 0,
    minHeight: "36px",
    padding: "6px 6px 6px 10px",
    textAlign: "start",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    "@media (forced-colors: active)": { ":hover": { border: "1px solid Highlight" } },
  },
  first: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: "1px solid transparent",
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { backgroundColor: tokens.colorBrandBackgroundHover },
    ":active": { backgroundColor: tokens.colorBrandBackgroundPressed },
    "@media (forced-colors: active)": {
      color: "HighlightText",
      backgroundColor: "Highlight",
      border: "1px solid Highlight",
      forcedColorAdjust: "none",
    },
  },
  picked: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { border: "2px solid Highlight" },
  },
  tight: { paddingInline: "8px 4px", gap: "2px", fontSize: tokens.fontSizeBase200 },
  /** In one place, so that nothing moves when one takes the other's. */
  keys: {
    display: "grid",
    justifyItems: "end",
    flexShrink: 0,
    "> *": { gridRowStart: 1, gridColumnStart: 1 },
  },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", hyphens: "auto" },
});

interface ChoiceButtonProps {
  label: ReactNode;
  title?: string | undefined;
  keyName?: string | undefined;
  /** A second key, shown in the place of the first where that one belongs to what has the focus. */
  otherKey?: string | undefined;
  isOther?: boolean;
  look: "first" | "plain" | "picked";
  pressed?: boolean | undefined;
  /** A narrow column with long words. */
  isTight?: boolean;
  onPress(): void;
}

export function ChoiceButton({
  label,
  title,
  keyName,
  otherKey,
  isOther = false,
  look,
  pressed,
  isTight = false,
  onPress,
}: ChoiceButtonProps) {
  const styles = useStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.button, look !== "plain" && styles[look], isTight && styles.tight)}
      title={title}
      aria-pressed={pressed}
      aria-keyshortcuts={otherKey ? `${keyName} ${otherKey}` : keyName}
      onClick={onPress}
    >
      <span className={styles.label}>{label}</span>
      {keyName && (
        <span className={styles.keys}>
          <KeyCap name={keyName} isOnBrand={look === "first"} isHidden={isOther} />
          {otherKey && <KeyCap name={otherKey} isOnBrand={look === "first"} isHidden={!isOther} />}
        </span>
      )}
    </button>
  );
}

/** Tabs that Office.js and a keyboard both get along with: real buttons, arrows between them, nothing hidden that takes the focus. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useRef } from "react";

const useStyles = makeStyles({
  list: { display: "flex", flexWrap: "wrap", columnGap: "2px", rowGap: "4px" },
  tab: {
    position: "relative",
    minWidth: "24px",
    minHeight: "28px",
    padding: "4px 8px",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: "transparent",
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  line: { minHeight: "36px" },
  chosen: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  /** A bold word is wider: its room is kept, so that nothing moves. */
  word: {
    display: "inline-grid",
    "::after": {
      content: "attr(data-word)",
      height: 0,
      visibility: "hidden",
      overflow: "hidden",
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  lined: {
    "::before": {
      content: "''",
      position: "absolute",
      insetInline: "8px",
      bottom: 0,
      height: "3px",
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
    },
  },
  /** In the tab's own margin, so that nothing moves when it comes. */
  note: {
    position: "absolute",
    top: "6px",
    insetInlineEnd: "1px",
    width: "7px",
    height: "7px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
  filled: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { border: "2px solid Highlight" },
  },
  /** Four short words side by side in a narrow pane. */
  round: { borderRadius: tokens.borderRadiusCircular, paddingInline: "6px" },
});

interface TabsProps<Name extends string> {
  label: string;
  names: readonly Name[];
  name: Name;
  wordOf(name: Name): string;
  /** What waits behind a tab: a dot for the eye, words for everybody else. */
  noteOf?(name: Name): string | undefined;
  onName(name: Name): void;
  /** `line` for the pane's own, `pill` for those inside a room. */
  look: "line" | "pill";
  className?: string;
}

export function Tabs<Name extends string>(props: TabsProps<Name>) {
  const { label, names, name, wordOf, noteOf, onName, look, className } = props;
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>("[role=tab]") ?? [])];
    const to = placeAfter(event.key, tabs.indexOf(document.activeElement as HTMLElement), tabs.length);
    if (to === undefined) return;
    event.preventDefault();
    tabs[to]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={mergeClasses(styles.list, className)}
      onKeyDown={onKeyDown}
    >
      {names.map((one) => {
        const isChosen = one === name;
        const note = noteOf?.(one);
        return (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={isChosen}
            aria-label={note && `${wordOf(one)}, ${note}`}
            tabIndex={isChosen ? 0 : -1}
            className={mergeClasses(
              styles.tab,
              look === "line" ? styles.line : styles.round,
              isChosen && styles.chosen,
              isChosen && (look === "line" ? styles.lined : styles.filled),
            )}
            onClick={() => onName(one)}
          >
            <span className={styles.word} data-word={wordOf(one)}>
              {wordOf(one)}
            </span>
            {note !== undefined && <span className={styles.note} title={note} />}
          </button>
        );
      })}
    </div>
  );
}

/** Arrows go around, mirrored where the language is. */
function placeAfter(key: string, at: number, count: number): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === forward) return (at + 1) % count;
  if (key === "ArrowLeft" || key === "ArrowRight") return (at - 1 + count) % count;
  return undefined;
}

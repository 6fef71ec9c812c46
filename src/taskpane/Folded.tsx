/** Something that is one press away, behind a line that says what it is. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { type ReactNode, useState } from "react";

const useStyles = makeStyles({
  summary: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    width: "fit-content",
    minWidth: "24px",
    minHeight: "28px",
    paddingInlineEnd: "6px",
    cursor: "pointer",
    listStyleType: "none",
    "::-webkit-details-marker": { display: "none" },
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { color: tokens.colorBrandForegroundLinkHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: {
    minHeight: "24px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    ":hover": { color: tokens.colorNeutralForeground1 },
  },
  turn: {
    flexShrink: 0,
    transitionProperty: "transform",
    transitionDuration: tokens.durationFast,
    ":dir(rtl)": { transform: "scaleX(-1)" },
  },
  open: { transform: "rotate(90deg)", ":dir(rtl)": { transform: "rotate(90deg)" } },
  content: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "8px", paddingTop: "8px" },
  quietContent: { paddingTop: "4px" },
});

interface FoldedProps {
  summary: string;
  /** Beside what matters more: smaller, and not in the colour of a link. */
  isQuiet?: boolean;
  startsOpen?: boolean;
  children: ReactNode;
}

export function Folded({ summary, isQuiet = false, startsOpen = false, children }: FoldedProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      {/* Office.js moves the focus itself, over elements it knows: a summary is none of them without this. */}
      <summary className={mergeClasses(styles.summary, isQuiet && styles.quiet)} tabIndex={0}>
        <ChevronRightRegular
          aria-hidden="true"
          fontSize={isQuiet ? 14 : 16}
          className={mergeClasses(styles.turn, isOpen && styles.open)}
        />
        {summary}
      </summary>
      <div className={mergeClasses(styles.content, isQuiet && styles.quietContent)}>{children}</div>
    </details>
  );
}

/** How tables of figures look in this screen. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useTableStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  caption: {
    textAlign: "start",
    paddingBottom: "4px",
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
  },
  head: {
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    paddingBlock: "6px",
    paddingInlineEnd: "4px",
    overflowWrap: "anywhere",
    hyphens: "auto",
    verticalAlign: "top",
  },
  name: {
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: "6px",
    paddingInlineEnd: "4px",
    overflowWrap: "anywhere",
    hyphens: "auto",
    verticalAlign: "top",
  },
  /** A long word of German stays whole, where there is room for it beside one or two figures. */
  wholeName: { minWidth: "min(16ch, 31vw)" },
  number: {
    textAlign: "end",
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
    paddingBlock: "6px",
    paddingInlineStart: "8px",
    // A figure or its head is broken only where text is enlarged so much that it would be cut off.
    minWidth: "min(8ch, 17vw)",
    overflowWrap: "anywhere",
    hyphens: "auto",
    verticalAlign: "top",
  },
  /** A heading of one word stays one where there is room for it beside a long name. */
  numberHead: { minWidth: "60px" },
  /** Headings of figures and of names have one colour. */
  headWord: { color: tokens.colorNeutralForeground3 },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

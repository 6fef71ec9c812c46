/** How the parts of this page look: cards, quiet lines, ways on. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { frameLook, quietLook, titleLook } from "../../looks.ts";

export const useCardStyles = makeStyles({
  section: { display: "grid", gap: "8px", minWidth: 0 },
  card: frameLook,
  title: titleLook,
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  line: { margin: 0, overflowWrap: "anywhere" },
  quiet: quietLook,
  note: {
    margin: 0,
    paddingInlineStart: "8px",
    borderInlineStartWidth: "2px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke1,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
  ways: { display: "flex", flexWrap: "wrap", gap: "8px" },
  head: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "center",
    gap: "8px",
  },
  list: { display: "grid", gap: "12px", margin: 0, padding: 0, listStyleType: "none" },
});

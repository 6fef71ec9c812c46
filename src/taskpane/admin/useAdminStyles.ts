/** How the administration looks: one column, quiet, three sizes of type. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { fieldLook, quietLook, titleLook, unseenLook } from "../looks.ts";

export const useAdminStyles = makeStyles({
  room: { display: "grid", gap: "12px", alignContent: "start", padding: "12px", minWidth: 0 },
  page: { display: "grid", gap: "16px", alignContent: "start", minWidth: 0 },
  list: { display: "grid", gap: "8px", margin: 0, padding: 0, listStyle: "none", minWidth: 0 },
  title: titleLook,
  strong: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  /** for screen readers: the tab above says the same */
  hidden: unseenLook,
  quiet: quietLook,
  /** what has to be mended, beside where it is */
  wrong: {
    margin: 0,
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  /** a press that cannot be taken back */
  danger: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorStatusDangerBackground3,
    ":hover": { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ":hover:active": { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  card: {
    display: "grid",
    gap: "8px",
    minWidth: 0,
    padding: "12px",
    textAlign: "start",
    fontFamily: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px", minWidth: 0 },
  field: fieldLook,
  fields: { display: "grid", gap: "12px", minWidth: 0 },
  /** a line of its own in a bar */
  whole: { flexBasis: "100%" },
  bar: {
    position: "sticky",
    bottom: 0,
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    paddingBlock: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

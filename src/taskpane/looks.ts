/** The few looks of text that every room of the pane shares. */
import { type GriffelStyle, tokens } from "@fluentui/react-components";

/** A screen's or page's title. */
export const titleLook = {
  margin: 0,
  fontSize: tokens.fontSizeBase400,
  lineHeight: tokens.lineHeightBase400,
  fontWeight: tokens.fontWeightSemibold,
  overflowWrap: "anywhere",
} satisfies GriffelStyle;

/** A hint below something, quieter and smaller than it. */
export const quietLook = {
  margin: 0,
  color: tokens.colorNeutralForeground3,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  overflowWrap: "anywhere",
} satisfies GriffelStyle;

/** A label above what is filled in. */
export const fieldLook = {
  display: "grid",
  // A select is never wider than its column, however long its longest option.
  gridTemplateColumns: "minmax(0, 1fr)",
  gap: "4px",
  minWidth: 0,
  fontSize: tokens.fontSizeBase300,
} satisfies GriffelStyle;

/** For screen readers only. */
export const unseenLook = {
  position: "absolute",
  width: "1px",
  height: "1px",
  margin: "-1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} satisfies GriffelStyle;

/** What somebody says of a message, the model or a person: the same box, so that one becomes the other in its place. */
export const cardLook = {
  display: "grid",
  gap: "8px",
  minWidth: 0,
  padding: "12px",
  borderRadius: tokens.borderRadiusLarge,
  backgroundColor: tokens.colorNeutralBackground2,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
} satisfies GriffelStyle;

/** One of several things of a page, framed. */
export const frameLook = {
  display: "grid",
  gap: "8px",
  padding: "12px",
  minWidth: 0,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  borderRadius: tokens.borderRadiusLarge,
} satisfies GriffelStyle;

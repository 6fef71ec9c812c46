/** A category as Outlook shows it: its name on its colour. */
import { makeStyles } from "@fluentui/react-components";
import { colourOf } from "./categoryColours.ts";

const useStyles = makeStyles({
  chip: {
    display: "inline-block",
    maxWidth: "140px",
    padding: "0 6px",
    borderRadius: "3px",
    color: "#242424",
    fontSize: "11px",
    lineHeight: "18px",
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
    verticalAlign: "middle",
    "@media (forced-colors: active)": { border: "1px solid CanvasText", color: "CanvasText" },
  },
});

export function CategoryChip({ name, colour }: { name: string; colour: string | undefined }) {
  return (
    <span className={useStyles().chip} style={{ backgroundColor: colourOf(colour) }}>
      {name}
    </span>
  );
}

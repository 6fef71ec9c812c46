/** The edge of the task pane: drag it, or move it with the arrow keys, to make the pane wider or narrower. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { clampWidth, paneWidths } from "../urlState.ts";

const useStyles = makeStyles({
  edge: {
    position: "absolute",
    insetBlock: 0,
    left: "-8px",
    width: "8px",
    zIndex: 2,
    cursor: "col-resize",
    touchAction: "none",
    border: "none",
    margin: 0,
    padding: 0,
    backgroundColor: "transparent",
    ":hover": { backgroundColor: tokens.colorBrandStroke2 },
    ":focus-visible": { backgroundColor: tokens.colorBrandStroke1, outlineStyle: "none" },
  },
  // While dragging, the frames of the page must not swallow the pointer.
  dragging: {
    position: "fixed",
    inset: 0,
    left: 0,
    width: "auto",
    ":hover": { backgroundColor: "transparent" },
  },
});

const stepPx = 10;

interface PaneEdgeProps {
  width: number;
  label: string;
  onChange(width: number): void;
}

export function PaneEdge({ width, label, onChange }: PaneEdgeProps) {
  const styles = useStyles();
  const [from, setFrom] = useState<{ x: number; width: number }>();
  const outward = (element: Element) => (getComputedStyle(element).direction === "rtl" ? 1 : -1);

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom({ x: event.clientX, width });
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (from) onChange(clampWidth(from.width + (event.clientX - from.x) * outward(event.currentTarget)));
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (way) onChange(clampWidth(width + way * stepPx * outward(event.currentTarget)));
  }

  return (
    <hr
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={paneWidths.least}
      aria-valuemax={paneWidths.most}
      className={from ? `${styles.edge} ${styles.dragging}` : styles.edge}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => setFrom(undefined)}
      onKeyDown={onKeyDown}
    />
  );
}

/** Where the frame of the pane is put; a new key makes a new frame. */
import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { SandboxControl } from "../control.ts";

const useStyles = makeStyles({
  place: {
    flex: 1,
    minHeight: 0,
    display: "flex",
    "& iframe": { flex: 1, width: "100%", border: "none" },
  },
  dark: { colorScheme: "dark" },
});

/** Where focus goes when it leaves the pane: to the next thing, the one before, or back to the message. */
const next = {
  forward: "[data-after-pane]",
  backward: "[data-before-pane]",
  escape: '[role="option"][aria-selected="true"]',
};

export function PaneFrame({ control, isDark }: { control: SandboxControl; isDark: boolean }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => control.mount(place.current!), [control]);
  useEffect(
    () => control.onExit((way) => document.querySelector<HTMLElement>(next[way])?.focus()),
    [control],
  );
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => key === "F6" && control.focusPane("before");
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [control]);
  return <div ref={place} className={isDark ? `${styles.place} ${styles.dark}` : styles.place} />;
}

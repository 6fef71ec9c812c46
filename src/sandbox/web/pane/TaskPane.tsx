/** The task pane at the side: the title bar the host draws, the frame of Concord, and an edge to drag. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Dismiss20Regular } from "@fluentui/react-icons/svg/dismiss";
import { Pin20Filled, Pin20Regular } from "@fluentui/react-icons/svg/pin";
import type { SandboxControl } from "../control.ts";
import type { OutlookState } from "../outlookState.ts";
import { useSpeech } from "../words.ts";
import { PaneEdge } from "./PaneEdge.tsx";
import { PaneFrame } from "./PaneFrame.tsx";

const useStyles = makeStyles({
  // The edge lies in the gap before the pane, so that it takes nothing of the pane's own.
  pane: { position: "relative", flexShrink: 0, display: "flex", minHeight: 0 },
  sheet: {
    flex: 1,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: "8px 8px 0 0",
    boxShadow: tokens.shadow2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: "hidden",
  },
  title: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    height: "44px",
    flexShrink: 0,
    padding: "0 6px 0 14px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { width: "20px", height: "20px" },
  name: { flex: 1 },
});

export function TaskPane({ control, state }: { control: SandboxControl; state: OutlookState }) {
  const styles = useStyles();
  const { words } = useSpeech();
  const { paneWidth, isPinned, paneRun, theme } = state;
  return (
    <aside className={styles.pane} style={{ width: paneWidth }} aria-label={words.pane}>
      <PaneEdge
        width={paneWidth}
        label={words.paneWidth}
        onChange={(width) => control.send({ kind: "changed", change: { paneWidth: width } })}
      />
      <div className={styles.sheet}>
        <div className={styles.title}>
          <img src="/assets/icon-20.png" alt="" className={styles.icon} />
          <Text weight="semibold" className={styles.name}>
            Concord
          </Text>
          <Button
            appearance="subtle"
            size="small"
            icon={isPinned ? <Pin20Filled /> : <Pin20Regular />}
            aria-pressed={isPinned}
            aria-label={isPinned ? words.unpin : words.pin}
            title={isPinned ? words.unpin : words.pin}
            onClick={() => control.send({ kind: "pinned", isPinned: !isPinned })}
          />
          <Button
            appearance="subtle"
            size="small"
            icon={<Dismiss20Regular />}
            aria-label={words.close}
            title={words.close}
            data-before-pane
            onClick={() => control.send({ kind: "paneToggled", isOpen: false })}
          />
        </div>
        <PaneFrame key={paneRun} control={control} isDark={theme !== "light"} />
      </div>
    </aside>
  );
}

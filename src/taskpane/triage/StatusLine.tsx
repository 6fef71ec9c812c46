/** The line at the foot: saved, waiting or offline; what became of corrections; the last ten; keys and settings. */
import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { CheckmarkFilled } from "@fluentui/react-icons/svg/checkmark";
import { CloudOffRegular } from "@fluentui/react-icons/svg/cloud-off";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { KeyboardRegular } from "@fluentui/react-icons/svg/keyboard";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import type { ReceiptSummary } from "../../triage/receipt.ts";
import { IconButton } from "../IconButton.tsx";
import type { OutboxStatus } from "../outbox/outbox.ts";
import { useWords } from "../words.tsx";
import { otherKeys } from "./shortcuts.ts";
import { type Standing, statusWords } from "./statusWords.ts";

const useStyles = makeStyles({
  foot: {
    position: "sticky",
    bottom: 0,
    // Zoomed to 400 % the pane is a letterbox: the foot must not hide what has the focus.
    "@media (max-height: 320px)": { position: "static" },
    display: "grid",
    // However long what was said is, the foot is as wide as the pane.
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: "2px",
    padding: "6px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  // Words come and go here while somebody reads above: the room of two lines, the mark and the receipts is kept for them.
  receipts: { minHeight: tokens.lineHeightBase200 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "2px 4px", minHeight: "32px" },
  // A sentence too long to stand beside the buttons has a row of its own.
  said: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    flex: "1 0 auto",
    maxWidth: "100%",
    minWidth: 0,
    minHeight: "32px",
    overflowWrap: "anywhere",
  },
  // What was said of the message before may be long: it gives way, and the row stays one.
  brief: { flexBasis: "1px", flexShrink: 1, whiteSpace: "nowrap" },
  words: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis" },
  mark: { width: "16px", height: "16px", flexShrink: 0 },
  way: { marginInlineStart: "auto" },
  buttons: { display: "flex", gap: "4px", flexShrink: 0, marginInlineStart: "auto" },
  undo: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, minHeight: "24px" },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground3, marginInlineStart: "-8px" },
});

/** What unfolds above the line. */
export type FootPanel = "last" | "keys" | "refused";

export interface StatusLineProps {
  status: OutboxStatus;
  isOnline: boolean;
  saved: Standing["saved"];
  receipts: ReceiptSummary | undefined;
  panel: FootPanel | undefined;
  /** Takes the newest verdict or move back, where the screen above does not offer it already. */
  undo: { name: string; run(): void } | undefined;
  onPanel(panel: FootPanel): void;
  onSend(): void;
  onSettings(): void;
}

export function StatusLine(props: StatusLineProps) {
  const { status, isOnline, saved, receipts, panel, undo, onPanel, onSend, onSettings } = props;
  const styles = useStyles();
  const { t } = useWords();
  const said = statusWords({ status, isOnline, saved }, t);
  return (
    <footer className={styles.foot}>
      <div className={styles.receipts}>{receipts && receipts.corrections > 0 && t.receipts(receipts)}</div>
      {status.refused.length > 0 && (
        <div className={styles.row}>
          <Button
            appearance="subtle"
            size="small"
            className={styles.bad}
            icon={<ErrorCircleRegular fontSize={16} />}
            aria-expanded={panel === "refused"}
            onClick={() => onPanel("refused")}
          >
            {t.refused(status.refused.length)}
          </Button>
        </div>
      )}
      <div className={styles.row}>
        <span className={mergeClasses(styles.said, undo && styles.brief)}>
          <span className={styles.mark} aria-hidden="true">
            {said.kind === "saved" && <CheckmarkFilled fontSize={16} className={styles.good} />}
            {(said.kind === "waiting" || said.kind === "offline") && <CloudOffRegular fontSize={16} />}
          </span>
          <span className={styles.words} title={undo && said.text}>
            {said.text}
          </span>
          <span className={styles.way}>
            {undo && said.kind !== "waiting" && (
              <Link
                as="button"
                className={styles.undo}
                aria-label={undo.name}
                title={undo.name}
                // The next older answer stands here at once: a double press shall not take that one back too.
                onClick={({ detail }) => detail < 2 && undo.run()}
                aria-keyshortcuts={otherKeys.undo}
              >
                {t.undo}
              </Link>
            )}
            {said.kind === "waiting" && (
              <IconButton icon={ArrowSyncRegular} size={16} label={t.sendNow} onPress={onSend} />
            )}
          </span>
        </span>
        <span className={styles.buttons}>
          <IconButton
            icon={HistoryRegular}
            label={t.lastVerdicts}
            isOpen={panel === "last"}
            onPress={() => onPanel("last")}
          />
          <IconButton
            icon={KeyboardRegular}
            label={t.keys}
            isOpen={panel === "keys"}
            onPress={() => onPanel("keys")}
          />
          <IconButton icon={SettingsRegular} label={t.settings} onPress={onSettings} />
        </span>
      </div>
    </footer>
  );
}

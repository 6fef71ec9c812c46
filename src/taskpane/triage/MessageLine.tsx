/** The message this screen speaks of: subject and sender, so that nobody answers for another one. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { OpenMessage } from "../../outlook/selection.ts";
import { useWords } from "../words.tsx";
import { LookAgain } from "./LookAgain.tsx";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "flex-start", gap: "4px", minWidth: 0 },
  line: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "2px", minWidth: 0, flexGrow: 1 },
  subject: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  from: {
    display: "flex",
    gap: "0.4em",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
  },
  // A long name gives way to the time, not the other way round.
  sender: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis" },
  time: { flexShrink: 0, maxWidth: "80%", overflow: "hidden", textOverflow: "ellipsis" },
});

interface MessageLineProps {
  message: OpenMessage;
  now: number;
  onLookAgain(): void;
}

export function MessageLine({ message, now, onLookAgain }: MessageLineProps) {
  const styles = useStyles();
  const { t, f } = useWords();
  const subject = message.subject || t.noSubject;
  return (
    <header className={styles.head}>
      {/* New words for a new message: kept and rewritten, they would count as words that moved. */}
      <div className={styles.line} key={message.fingerprint}>
        <h1 className={styles.subject} title={subject} dir="auto">
          {subject}
        </h1>
        <div className={styles.from} title={message.senderName || undefined}>
          <bdi className={styles.sender}>{message.senderName}</bdi>
          {message.receivedAt !== undefined && (
            <span className={styles.time}>
              {message.senderName && "· "}
              {t.received(f.when(message.receivedAt, now))}
            </span>
          )}
        </div>
      </div>
      <LookAgain onPress={onLookAgain} />
    </header>
  );
}

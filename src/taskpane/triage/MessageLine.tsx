/** The message this screen speaks of: subject and sender, so that nobody answers for another one. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { OpenMessage } from "../../outlook/selection.ts";
import { useWords } from "../words.tsx";
import { LookAgain } from "./LookAgain.tsx";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "flex-start", gap: "4px", minWidth: 0 },
  line: { display: "grid", gap: "2px", minWidth: 0, flexGrow: 1 },
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
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
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
      <div className={styles.line}>
        <h1 className={styles.subject} title={subject} dir="auto">
          {subject}
        </h1>
        <div className={styles.from} title={message.senderName || undefined}>
          <bdi>{message.senderName}</bdi>
          {message.receivedAt !== undefined && (
            <>
              {message.senderName && " · "}
              {t.received(f.when(message.receivedAt, now))}
            </>
          )}
        </div>
      </div>
      <LookAgain onPress={onLookAgain} />
    </header>
  );
}

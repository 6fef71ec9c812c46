/** The reading pane: who wrote what to whom, and the message itself, which can do nothing but be read. */
import {
  Avatar,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { Attach16Regular } from "@fluentui/react-icons/svg/attach";
import { MailInbox48Regular } from "@fluentui/react-icons/svg/mail-inbox";
import { useEffect, useState } from "react";
import type { Address, FullMessage, MessageLine } from "../../mailboxMessage.ts";
import { longTime } from "../dates.ts";
import type { Notification } from "../host/notifications.ts";
import type { ThemeName } from "../host/theme.ts";
import { readMessage } from "../mailClient.ts";
import { useSpeech } from "../words.ts";
import { CategoryChip } from "./CategoryChip.tsx";
import { MailBody } from "./MailBody.tsx";

const useStyles = makeStyles({
  pane: {
    flex: 1,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    overflow: "hidden",
  },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: "8px",
    boxShadow: tokens.shadow2,
    padding: "12px 16px",
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  subject: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  title: {
    margin: 0,
    fontSize: "18px",
    lineHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  letter: {
    flex: 1,
    minHeight: 0,
    display: "flex",
    flexDirection: "column",
    borderRadius: "8px 8px 0 0",
  },
  people: {
    display: "grid",
    gridTemplateColumns: "40px minmax(0,1fr)",
    columnGap: "12px",
    paddingBottom: "12px",
  },
  line: { display: "flex", columnGap: "8px", alignItems: "baseline", flexWrap: "wrap" },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "18px",
    overflowWrap: "anywhere",
  },
  files: { display: "flex", gap: "8px", flexWrap: "wrap", paddingBottom: "8px" },
  file: {
    display: "inline-flex",
    gap: "6px",
    alignItems: "center",
    padding: "4px 10px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "4px",
    fontSize: "12px",
  },
  nothing: {
    flex: 1,
    display: "grid",
    placeContent: "center",
    justifyItems: "center",
    gap: "12px",
    color: tokens.colorNeutralForeground3,
  },
});

export interface ReadingPaneProps {
  message: MessageLine | null;
  colours: ReadonlyMap<string, string>;
  notices: readonly Notification[];
  /** How light mail is shown: as it is, on dark, or in the strongest contrast. */
  theme: ThemeName;
}

export function ReadingPane({ message, colours, notices, theme }: ReadingPaneProps) {
  const styles = useStyles();
  const { words } = useSpeech();
  if (!message)
    return (
      <main className={styles.pane} aria-label={words.reading}>
        <div className={styles.nothing}>
          <MailInbox48Regular />
          <Text>{words.nothingSelected}</Text>
        </div>
      </main>
    );
  return (
    <main className={styles.pane} aria-label={words.reading}>
      <div className={`${styles.card} ${styles.subject}`}>
        <h1 className={styles.title} dir="auto">
          {message.subject || words.noSubject}
        </h1>
        {message.categories.map((name) => (
          <CategoryChip key={name} name={name} colour={colours.get(name)} />
        ))}
      </div>
      {notices.map((notice) => (
        <MessageBar key={notice.key} intent={notice.type === "errorMessage" ? "error" : "info"}>
          <MessageBarBody>{notice.message}</MessageBarBody>
        </MessageBar>
      ))}
      <article className={`${styles.card} ${styles.letter}`}>
        <Envelope message={message} />
        <Content key={message.id} message={message} theme={theme} />
      </article>
    </main>
  );
}

const named = ({ name, address }: Address) => (name && name !== address ? `${name} <${address}>` : address);

function Envelope({ message }: { message: MessageLine }) {
  const styles = useStyles();
  const { words, language } = useSpeech();
  const sender = message.from.name || message.from.address || words.unknownSender;
  return (
    <div className={styles.people}>
      <Avatar name={sender} color="colorful" size={40} aria-hidden />
      <div>
        <div className={styles.line}>
          <Text weight="semibold">
            <bdi>{sender}</bdi>
          </Text>
          {message.from.address !== sender && (
            <span className={styles.quiet}>
              <bdi>&lt;{message.from.address}&gt;</bdi>
            </span>
          )}
        </div>
        <div className={styles.quiet}>
          {words.to}: <bdi>{message.to.map(named).join("; ")}</bdi>
          {message.cc.length > 0 && (
            <>
              {" · "}
              {words.cc}: <bdi>{message.cc.map(named).join("; ")}</bdi>
            </>
          )}
        </div>
        <div className={styles.quiet}>{longTime(message.receivedAt, language)}</div>
      </div>
    </div>
  );
}

function Content({ message, theme }: { message: MessageLine; theme: ThemeName }) {
  const styles = useStyles();
  const { words } = useSpeech();
  const [full, setFull] = useState<FullMessage | "failed">();
  useEffect(() => {
    let isCurrent = true;
    readMessage(message.id).then(
      (read) => isCurrent && setFull(read),
      () => isCurrent && setFull("failed"),
    );
    return () => {
      isCurrent = false;
    };
  }, [message.id]);
  if (message.kind === "encrypted") return <Text>{words.encrypted}</Text>;
  if (full === "failed") return <Text>{words.failed}</Text>;
  if (!full) return <Spinner size="small" label={words.loading} />;
  const files = full.attachments.filter(({ isInline }) => !isInline);
  return (
    <>
      {files.length > 0 && (
        <div className={styles.files}>
          {files.map((file) => (
            <span key={file.id} className={styles.file}>
              <Attach16Regular /> <bdi>{file.name}</bdi>
            </span>
          ))}
        </div>
      )}
      <MailBody message={full} theme={theme} />
    </>
  );
}

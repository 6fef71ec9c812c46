/** The reading pane: who wrote what to whom, and the message itself, which can do nothing but be read. */
import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from "@fluentui/react-components";
import { MailInbox48Regular } from "@fluentui/react-icons/svg/mail-inbox";
import type { MessageLine } from "../../mailboxMessage.ts";
import type { Notification } from "../host/notifications.ts";
import type { ThemeName } from "../host/theme.ts";
import { useSpeech } from "../words.ts";
import { CategoryChip } from "./CategoryChip.tsx";
import { Envelope } from "./Envelope.tsx";
import { MailContent } from "./MailContent.tsx";

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
  /** How many are selected together; 0 where it is one or none. */
  several: number;
  colours: ReadonlyMap<string, string>;
  notices: readonly Notification[];
  /** How light mail is shown: as it is, on dark, or in the strongest contrast. */
  theme: ThemeName;
}

export function ReadingPane({ message, several, colours, notices, theme }: ReadingPaneProps) {
  const styles = useStyles();
  const { words } = useSpeech();
  if (!message)
    return (
      <main className={styles.pane} aria-label={words.reading}>
        <div className={styles.nothing}>
          <MailInbox48Regular />
          <Text>
            {several > 0 ? words.severalSelected.replace("{n}", String(several)) : words.nothingSelected}
          </Text>
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
        <MailContent key={message.id} message={message} theme={theme} />
      </article>
    </main>
  );
}

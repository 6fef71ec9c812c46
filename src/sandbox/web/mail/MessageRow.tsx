/** One line of the message list. */
import { Avatar, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Attach16Regular } from "@fluentui/react-icons/svg/attach";
import { CalendarLtr16Regular } from "@fluentui/react-icons/svg/calendar-ltr";
import { LockClosed16Regular } from "@fluentui/react-icons/svg/lock-closed";
import { memo } from "react";
import type { MessageLine } from "../../mailboxMessage.ts";
import { shortTime } from "../dates.ts";
import { useSpeech } from "../words.ts";
import { CategoryChip } from "./CategoryChip.tsx";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "36px minmax(0, 1fr)",
    columnGap: "10px",
    minHeight: "82px",
    boxSizing: "border-box",
    padding: "9px 12px 9px 12px",
    borderLeft: "3px solid transparent",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: "pointer",
    userSelect: "none",
    color: tokens.colorNeutralForeground1,
    contentVisibility: "auto",
    containIntrinsicSize: "auto 82px",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
  },
  unread: { borderLeftColor: tokens.colorBrandStroke1 },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    ":hover": { backgroundColor: tokens.colorBrandBackground2Hover },
    outline: `2px solid ${tokens.colorTransparentStrokeInteractive}`,
    outlineOffset: "-2px",
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  line: {
    display: "flex",
    alignItems: "baseline",
    gap: "6px",
    minWidth: 0,
    fontSize: "13px",
    lineHeight: "20px",
  },
  grow: {
    flex: 1,
    textAlign: "left",
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  from: { fontSize: "14px" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  fresh: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: "12px" },
  chips: { display: "flex", gap: "4px", overflow: "hidden", paddingTop: "2px" },
});

export interface MessageRowProps {
  message: MessageLine;
  isSelected: boolean;
  isFocusable: boolean;
  colours: ReadonlyMap<string, string>;
  now: number;
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, isSelected, isFocusable, colours, now } = props;
  const styles = useStyles();
  const { words, language } = useSpeech();
  const isUnread = !message.isRead;
  const sender = message.from.name || message.from.address || words.unknownSender;
  return (
    <div
      role="option"
      data-id={message.id}
      id={`message-${message.id}`}
      aria-selected={isSelected}
      tabIndex={isFocusable ? 0 : -1}
      className={mergeClasses(styles.row, isUnread && styles.unread, isSelected && styles.selected)}
    >
      <Avatar name={sender} color="colorful" size={32} aria-hidden />
      <div style={{ minWidth: 0 }}>
        <div className={styles.line}>
          <bdi className={mergeClasses(styles.grow, styles.from, isUnread && styles.strong)}>{sender}</bdi>
          <KindMark message={message} />
        </div>
        <div className={styles.line}>
          <bdi className={mergeClasses(styles.grow, isUnread && styles.fresh)}>
            {message.subject || words.noSubject}
          </bdi>
          <span className={styles.quiet}>{shortTime(message.receivedAt, now, language)}</span>
        </div>
        <div className={styles.line}>
          <bdi className={mergeClasses(styles.grow, styles.quiet)}>{message.preview || " "}</bdi>
        </div>
        {message.categories.length > 0 && (
          <div className={styles.chips}>
            {message.categories.map((name) => (
              <CategoryChip key={name} name={name} colour={colours.get(name)} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
});

function KindMark({ message }: { message: MessageLine }) {
  const { words } = useSpeech();
  if (message.kind === "encrypted") return <LockClosed16Regular />;
  if (message.kind === "meeting") return <CalendarLtr16Regular aria-label={words.meeting} />;
  if (message.kind === "draft") return <em style={{ fontSize: 12 }}>[{words.draft}]</em>;
  return message.attachments.some(({ isInline }) => !isInline) ? <Attach16Regular /> : null;
}

/** The message list: arrow keys move the selection, as in Outlook; long lists grow while they are scrolled. */
import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import type { MessageLine } from "../../mailboxMessage.ts";
import { groupOf } from "../dates.ts";
import { useSpeech } from "../words.ts";
import { targetOf } from "./listKeys.ts";
import { MessageRow } from "./MessageRow.tsx";

const useStyles = makeStyles({
  list: {
    width: "clamp(260px, 22vw, 360px)",
    flexShrink: 0,
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: "8px 8px 0 0",
    boxShadow: tokens.shadow2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: "hidden",
  },
  head: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "10px 16px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: { color: tokens.colorNeutralForeground3 },
  rows: { flex: 1, overflowY: "auto", scrollbarWidth: "thin" },
  group: {
    padding: "8px 16px 4px",
    fontSize: "12px",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    textTransform: "capitalize",
  },
  empty: { padding: "64px 24px", textAlign: "center", display: "grid", gap: "4px" },
});

const step = 100;

export interface MessageListProps {
  messages: readonly MessageLine[] | undefined;
  isFailed: boolean;
  selectedId: string | null;
  title: string;
  colours: ReadonlyMap<string, string>;
  onSelect(id: string): void;
}

export function MessageList({ messages, isFailed, selectedId, title, colours, onSelect }: MessageListProps) {
  const styles = useStyles();
  const { words, language } = useSpeech();
  const [now] = useState(() => Date.now());
  const [shown, setShown] = useState(step);
  const rows = useRef<HTMLDivElement>(null);
  const selectedAt = messages?.findIndex(({ id }) => id === selectedId) ?? -1;
  const visible = useMemo(
    () => messages?.slice(0, Math.max(shown, selectedAt + step)) ?? [],
    [messages, shown, selectedAt],
  );

  useEffect(() => {
    if (selectedId) document.getElementById(`message-${selectedId}`)?.scrollIntoView({ block: "nearest" });
  }, [selectedId]);

  function onKeyDown(event: KeyboardEvent) {
    const target = messages && targetOf(event.key, selectedAt, messages.length);
    if (target === undefined) return;
    event.preventDefault();
    const { id } = messages![target]!;
    onSelect(id);
    requestAnimationFrame(() => document.getElementById(`message-${id}`)?.focus());
  }

  function onClick({ target }: MouseEvent) {
    const option = (target as Element).closest<HTMLElement>("[data-id]");
    if (option?.dataset.id) onSelect(option.dataset.id);
  }

  function onScroll() {
    const { scrollTop, clientHeight, scrollHeight } = rows.current!;
    if (scrollTop + 2 * clientHeight > scrollHeight && shown < (messages?.length ?? 0))
      setShown(shown + step);
  }

  return (
    <section className={styles.list} aria-label={words.messages}>
      <div className={styles.head}>
        <Text weight="semibold" size={400} truncate wrap={false} block>
          {title}
        </Text>
        <Text size={200} className={styles.count}>
          {messages?.length ?? ""}
        </Text>
      </div>
      <div
        ref={rows}
        className={styles.rows}
        role="listbox"
        aria-label={words.messages}
        tabIndex={selectedAt < 0 ? 0 : -1}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onScroll={onScroll}
      >
        {visible.map((message, index) => {
          const group = groupOf(message.receivedAt, now, words, language);
          const above = visible[index - 1];
          const isFirst = !above || groupOf(above.receivedAt, now, words, language) !== group;
          return (
            <div key={message.id} role="presentation">
              {isFirst && (
                <div role="presentation" className={styles.group}>
                  {group}
                </div>
              )}
              <MessageRow
                message={message}
                isSelected={message.id === selectedId}
                colours={colours}
                now={now}
              />
            </div>
          );
        })}
        <ListState messages={messages} isFailed={isFailed} className={styles.empty} />
      </div>
    </section>
  );
}

interface ListStateProps extends Pick<MessageListProps, "messages" | "isFailed"> {
  className: string;
}

function ListState({ messages, isFailed, className }: ListStateProps) {
  const { words } = useSpeech();
  if (isFailed) return <div className={className}>{words.failed}</div>;
  if (!messages) return <Spinner label={words.loading} style={{ paddingTop: 48 }} />;
  if (messages.length > 0) return null;
  return (
    <div className={className}>
      <Text weight="semibold">{words.nothingHere}</Text>
      <Text size={200}>{words.nothingHereHint}</Text>
    </div>
  );
}

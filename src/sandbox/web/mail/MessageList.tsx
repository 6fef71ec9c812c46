/** The message list: arrow keys move the selection, as in Outlook; long lists grow while they are scrolled. */
import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import type { MessageLine } from "../../mailboxMessage.ts";
import { groupOf } from "../dates.ts";
import { useSpeech } from "../words.ts";
import { targetOf } from "./listKeys.ts";
import { MessageRow } from "./MessageRow.tsx";
import { between, toggled } from "./several.ts";

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
  severalIds: readonly string[];
  title: string;
  colours: ReadonlyMap<string, string>;
  onSelect(id: string): void;
  onSeveral(ids: readonly string[], focusId: string): void;
}

export function MessageList(props: MessageListProps) {
  const { messages, isFailed, selectedId, severalIds, title, colours, onSelect, onSeveral } = props;
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

  /** Where a range begins: the row that was last chosen without Shift. */
  const anchor = useRef<string>(null);
  const chosen = severalIds.length > 0 ? severalIds : selectedId ? [selectedId] : [];
  const upTo = (id: string) => {
    const all = messages?.map((message) => message.id) ?? [];
    onSeveral(between(all, anchor.current ?? selectedId ?? id, id), id);
  };
  const selectOne = (id: string) => {
    anchor.current = id;
    onSelect(id);
  };

  function onKeyDown(event: KeyboardEvent) {
    const isWith = event.ctrlKey || event.metaKey;
    if (isWith && event.key === "a" && messages?.length) {
      event.preventDefault();
      return onSeveral(
        messages.map(({ id }) => id),
        selectedId ?? messages[0]!.id,
      );
    }
    if (event.key === "Escape" && severalIds.length > 0 && selectedId) return selectOne(selectedId);
    const target = messages && targetOf(event.key, selectedAt, messages.length);
    if (target === undefined) return;
    event.preventDefault();
    const { id } = messages![target]!;
    if (event.shiftKey) upTo(id);
    else selectOne(id);
    requestAnimationFrame(() => document.getElementById(`message-${id}`)?.focus());
  }

  function onClick({ target, shiftKey, ctrlKey, metaKey }: MouseEvent) {
    const id = (target as Element).closest<HTMLElement>("[data-id]")?.dataset.id;
    if (!id) return;
    if (shiftKey) return upTo(id);
    if (!ctrlKey && !metaKey) return selectOne(id);
    anchor.current = id;
    onSeveral(toggled(chosen, id), id);
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
        aria-multiselectable
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
                isSelected={chosen.includes(message.id)}
                isFocusable={message.id === selectedId}
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

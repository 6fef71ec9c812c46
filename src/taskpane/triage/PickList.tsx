/** A searchable list for what is not shown: one press opens it, one takes. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../words.tsx";
import { isComposing } from "./shortcuts.ts";

export interface Pickable {
  id: string;
  name: string;
  detail?: string;
}

const useStyles = makeStyles({
  box: {
    display: "grid",
    gap: "4px",
    padding: "8px",
    scrollMarginBottom: "96px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  search: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "30px",
    padding: "2px 8px",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    "::placeholder": { color: tokens.colorNeutralForeground3, opacity: 1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: {
    display: "grid",
    gap: "2px",
    maxHeight: "240px",
    overflowY: "auto",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: {
    display: "block",
    width: "100%",
    minHeight: "32px",
    padding: "4px 8px",
    textAlign: "start",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusSmall,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  detail: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  none: { padding: "8px", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface PickListProps {
  label: string;
  items: readonly Pickable[];
  onPick(id: string): void;
  onClose(): void;
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
/** Fewer are faster read than searched. */
const searchFrom = 7;

export function PickList({ label, items, onPick, onClose }: PickListProps) {
  const styles = useStyles();
  const { t } = useWords();
  const [wanted, setWanted] = useState("");
  const box = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const found = items.filter(({ name, detail }) =>
    folded(`${name} ${detail ?? ""}`).includes(folded(wanted)),
  );
  const hasSearch = items.length >= searchFrom;
  // The person pressed "More" or the key for it, and goes on here.
  useEffect(() => {
    (search.current ?? first.current)?.focus({ preventScroll: true });
    box.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  return (
    <section
      ref={box}
      className={styles.box}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || isComposing(event.nativeEvent)) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {hasSearch && (
        <input
          ref={search}
          className={styles.search}
          type="search"
          placeholder={t.search}
          aria-label={t.search}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !isComposing(event.nativeEvent) && found[0]) onPick(found[0].id);
          }}
        />
      )}
      <ul className={styles.list}>
        {found.map(({ id, name, detail }, index) => (
          <li key={id}>
            <button
              ref={index === 0 ? first : undefined}
              type="button"
              className={styles.item}
              onClick={() => onPick(id)}
            >
              {name}
              {detail && <span className={styles.detail}>{detail}</span>}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <div className={styles.none}>{t.nothingFound}</div>}
    </section>
  );
}

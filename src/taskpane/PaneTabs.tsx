/** The tabs a role has; where there would be only one, or nobody knows yet, their room alone: what stands below never moves. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Tabs } from "./Tabs.tsx";
import { useWords } from "./words.tsx";

export type Place = "triage" | "department" | "admin";

const useStyles = makeStyles({
  head: { padding: "0 4px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  room: { height: "37px", flexShrink: 0 },
});

interface PaneTabsProps {
  places: readonly Place[];
  place: Place;
  /** A review of a department the person leads is open. */
  isReviewOpen: boolean;
  onPlace(place: Place): void;
}

export function PaneTabs({ places, place, isReviewOpen, onPlace }: PaneTabsProps) {
  const styles = useStyles();
  const { t } = useWords();
  /** Enter on the tab that stands leads into its room: F6 brings the focus to it, and there Enter would do nothing. */
  const pick = (next: Place) => {
    onPlace(next);
    if (next === place) document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  };
  if (places.length < 2) return <div className={styles.room} />;
  return (
    <header className={styles.head}>
      <Tabs
        look="line"
        label="Concord"
        names={places}
        name={place}
        wordOf={(name) => t[name]}
        noteOf={(name) => (name === "department" && isReviewOpen ? t.reviewOpen : undefined)}
        onName={pick}
      />
    </header>
  );
}

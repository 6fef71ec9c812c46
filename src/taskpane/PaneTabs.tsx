/** The tabs a role has; none where there would be only one. */
import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useWords } from "./words.tsx";

export type Place = "triage" | "department";

const useStyles = makeStyles({
  tabs: { padding: "0 2px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface PaneTabsProps {
  places: readonly Place[];
  place: Place;
  onPlace(place: Place): void;
}

export function PaneTabs({ places, place, onPlace }: PaneTabsProps) {
  const styles = useStyles();
  const { t } = useWords();
  if (places.length < 2) return null;
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={place}
      onTabSelect={(_, { value }) => onPlace(value as Place)}
    >
      {places.map((name) => (
        <Tab key={name} value={name}>
          {t[name]}
        </Tab>
      ))}
    </TabList>
  );
}

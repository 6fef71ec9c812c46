/** The pages of the room side by side; they wrap where a language needs more room, and are quiet when there is one. */
import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import type { PageName } from "./pages.ts";
import { useRoomWords } from "./roomWords.ts";

const useStyles = makeStyles({
  tabs: { flexWrap: "wrap", columnGap: "4px", rowGap: "4px", marginInline: "-4px" },
  tab: { paddingInline: "8px" },
});

interface PageTabsProps {
  names: readonly PageName[];
  name: PageName;
  onName(name: PageName): void;
}

export function PageTabs({ names, name, onName }: PageTabsProps) {
  const styles = useStyles();
  const { t } = useRoomWords();
  if (names.length < 2) return null;
  return (
    <TabList
      className={styles.tabs}
      aria-label={t.pagesLabel}
      appearance="subtle-circular"
      size="small"
      selectedValue={name}
      onTabSelect={(_, { value }) => onName(value as PageName)}
    >
      {names.map((one) => (
        <Tab key={one} value={one} className={styles.tab}>
          {t.pages[one]}
        </Tab>
      ))}
    </TabList>
  );
}

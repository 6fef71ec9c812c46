/** The pages of the room side by side; they wrap where a language needs more room, and are quiet when there is one. */
import { makeStyles } from "@fluentui/react-components";
import { Tabs } from "../Tabs.tsx";
import type { PageName } from "./pages.ts";
import { useRoomWords } from "./roomWords.ts";

const useStyles = makeStyles({ tabs: { marginInline: "-4px" } });

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
    <Tabs
      className={styles.tabs}
      look="pill"
      label={t.pagesLabel}
      names={names}
      name={name}
      wordOf={(one) => t.pages[one]}
      onName={onName}
    />
  );
}

/** The blue bar above everything: product, search, and who is signed in. */
import { Avatar, makeStyles, tokens } from "@fluentui/react-components";
import { GridDots20Regular } from "@fluentui/react-icons/svg/grid-dots";
import { Search16Regular } from "@fluentui/react-icons/svg/search";
import { Settings20Regular } from "@fluentui/react-icons/svg/settings";
import type { Persona } from "../../personas.ts";
import { useSpeech } from "../words.ts";

const useStyles = makeStyles({
  bar: {
    height: "48px",
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    gap: "14px",
    padding: "0 14px",
    backgroundColor: "#0f6cbd",
    color: "#ffffff",
    "@media (forced-colors: active)": { borderBottom: "1px solid CanvasText" },
  },
  dark: { backgroundColor: "#0a2e4a" },
  name: { fontSize: "16px", fontWeight: tokens.fontWeightSemibold, width: "176px" },
  search: {
    flex: "0 1 460px",
    minWidth: 0,
    height: "32px",
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "0 12px",
    borderRadius: "4px",
    backgroundColor: "rgba(255,255,255,0.86)",
    color: "#424242",
    fontSize: "13px",
  },
  space: { flex: 1 },
  who: { display: "flex", alignItems: "center", gap: "10px", fontSize: "13px", whiteSpace: "nowrap" },
});

export function SuiteHeader({ persona, isDark }: { persona: Persona; isDark: boolean }) {
  const styles = useStyles();
  const { words } = useSpeech();
  return (
    <header className={isDark ? `${styles.bar} ${styles.dark}` : styles.bar}>
      <GridDots20Regular />
      <span className={styles.name}>Outlook</span>
      <div className={styles.search} aria-hidden>
        <Search16Regular /> {words.search}
      </div>
      <span className={styles.space} />
      <Settings20Regular />
      <div className={styles.who}>
        <bdi>{persona.name}</bdi>
        <Avatar name={persona.name} size={32} color="colorful" aria-hidden />
      </div>
    </header>
  );
}

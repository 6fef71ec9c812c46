/** The sandbox's own strip below Outlook: who you are, how Outlook looks, and what goes wrong. No part of Outlook. */
import { makeStyles } from "@fluentui/react-components";
import { faultNames, noFaults } from "../../faults.ts";
import type { SandboxControl } from "../control.ts";
import { type ThemeName, themeNames } from "../host/theme.ts";
import type { OutlookState } from "../outlookState.ts";
import { type StoryPlace, searchOf } from "../urlState.ts";
import { languageNames, languages } from "../words.ts";
import { Choice } from "./Choice.tsx";
import { DemoButtons } from "./DemoButtons.tsx";
import { FaultPanel } from "./FaultPanel.tsx";
import { StoryPanel } from "./StoryPanel.tsx";
import { type Deed, storyOf } from "./stories.ts";
import { useDemo } from "./useDemo.ts";

const useStyles = makeStyles({
  dock: {
    flexShrink: 0,
    backgroundColor: "#14181f",
    color: "#f2f5f8",
    borderTop: "3px solid #ffb900",
    fontSize: "12px",
    maxHeight: "45vh",
    overflowY: "auto",
  },
  strip: { display: "flex", alignItems: "center", gap: "8px", flexWrap: "wrap", padding: "5px 12px" },
  name: { fontWeight: 600, color: "#ffb900" },
  space: { flex: 1 },
  button: {
    height: "26px",
    padding: "0 8px",
    whiteSpace: "nowrap",
    borderRadius: "4px",
    border: "1px solid #55606e",
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: "12px",
    cursor: "pointer",
    ":hover": { backgroundColor: "#2b3440" },
    ":focus-visible": { outline: "2px solid #ffb900", outlineOffset: "1px" },
  },
  // Beside the buttons it would push some of them to another row.
  said: { margin: 0, padding: "0 12px 6px" },
  silent: { margin: 0 },
  alarm: { border: "1px solid #ffb900", color: "#ffd77a" },
});

const themeLabels: Record<ThemeName, string> = { light: "Light", dark: "Dark", contrast: "High contrast" };

export function SandboxDock({ control, state }: { control: SandboxControl; state: OutlookState }) {
  const styles = useStyles();
  const active = faultNames.filter((name) => state.faults[name] !== noFaults[name]).length;
  const change = control.send;
  const { story } = state;
  const demo = useDemo(control.demo);
  const tell = (place: StoryPlace | undefined) => change({ kind: "changed", change: { story: place } });
  const carryOut = (deed: Deed) => {
    if (deed.kind === "become") control.become(deed.persona);
    if (deed.kind === "faults") control.setFaults(deed.faults);
    if (deed.kind === "mend") control.setFaults(noFaults);
  };
  return (
    <section dir="ltr" className={styles.dock} aria-label="Sandbox">
      <div className={styles.strip}>
        <span className={styles.name}>Sandbox</span>
        <Choice
          isInline
          label="You are"
          value={state.persona}
          choices={control.organisation.personas.map(({ key, name, jobTitle }) => ({
            value: key,
            label: `${name}, ${jobTitle}`,
          }))}
          onChange={(persona) => control.become(persona)}
        />
        <Choice
          isInline
          label="Theme"
          value={state.theme}
          choices={themeNames.map((value) => ({ value, label: themeLabels[value] }))}
          onChange={(theme) => change({ kind: "changed", change: { theme } })}
        />
        <Choice
          isInline
          label="Language"
          value={state.language}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(language) => change({ kind: "changed", change: { language } })}
        />
        <LeftOut files={control.organisation.skipped} />
        <span className={styles.space} />
        <DemoButtons demo={demo} buttonClass={styles.button} />
        <button
          type="button"
          className={styles.button}
          aria-expanded={story !== undefined}
          onClick={() => tell(story ? undefined : { role: storyOf(control.persona.roles), at: 0 })}
        >
          Guided story {story ? "▾" : "▴"}
        </button>
        <button
          type="button"
          className={styles.button}
          onClick={() => window.open(searchOf(state), "_blank")}
          title="Opens this sandbox in another tab, where you can be somebody else"
        >
          New tab
        </button>
        <button type="button" className={styles.button} onClick={() => change({ kind: "paneReloaded" })}>
          Reload pane
        </button>
        {active > 0 && (
          <button type="button" className={styles.button} onClick={() => control.setFaults(noFaults)}>
            Mend everything
          </button>
        )}
        <button
          type="button"
          data-after-pane
          className={active ? `${styles.button} ${styles.alarm}` : styles.button}
          aria-expanded={state.isPanelOpen}
          onClick={() => change({ kind: "changed", change: { isPanelOpen: !state.isPanelOpen } })}
        >
          {active ? `Faults: ${active}` : "Faults"} {state.isPanelOpen ? "▾" : "▴"}
        </button>
      </div>
      <p className={demo.line ? styles.said : styles.silent} role="status">
        {demo.line}
      </p>
      {story && (
        <StoryPanel
          place={story}
          persona={state.persona}
          demo={demo}
          buttonClass={styles.button}
          onPlace={tell}
          onDeed={carryOut}
        />
      )}
      {state.isPanelOpen && <FaultPanel faults={state.faults} onChange={control.setFaults} />}
    </section>
  );
}

function LeftOut({ files }: { files: SandboxControl["organisation"]["skipped"] }) {
  if (files.length === 0) return null;
  const named = files.slice(0, 30).map(({ file, reason }) => `${file}: ${reason}`);
  return <span title={named.join("\n")}>{files.length} files of mail left out</span>;
}

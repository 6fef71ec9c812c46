/** The guided story, one step after the other, in the sandbox's own strip. */
import { makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Role } from "../../personas.ts";
import { type Deed, stories, storyOf } from "./stories.ts";

const useStyles = makeStyles({
  panel: { display: "grid", gap: "8px", padding: "10px 16px 14px", maxWidth: "90ch" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  title: { margin: 0, fontSize: "12px", fontWeight: 600, color: "#ffb900" },
  text: { margin: 0, fontSize: "13px", lineHeight: "1.5" },
  place: { color: "#b6c2cf" },
});

interface StoryPanelProps {
  persona: string;
  roles: readonly Role[];
  buttonClass: string;
  onDeed(deed: Deed): void;
}

export function StoryPanel({ persona, roles, buttonClass, onDeed }: StoryPanelProps) {
  const styles = useStyles();
  const [role, setRole] = useState(storyOf(roles));
  const [at, setAt] = useState(0);
  const { title, steps, persona: hero } = stories[role];
  const step = steps[at] ?? steps[0]!;
  const tell = (wanted: Role) => {
    setRole(wanted);
    setAt(0);
  };
  const button = (label: string, onClick: () => void, isOff = false) => (
    <button key={label} type="button" className={buttonClass} onClick={onClick} disabled={isOff}>
      {label}
    </button>
  );
  return (
    <section className={styles.panel} aria-label="Story">
      <div className={styles.row}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.place}>
          {at + 1} of {steps.length}
        </span>
        {(Object.keys(stories) as Role[])
          .filter((other) => other !== role)
          .map((other) => button(stories[other].title, () => tell(other)))}
      </div>
      <p className={styles.text} role="status">
        {step.text}
      </p>
      <div className={styles.row}>
        {hero !== persona &&
          roles.every((mine) => mine !== role) &&
          button("Become who lives this", () => onDeed({ kind: "become", persona: hero }))}
        {step.deed && button(step.deed.label, () => onDeed(step.deed!.does))}
        {button("Back", () => setAt(at - 1), at === 0)}
        {button("Next", () => setAt(at + 1), at + 1 === steps.length)}
        {button("From the start", () => setAt(0), at === 0)}
      </div>
    </section>
  );
}

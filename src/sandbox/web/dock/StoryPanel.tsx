/** The guided story, one step after the other, in the sandbox's own strip. */
import { makeStyles } from "@fluentui/react-components";
import { personaOf, type Role } from "../../personas.ts";
import type { StoryPlace } from "../urlState.ts";
import { type Deed, stories, storyAfter } from "./stories.ts";
import { beginLabels, type DemoView } from "./useDemo.ts";

const useStyles = makeStyles({
  panel: { display: "grid", gap: "8px", padding: "6px 12px 10px" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  title: { margin: 0, fontSize: "12px", fontWeight: 600, color: "#ffb900" },
  space: { flex: 1 },
  text: { margin: 0, maxWidth: "130ch", fontSize: "13px", lineHeight: "1.5" },
  place: { color: "#b6c2cf" },
});

interface StoryPanelProps {
  /** Kept in the address, so that a story goes on after the page was loaded anew. */
  place: StoryPlace;
  persona: string;
  demo: DemoView;
  buttonClass: string;
  onPlace(place: StoryPlace): void;
  onDeed(deed: Deed): void;
}

export function StoryPanel({ place, persona, demo, buttonClass, onPlace, onDeed }: StoryPanelProps) {
  const styles = useStyles();
  const { role } = place;
  const { title, steps, persona: hero } = stories[role];
  const at = Math.min(place.at, steps.length - 1);
  const step = steps[at]!;
  const following = storyAfter(role);
  const go = (to: number) => onPlace({ role, at: to });
  const button = (label: string, onClick: () => void, isOff = false) => (
    <button key={label} type="button" className={buttonClass} onClick={onClick} disabled={isOff}>
      {label}
    </button>
  );
  /** One thing at a time: who one is, then when it plays, then what the step does. */
  const first = () => {
    if (hero !== persona)
      return button(`Go on as ${givenName(hero)}`, () => onDeed({ kind: "become", persona: hero }));
    const { when, deed } = step;
    if (when && demo.beginning && when !== demo.beginning)
      return button(beginLabels[when], () => demo.begin(when), demo.isBusy);
    return deed && button(deed.label, () => onDeed(deed.does));
  };
  return (
    <section className={styles.panel} aria-label="Story">
      <div className={styles.row}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.place}>
          {at + 1} of {steps.length}
        </span>
        {first()}
        {button("Back", () => go(at - 1), at === 0)}
        {at + 1 < steps.length
          ? button("Next", () => go(at + 1))
          : button(`Next: ${stories[following].title}`, () => onPlace({ role: following, at: 0 }))}
        {button("From the start", () => go(0), at === 0)}
        <span className={styles.space} />
        {(Object.keys(stories) as Role[])
          .filter((other) => other !== role)
          .map((other) => button(stories[other].title, () => onPlace({ role: other, at: 0 })))}
      </div>
      <p className={styles.text} role="status">
        {step.text}
      </p>
    </section>
  );
}

const givenName = (persona: string) => personaOf(persona)?.name.split(" ")[0] ?? persona;

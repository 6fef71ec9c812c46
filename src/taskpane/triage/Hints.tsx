/** Which hint is due: a newer build, the first steps, then to pin the pane, until pinning is seen to work. */
import { Button } from "@fluentui/react-components";
import { allSteps, type Settings } from "../settings/settings.ts";
import type { Store } from "../store.ts";
import { useStore } from "../store.ts";
import { useWords } from "../words.tsx";
import { FirstSteps } from "./FirstSteps.tsx";
import { Hint } from "./Hint.tsx";
import { askingOf } from "./next.ts";
import type { Screen } from "./state.ts";

interface FirstHintProps {
  settings: Store<Settings>;
  screen: Screen;
}

/**
 * The first steps, at the head of the pane, where no foot hides their buttons. A step explains what is on screen, so there
 * must be a question; they stay over its place and its answer, so that nothing jumps when these come.
 */
export function FirstHint({ settings, screen }: FirstHintProps) {
  const { stepsRead } = useStore(settings, settings.get);
  const isAbout = askingOf(screen) !== undefined || screen.kind === "loading";
  if (stepsRead >= allSteps || !isAbout) return null;
  return (
    <FirstSteps read={stepsRead} onRead={(steps) => settings.set({ ...settings.get(), stepsRead: steps })} />
  );
}

interface HintsProps extends FirstHintProps {
  /** A newer build of the pane lies on the server. */
  isOld: boolean;
  onNew(): void;
}

export function Hints({ settings, screen, isOld, onNew }: HintsProps) {
  const { t } = useWords();
  const { stepsRead, isPinKnown } = useStore(settings, settings.get);
  if (isOld)
    return (
      <Hint label={t.newer} text={t.newerHint}>
        <Button appearance="outline" size="small" onClick={onNew}>
          {t.loadNewer}
        </Button>
      </Hint>
    );
  // A pin is of use when this message is done.
  if (stepsRead < allSteps || isPinKnown || screen.kind !== "answered") return null;
  return (
    <Hint label={t.steps.label} text={t.pinHint}>
      <Button
        appearance="outline"
        size="small"
        onClick={() => settings.set({ ...settings.get(), isPinKnown: true })}
      >
        {t.gotIt}
      </Button>
    </Hint>
  );
}

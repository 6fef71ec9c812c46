/** Which hint is due: a newer build, the first steps, then to pin the pane, until pinning is seen to work. */
import { Button } from "@fluentui/react-components";
import { allSteps, type Settings } from "../settings/settings.ts";
import type { Store } from "../store.ts";
import { useStore } from "../store.ts";
import { useWords } from "../words.tsx";
import { FirstSteps } from "./FirstSteps.tsx";
import { Hint } from "./Hint.tsx";
import type { Screen } from "./state.ts";

interface HintsProps {
  settings: Store<Settings>;
  screen: Screen;
  /** A newer build of the pane lies on the server. */
  isOld: boolean;
  onNew(): void;
}

export function Hints({ settings, screen, isOld, onNew }: HintsProps) {
  const { t } = useWords();
  const { stepsRead, isPinKnown } = useStore(settings, settings.get);
  const change = (change: Partial<Settings>) => settings.set({ ...settings.get(), ...change });
  if (isOld)
    return (
      <Hint label={t.newer} text={t.newerHint}>
        <Button appearance="outline" size="small" onClick={onNew}>
          {t.loadNewer}
        </Button>
      </Hint>
    );
  // A step explains what is on screen, so there must be a question, or its place already, so that nothing jumps when
  // it comes; a pin is of use when this message is done.
  if (stepsRead < allSteps)
    return "question" in screen || screen.kind === "loading" ? (
      <FirstSteps read={stepsRead} onRead={(steps) => change({ stepsRead: steps })} />
    ) : null;
  if (isPinKnown || screen.kind !== "answered") return null;
  return (
    <Hint label={t.steps.label} text={t.pinHint}>
      <Button appearance="outline" size="small" onClick={() => change({ isPinKnown: true })}>
        {t.gotIt}
      </Button>
    </Hint>
  );
}

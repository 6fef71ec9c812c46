/** A screen that is loaded when somebody goes there; one that could not be loaded is asked for once more, then the pane starts anew. */
import { type ComponentType, createElement, lazy, Suspense, useState } from "react";
import { Safe } from "./Safe.tsx";
import { Waiting } from "./Waiting.tsx";

export interface Part<Props> {
  current: ComponentType<Props>;
  load(): ComponentType<Props>;
}

export function partOf<Props>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  const loaded = () => lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return { current: loaded(), load: loaded };
}

interface LazyPartProps<Props> {
  part: Part<Props>;
  props: Props;
  /** The way back, where the tabs are not on screen. */
  onLeave?: () => void;
}

export function LazyPart<Props extends object>({ part, props, onLeave }: LazyPartProps<Props>) {
  const [Screen, setScreen] = useState(() => part.current);
  const [isSecond, setSecond] = useState(false);
  const retry = () => {
    // React remembers that it failed.
    part.current = part.load();
    setScreen(() => part.current);
    setSecond(true);
  };
  return (
    <Safe onRetry={isSecond ? undefined : retry} onLeave={onLeave}>
      <Suspense fallback={<Waiting />}>{createElement(Screen, props)}</Suspense>
    </Safe>
  );
}

/** The page: everything a person sees of the simulated Outlook. */
import { useSyncExternalStore } from "react";
import type { SandboxControl } from "./control.ts";
import { TaskPane } from "./TaskPane.tsx";

export function Outlook({ control }: { control: SandboxControl }) {
  const state = useSyncExternalStore(control.subscribe, control.state);
  return state.messages && <TaskPane key={state.paneRun} control={control} />;
}

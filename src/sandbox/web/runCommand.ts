/** A ribbon button without a pane: loads the function page in a hidden frame, runs one function, and lets it go. */
import { type MountedPane, type MountParts, mountPane } from "./mountPane.ts";

export type CommandParts = Omit<MountParts, "place" | "title"> & {
  select(pane: MountedPane): void;
  timeoutMs?: number;
};

/** Outlook ends a function that has not called event.completed() after five minutes. */
const usualTimeoutMs = 5 * 60_000;

/** The status the function ended with: 0 is success. Rejects when it never ends. */
export function runCommand(functionName: string, parts: CommandParts): Promise<number> {
  const place = document.createElement("div");
  place.hidden = true;
  document.body.append(place);
  return new Promise<number>((resolve, reject) => {
    const timer = setTimeout(
      () => end(() => reject(new Error("The command did not finish."))),
      parts.timeoutMs ?? usualTimeoutMs,
    );
    const pane = mountPane({
      ...parts,
      place,
      title: functionName,
      on: { ...parts.on, commandDone: (_, status) => end(() => resolve(status)) },
    });
    parts.select(pane);
    pane.invokeCommand(crypto.randomUUID(), functionName);

    function end(settle: () => void) {
      clearTimeout(timer);
      pane.unmount();
      place.remove();
      settle();
    }
  });
}

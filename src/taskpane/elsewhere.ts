/** Word from the other tabs and from the commands without a pane: a verdict on this message was stored there. */

export interface Elsewhere {
  tell(lane: string): void;
  onTold(heard: (lane: string) => void): void;
}

/** Where the browser has no channels, the next opening of the message shows it. */
export function openElsewhere(make: (() => BroadcastChannel) | undefined): Elsewhere {
  let channel: BroadcastChannel | undefined;
  try {
    channel = make?.();
  } catch {
    channel = undefined;
  }
  return {
    tell: (lane) => channel?.postMessage(lane),
    onTold: (heard) =>
      channel?.addEventListener("message", ({ data }) => typeof data === "string" && heard(data)),
  };
}

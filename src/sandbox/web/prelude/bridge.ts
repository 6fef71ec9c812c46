/** The nested app authentication bridge a current Outlook gives its add-ins: msal-browser talks through it to the page. */
import { letterIn, letterOf, type ToPane } from "../sideChannel.ts";

type Listener = (message: string) => void;

export function installBridge(target: Window, hostOrigin: string): void {
  const listeners = new Set<Listener>();
  target.addEventListener("message", ({ data, origin }) => {
    const letter = origin === hostOrigin ? letterIn<ToPane>(data) : undefined;
    if (letter?.about === "signIn") for (const listener of listeners) listener(letter.text);
  });
  Object.assign(target, {
    nestedAppAuthBridge: {
      addEventListener: (_: "message", listener: Listener) => listeners.add(listener),
      removeEventListener: (_: "message", listener: Listener) => listeners.delete(listener),
      postMessage: (text: string) =>
        target.parent.postMessage(letterOf({ about: "signIn", text }), hostOrigin),
    },
  });
}

/** Puts an add-in page into a frame and answers it as Outlook on the web would. */
import type { Faults } from "../faults.ts";
import { frameName } from "./frameName.ts";
import type { HostMailbox } from "./host/calls.ts";
import { type Conversation, openConversation } from "./host/conversation.ts";
import type { HostEars } from "./host/conversationParts.ts";
import type { HostProfile } from "./host/itemData.ts";
import type { ThemeName } from "./host/theme.ts";
import { letterIn, letterOf, type ToPage, type ToPane } from "./sideChannel.ts";

export interface MountParts {
  /** Where the frame goes: browsers take a frame's name only while it is being inserted. */
  place: HTMLElement;
  title: string;
  url: string;
  locale: string;
  theme: ThemeName;
  profile: HostProfile;
  mailbox: HostMailbox;
  faults(): Faults;
  spend(fault: keyof Faults): void;
  /** The broker of nested app authentication. */
  signIn(text: string): Promise<string>;
  on: HostEars;
}

export interface MountedPane extends Conversation {
  frame: HTMLIFrameElement;
  setNetwork(network: Faults["network"]): void;
  setVersion(version: Faults["version"]): void;
  unmount(): void;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function mountPane(parts: MountParts): MountedPane {
  const frame = document.createElement("iframe");
  const origin = window.location.origin;
  const paneOrigin = new URL(parts.url, origin).origin;
  const controlId = crypto.randomUUID();
  const conversationId = crypto.randomUUID();
  const post = (text: string) => frame.contentWindow?.postMessage(text, paneOrigin);
  const say = (message: ToPane) => post(letterOf(message));

  const conversation = openConversation({ ...parts, conversationId, controlId, origin, post, wait });
  const listen = async ({ source, data }: MessageEvent) => {
    if (source !== frame.contentWindow) return;
    const letter = letterIn<ToPage>(data);
    if (letter) say({ about: "signIn", text: await parts.signIn(letter.text) });
    else conversation.receive(data);
  };
  window.addEventListener("message", listen);

  const { signIn, storage, network, several, signals, version } = parts.faults();
  const bridge = signIn !== "noBridge";
  const orders = { theme: parts.theme, bridge, storage, network, several, signals, version };
  frame.name = frameName({ conversationId, controlId, origin, locale: parts.locale, orders });
  frame.src = parts.url;
  frame.title = parts.title;
  parts.place.append(frame);

  return {
    ...conversation,
    frame,
    setTheme(theme) {
      if (parts.faults().officeTheme === "stale") return;
      say({ about: "theme", theme });
      conversation.setTheme(theme);
    },
    setNetwork: (state) => say({ about: "network", network: state }),
    setVersion: (version) => say({ about: "version", version }),
    unmount() {
      window.removeEventListener("message", listen);
      frame.remove();
    },
  };
}

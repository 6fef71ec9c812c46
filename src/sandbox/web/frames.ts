/** The frames of Concord in the page: the task pane, and for a moment the function page of a ribbon button. */
import type { Faults } from "../faults.ts";
import type { Persona } from "../personas.ts";
import type { HostMailbox } from "./host/calls.ts";
import type { HostEars } from "./host/conversationParts.ts";
import { type MountedPane, mountPane } from "./mountPane.ts";
import { allSelectedIn, type OutlookEvent, type OutlookState, selectedIn } from "./outlookState.ts";
import { runCommand } from "./runCommand.ts";

export interface FramesParts {
  persona: Persona;
  mailbox: HostMailbox;
  state(): OutlookState;
  send(event: OutlookEvent): void;
  signIn(text: string): Promise<string>;
  on: HostEars;
}

export interface Frames {
  /** The pane that is open now. */
  pane(): MountedPane | undefined;
  /** Puts the pane into a place of the page; the answer takes it out again. */
  mount(place: HTMLElement): () => void;
  runCommand(functionName: string): Promise<number>;
}

/** What lies before the page's name. */
const homeOf = (pane: OutlookState["pane"]) =>
  pane === "dressed" ? "/sandbox" : pane === "shipped" ? "" : pane;

export function makeFrames({ persona, mailbox, state, send, signIn, on }: FramesParts): Frames {
  let pane: MountedPane | undefined;

  const frameOf = (page: string) => ({
    url: `${homeOf(state().pane)}/${page}${state().faults.office === "blocked" ? "?office=blocked" : ""}`,
    locale: state().language,
    theme: state().theme,
    profile: { name: persona.name, address: persona.address, timeZone: "W. Europe Standard Time" },
    mailbox,
    faults: () => state().faults,
    spend: (fault: keyof Faults) => send({ kind: "faultsSet", faults: { [fault]: "ok" } }),
    signIn,
    on,
  });

  return {
    pane: () => pane,
    mount(place) {
      const mounted = mountPane({ ...frameOf("taskpane.html"), place, title: "Concord" });
      pane = mounted;
      mounted.select(selectedIn(state()), allSelectedIn(state()));
      return () => {
        mounted.unmount();
        if (pane === mounted) pane = undefined;
      };
    },
    runCommand: (functionName) =>
      runCommand(functionName, {
        ...frameOf("commands.html"),
        select: (frame) => frame.select(selectedIn(state())),
      }),
  };
}

/** The simulated Outlook without its looks: one store, the frames it holds, and what follows from each change. */
import { type Faults, noFaults } from "../faults.ts";
import type { Persona } from "../personas.ts";
import { beginAgain, forget, forgetTokens } from "./beginAgain.ts";
import type { DemoControl } from "./dock/useDemo.ts";
import { type Frames, makeFrames } from "./frames.ts";
import type { Reply } from "./host/calls.ts";
import type { HostEars } from "./host/conversationParts.ts";
import * as mail from "./mailClient.ts";
import { allSelectedIn, next, type OutlookEvent, type OutlookState, selectedIn } from "./outlookState.ts";
import { makeSignIn } from "./signIn.ts";
import { searchOf, type UrlState } from "./urlState.ts";

type ExitEar = NonNullable<HostEars["exit"]>;

/** Also `window.sandbox`: what tests and curious people can do to the simulated Outlook from outside. */
export interface SandboxControl extends Pick<Frames, "mount" | "runCommand"> {
  organisation: mail.Organisation;
  persona: Persona;
  state(): OutlookState;
  send(event: OutlookEvent): void;
  subscribe(listener: () => void): () => void;
  select(id: string | null): void;
  selectSeveral(ids: readonly string[]): void;
  setFaults(faults: Partial<Faults>): void;
  /** Opens Outlook anew as somebody else; their faults start mended. */
  become(persona: string): void;
  /** The demo: how it began, and beginning it again with everything forgotten, here too. */
  demo: DemoControl;
  /** The pane's frame takes the keyboard focus, as after F6 in Outlook. */
  focusPane(from: "before" | "behind"): void;
  /** Hears of focus that leaves the pane. */
  onExit(listener: ExitEar): () => void;
  /** The last calls of the pane the host has answered, oldest first; with their bodies, so not for ever. */
  calls: readonly { dispatchId: number; reply: Reply }[];
}

const keptCalls = 50;
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const usualMailbox = ({ mailboxes }: Persona) => mailboxes[1] ?? mailboxes[0]!;

const stateOf = (url: UrlState, persona: Persona): OutlookState => ({
  ...url,
  persona: persona.key,
  mailbox: persona.mailboxes.find((address) => address === url.mailbox) ?? usualMailbox(persona),
  messages: undefined,
  selectedId: null,
  severalIds: [],
  windowId: null,
  isPaneOpen: true,
  isPinned: true,
  paneRun: 0,
  isConsentAsked: false,
  notices: [],
  isLoadFailed: false,
});

function added<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function makeControl(organisation: mail.Organisation, url: UrlState): SandboxControl {
  const persona = organisation.personas.find(({ key }) => key === url.persona) ?? organisation.personas[0]!;
  const mailbox = mail.hostMailbox(persona.key);
  const listeners = new Set<() => void>();
  const exits = new Set<ExitEar>();
  const calls: { dispatchId: number; reply: Reply }[] = [];
  let state = stateOf(url, persona);
  let answerConsent: ((isAllowed: boolean) => void) | undefined;

  function send(event: OutlookEvent) {
    const before = state;
    state = next(state, event);
    if (state === before) return;
    follow(before);
    for (const listener of listeners) listener();
  }

  const askPerson = () =>
    new Promise<boolean>((answer) => {
      answerConsent = answer;
      send({ kind: "consentAsked" });
    });

  const on: HostEars = {
    call(dispatchId, reply) {
      calls.push({ dispatchId, reply });
      if (calls.length > keptCalls) calls.splice(0, calls.length - keptCalls);
    },
    categories: async (id) => send({ kind: "categorised", id, categories: await mailbox.categoriesOf(id) }),
    notifications: (notices) => send({ kind: "noticed", notices: [...notices.values()] }),
    show: (id) => send({ kind: "windowOpened", id }),
    exit: (way) => {
      for (const listener of exits) listener(way);
    },
  };
  const signIn = makeSignIn({ organisation, persona, state: () => state, askPerson });
  const frames = makeFrames({ persona, mailbox, state: () => state, send, signIn, on });

  /** What has to happen because the state is now another one. */
  function follow(before: OutlookState) {
    const { faults, theme, selectedId, severalIds } = state;
    const isOther = selectedId !== before.selectedId || severalIds !== before.severalIds;
    const has = (name: keyof Faults) => faults[name] !== before.faults[name];
    if (state.mailbox !== before.mailbox) void load();
    // As Outlook does: what is selected is fetched before anything is drawn of it.
    if (selectedId && selectedId !== before.selectedId) mail.readMessage(selectedId).catch(() => undefined);
    if (isOther || has("item")) frames.pane()?.select(selectedIn(state), allSelectedIn(state));
    if (selectedId && severalIds.length === 0 && selectedId !== before.selectedId) markRead(selectedId);
    if (theme !== before.theme) frames.pane()?.setTheme(theme);
    // Whoever is signed in already would never notice how signing in goes.
    if (has("signIn")) forgetTokens();
    if (has("network")) frames.pane()?.setNetwork(faults.network);
    if (has("version")) frames.pane()?.setVersion(faults.version);
    if (has("api") || has("apiDelayMs")) void passOnApiFault();
    if (before.isConsentAsked && !state.isConsentAsked) answerConsent?.(state.isConsentGiven ?? false);
    const search = searchOf(state);
    if (search !== window.location.search) window.history.replaceState(null, "", search);
  }

  async function load() {
    const { mailbox: address } = state;
    try {
      const messages = await mail.messagesOf(address);
      if (address === state.mailbox) send({ kind: "loaded", messages });
    } catch {
      send({ kind: "loadFailed" });
    }
  }

  function markRead(id: string) {
    send({ kind: "read", id });
    mail.markRead(id).catch(() => undefined);
  }

  /** A server that is away has forgotten its faults when it comes back. */
  const passOnApiFault = () =>
    mail
      .setApiFault(persona.key, { api: state.faults.api, apiDelayMs: state.faults.apiDelayMs })
      .catch(() => undefined);

  // The fault comes first, so that the pane's first request meets it.
  void passOnApiFault().finally(load);

  return {
    organisation,
    persona,
    calls,
    state: () => state,
    send,
    subscribe: (listener) => added(listeners, listener),
    select: (id) => send({ kind: "selected", id }),
    selectSeveral: (ids) => send({ kind: "severalSelected", ids, focusId: ids.at(-1)! }),
    setFaults: (faults) => send({ kind: "faultsSet", faults }),
    become(key) {
      const { mailbox: _theirs, ...look } = state;
      window.location.search = searchOf({ ...look, persona: key, faults: noFaults });
    },
    demo: {
      state: mail.demoState,
      async begin(beginning, say) {
        await beginAgain(beginning, { ...mail, wait, say });
        // What the pane holds open cannot be deleted.
        send({ kind: "paneToggled", isOpen: false });
        await wait(0);
        await forget();
        const { mailbox: _theirs, ...look } = state;
        window.history.replaceState(null, "", searchOf({ ...look, faults: noFaults }));
        window.location.reload();
      },
    },
    mount: frames.mount,
    runCommand: frames.runCommand,
    focusPane(from) {
      const pane = frames.pane();
      // Chromium was seen to give the keyboard back to the page and still name the frame: asked again, it does nothing.
      if (!pane?.frame.contentDocument?.hasFocus()) pane?.frame.blur();
      pane?.frame.focus();
      pane?.focus(from);
    },
    onExit: (listener) => added(exits, listener),
  };
}

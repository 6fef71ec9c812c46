/** The simulated Outlook without its looks: one store, the pane it holds, and what follows from each change. */
import { type Faults, noFaults } from "../faults.ts";
import type { Persona } from "../personas.ts";
import { makeBroker } from "./broker.ts";
import type { Reply } from "./host/calls.ts";
import type { HostEars } from "./host/conversation.ts";
import type { Notifications } from "./host/notifications.ts";
import * as mail from "./mailClient.ts";
import { type MountedPane, mountPane } from "./mountPane.ts";
import { next, type OutlookEvent, type OutlookState, selectedIn } from "./outlookState.ts";
import { runCommand } from "./runCommand.ts";
import { searchOf, type UrlState } from "./urlState.ts";

/** Also `window.sandbox`: what tests and curious people can do to the simulated Outlook from outside. */
export interface SandboxControl {
  organisation: mail.Organisation;
  persona: Persona;
  state(): OutlookState;
  send(event: OutlookEvent): void;
  subscribe(listener: () => void): () => void;
  select(id: string | null): void;
  setFaults(faults: Partial<Faults>): void;
  /** Opens Outlook anew as somebody else; their faults start mended. */
  become(persona: string): void;
  /** Puts the pane into a place of the page; the answer takes it out again. */
  mount(place: HTMLElement): () => void;
  /** The pane's frame takes the keyboard focus, as after Tab in the ribbon. */
  focusPane(from: "before" | "behind"): void;
  /** Hears of focus that leaves the pane. */
  onExit(listener: NonNullable<HostEars["exit"]>): () => void;
  /** Runs a ribbon function in a hidden frame; the status it completed with, 0 for success. */
  runCommand(functionName: string): Promise<number>;
  /** Every call of the pane the host has answered, oldest first. */
  calls: readonly { dispatchId: number; reply: Reply }[];
}

const usualMailbox = ({ mailboxes }: Persona) => mailboxes[1] ?? mailboxes[0]!;

const stateOf = (url: UrlState, persona: Persona): OutlookState => ({
  ...url,
  persona: persona.key,
  mailbox: persona.mailboxes.find((address) => address === url.mailbox) ?? usualMailbox(persona),
  messages: undefined,
  selectedId: null,
  isPaneOpen: true,
  isPinned: true,
  paneRun: 0,
  isConsentAsked: false,
  notices: [],
  isLoadFailed: false,
});

export function makeControl(organisation: mail.Organisation, url: UrlState): SandboxControl {
  const persona = organisation.personas.find(({ key }) => key === url.persona) ?? organisation.personas[0]!;
  const mailbox = mail.hostMailbox(persona.key);
  const listeners = new Set<() => void>();
  const exits = new Set<NonNullable<HostEars["exit"]>>();
  const calls: { dispatchId: number; reply: Reply }[] = [];
  let state = stateOf(url, persona);
  let pane: MountedPane | undefined;
  let answerConsent: ((isAllowed: boolean) => void) | undefined;

  function send(event: OutlookEvent) {
    const before = state;
    state = next(state, event);
    if (state === before) return;
    follow(before);
    for (const listener of listeners) listener();
  }

  /** What has to happen because the state is now another one. */
  function follow(before: OutlookState) {
    const { faults, theme, selectedId } = state;
    if (state.mailbox !== before.mailbox) void load();
    if (selectedId !== before.selectedId || faults.item !== before.faults.item)
      pane?.select(selectedIn(state));
    if (selectedId && selectedId !== before.selectedId) open(selectedId);
    if (theme !== before.theme) pane?.setTheme(theme);
    if (faults.network !== before.faults.network) pane?.setNetwork(faults.network);
    if (faults.api !== before.faults.api || faults.apiDelayMs !== before.faults.apiDelayMs)
      void passOnApiFault();
    if (before.isConsentAsked && !state.isConsentAsked) answerConsent?.(state.isConsentGiven ?? false);
    window.history.replaceState(null, "", searchOf(state));
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

  function open(id: string) {
    send({ kind: "read", id });
    mail.markRead(id).catch(() => undefined);
  }

  const passOnApiFault = () =>
    mail.setApiFault(persona.key, { api: state.faults.api, apiDelayMs: state.faults.apiDelayMs });

  const { oid, tid } = persona;
  const somebodyElse = organisation.personas.find(({ key }) => key !== persona.key) ?? persona;
  const signIn = makeBroker({
    signIn: () => state.faults.signIn,
    isOffline: () => state.faults.network === "offline",
    account: () => ({
      homeAccountId: `${oid}.${tid}`,
      environment: "login.microsoftonline.com",
      tenantId: tid,
    }),
    issue: (who) => mail.tokensOf(who === "signedIn" ? persona.key : somebodyElse.key, state.faults.token),
    askPerson: () =>
      new Promise<boolean>((answer) => {
        answerConsent = answer;
        send({ kind: "consentAsked" });
      }),
  });

  const showCategories = async (id: string) =>
    send({ kind: "categorised", id, categories: await mailbox.categoriesOf(id) });

  const frameParts = (page: string) => ({
    url: `${state.pane === "shipped" ? "" : "/sandbox"}/${page}`,
    locale: state.language,
    theme: state.theme,
    profile: { name: persona.name, address: persona.address, timeZone: "W. Europe Standard Time" },
    mailbox,
    faults: () => state.faults,
    spend: (fault: keyof Faults) => send({ kind: "faultsSet", faults: { [fault]: "ok" } }),
    signIn,
  });

  const ears: HostEars = {
    call: (dispatchId, reply) => calls.push({ dispatchId, reply }),
    categories: showCategories,
    notifications: (notices: Notifications) => send({ kind: "noticed", notices: [...notices.values()] }),
    exit: (way) => {
      for (const listener of exits) listener(way);
    },
  };

  void passOnApiFault();
  void load();

  return {
    organisation,
    persona,
    calls,
    state: () => state,
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    select: (id) => send({ kind: "selected", id }),
    become: (key) => {
      const { mailbox: _theirs, ...look } = state;
      window.location.search = searchOf({ ...look, persona: key, faults: noFaults });
    },
    setFaults: (faults) => send({ kind: "faultsSet", faults }),
    mount(place) {
      const mounted = mountPane({ ...frameParts("taskpane.html"), place, title: "Concord", on: ears });
      pane = mounted;
      mounted.select(selectedIn(state));
      return () => {
        mounted.unmount();
        if (pane === mounted) pane = undefined;
      };
    },
    focusPane: (from) => {
      pane?.frame.focus();
      pane?.focus(from);
    },
    onExit: (listener) => {
      exits.add(listener);
      return () => exits.delete(listener);
    },
    runCommand: (functionName) =>
      runCommand(functionName, {
        ...frameParts("commands.html"),
        select: (frame) => frame.select(selectedIn(state)),
        on: ears,
      }),
  };
}

/** The state of the simulated Outlook page, and every way it changes. */
import type { Faults } from "../faults.ts";
import type { MessageLine } from "../mailboxMessage.ts";
import type { Notification } from "./host/notifications.ts";
import type { UrlState } from "./urlState.ts";

export interface OutlookState extends UrlState {
  mailbox: string;
  /** Undefined while the list is on its way. */
  messages: MessageLine[] | undefined;
  selectedId: string | null;
  /** Two or more selected together, in the order of selecting; empty where only one is open. */
  severalIds: readonly string[];
  /** A message in a window of its own. */
  windowId: string | null;
  isPaneOpen: boolean;
  isPinned: boolean;
  /** Grows when the pane must be loaded anew. */
  paneRun: number;
  /** The sign-in dialog is open. */
  isConsentAsked: boolean;
  isConsentGiven?: boolean;
  /** The add-in's notices above the open message. */
  notices: readonly Notification[];
  isLoadFailed: boolean;
}

export type OutlookEvent =
  | { kind: "loaded"; messages: MessageLine[] }
  | { kind: "loadFailed" }
  | { kind: "selected"; id: string | null }
  | { kind: "severalSelected"; ids: readonly string[]; focusId: string }
  | { kind: "windowOpened"; id: string | null }
  | { kind: "mailboxOpened"; mailbox: string }
  | {
      kind: "changed";
      change: Partial<Pick<UrlState, "theme" | "language" | "paneWidth" | "isPanelOpen" | "story">>;
    }
  | { kind: "faultsSet"; faults: Partial<Faults> }
  | { kind: "paneToggled"; isOpen: boolean }
  | { kind: "pinned"; isPinned: boolean }
  | { kind: "paneReloaded" }
  | { kind: "consentAsked" }
  | { kind: "consentAnswered"; isGiven: boolean }
  | { kind: "noticed"; notices: readonly Notification[] }
  | { kind: "read"; id: string }
  | { kind: "categorised"; id: string; categories: string[] };

/** Faults a frame is born with: a change of them needs a new frame. */
const needsNewFrame: readonly (keyof Faults)[] = [
  "storage",
  "signIn",
  "token",
  "office",
  "several",
  "signals",
];

export function next(state: OutlookState, event: OutlookEvent): OutlookState {
  switch (event.kind) {
    case "loaded":
      return {
        ...state,
        messages: event.messages,
        selectedId: firstToOpen(state, event.messages),
        isLoadFailed: false,
      };
    case "loadFailed":
      return { ...state, isLoadFailed: true };
    case "selected":
      return event.id === state.selectedId && state.severalIds.length === 0
        ? state
        : opened(state, event.id, []);
    case "severalSelected": {
      const ids = event.ids.slice(0, mostSelected);
      if (ids.length > 1) return opened(state, event.focusId, ids);
      return next(state, { kind: "selected", id: ids[0] ?? event.focusId });
    }
    case "windowOpened":
      return { ...state, windowId: event.id };
    case "mailboxOpened":
      return { ...state, mailbox: event.mailbox, messages: undefined, selectedId: null, severalIds: [] };
    case "changed":
      return {
        ...state,
        ...event.change,
        paneRun: state.paneRun + (event.change.language && event.change.language !== state.language ? 1 : 0),
      };
    case "faultsSet":
      return withFaults(state, event.faults);
    case "paneToggled":
      return { ...state, isPaneOpen: event.isOpen };
    case "pinned":
      return { ...state, isPinned: event.isPinned };
    case "paneReloaded":
      return { ...state, paneRun: state.paneRun + 1 };
    case "consentAsked":
      return { ...state, isConsentAsked: true, isConsentGiven: false };
    case "consentAnswered":
      return { ...state, isConsentAsked: false, isConsentGiven: event.isGiven };
    case "noticed":
      return { ...state, notices: event.notices };
    case "read":
      return changeMessage(state, event.id, { isRead: true });
    case "categorised":
      return changeMessage(state, event.id, { categories: event.categories });
  }
}

/** Outlook hands no more of them to an add-in. */
const mostSelected = 100;

/** Outlook closes a task pane that is not pinned when another message is chosen. */
const opened = (
  state: OutlookState,
  selectedId: string | null,
  severalIds: readonly string[],
): OutlookState => {
  const isPinned = state.isPinned && state.faults.pin !== "lost";
  return {
    ...state,
    selectedId,
    severalIds,
    notices: [],
    isPinned,
    isPaneOpen: state.isPaneOpen && isPinned,
  };
};

function withFaults(state: OutlookState, change: Partial<Faults>): OutlookState {
  const faults = { ...state.faults, ...change };
  const isNewFrame = needsNewFrame.some((name) => faults[name] !== state.faults[name]);
  return { ...state, faults, paneRun: state.paneRun + (isNewFrame ? 1 : 0) };
}

function changeMessage(state: OutlookState, id: string, change: Partial<MessageLine>): OutlookState {
  const messages = state.messages?.map((message) =>
    message.id === id ? { ...message, ...change } : message,
  );
  return { ...state, messages };
}

function firstToOpen(state: OutlookState, messages: MessageLine[]): string | null {
  const isMeant = ({ id, internetMessageId }: MessageLine) =>
    id === state.message || internetMessageId === state.message;
  return messages.find(isMeant)?.id ?? state.selectedId ?? messages[0]?.id ?? null;
}

/** The open message: none while several are selected. */
export const selectedIn = (state: OutlookState): MessageLine | null =>
  state.severalIds.length > 0
    ? null
    : (state.messages?.find((message) => message.id === state.selectedId) ?? null);

/** Everything that is selected, one or several, in the order of selecting. */
export const allSelectedIn = ({ messages, severalIds, selectedId }: OutlookState): MessageLine[] =>
  (severalIds.length > 0 ? severalIds : [selectedId]).flatMap(
    (id) => messages?.find((message) => message.id === id) ?? [],
  );

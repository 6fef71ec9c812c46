/** One conversation between a simulated Outlook and the office.js of one frame: its calls, its events, its faults. */
import type { Faults } from "../../faults.ts";
import type { MessageLine } from "../../mailboxMessage.ts";
import { appContext } from "./appContext.ts";
import { answerTo, type HostMailbox, type Reply } from "./calls.ts";
import { codes, HostError } from "./hostError.ts";
import { type HostProfile, itemData } from "./itemData.ts";
import type { Notifications } from "./notifications.ts";
import { type ThemeName, themePayload } from "./theme.ts";
import { callIn, eventLetter, notification, type Request, requestIn, responseTo } from "./wire.ts";

export interface ConversationParts {
  conversationId: string;
  controlId: string;
  /** The origin of the Outlook page, which office.js checks. */
  origin: string;
  profile: HostProfile;
  locale: string;
  mailbox: HostMailbox;
  post(text: string): void;
  wait(ms: number): Promise<void>;
  faults(): Faults;
  /** A fault that strikes once is used up. */
  spend(fault: keyof Faults): void;
  on: HostEars;
}

/** What the page around the pane wants to hear of. */
export interface HostEars {
  ready?(): void;
  exit?(way: "forward" | "backward" | "escape"): void;
  call?(dispatchId: number, reply: Reply): void;
  commandDone?(id: string, status: number): void;
  categories?(id: string): void;
  notifications?(notices: Notifications): void;
}

export interface Conversation {
  receive(text: unknown): void;
  select(message: MessageLine | null): void;
  setTheme(theme: ThemeName): void;
  /** Runs a ribbon function of the frame, as soon as the frame listens. */
  invokeCommand(id: string, functionName: string): void;
  /** Keyboard focus comes in from before or from behind the pane. */
  focus(from: "before" | "behind"): void;
  /** Whether the pane listens to ItemChanged, as a pinned pane does. */
  followsSelection(): boolean;
}

const itemChanged = "olkItemSelectedChanged";
const commandInvoked = "appCommandInvoked";
const commandCompleted = 94;
const lateMs = 1500;
const exits: Record<number, "forward" | "backward" | "escape"> = {
  5: "forward",
  6: "backward",
  13: "forward",
  14: "backward",
  15: "escape",
  16: "escape",
};

export function openConversation(parts: ConversationParts): Conversation {
  const { conversationId, origin } = parts;
  const events = new Set<string>();
  const commands: [string, string][] = [];
  const notifications: Notifications = new Map();
  let selected: MessageLine | null = null;
  /** The message the pane was last told of: its calls are about this one. */
  let told: MessageLine | null = null;

  const emit = (name: string, data: unknown) => parts.post(eventLetter(name, conversationId, origin, data));

  function tell() {
    told = parts.faults().item === "null" ? null : selected;
    return itemData(told, parts.profile);
  }

  async function announce() {
    const { itemChanged: fault } = parts.faults();
    if (!events.has(itemChanged) || fault === "lost" || parts.faults().host === "hung") return;
    if (fault === "late") await parts.wait(lateMs);
    const data = tell();
    const payload = told ? data : null;
    emit(itemChanged, payload);
    if (fault === "doubled") emit(itemChanged, payload);
  }

  function failing(dispatchId: number) {
    const { body, bodyTimes, categories } = parts.faults();
    if (dispatchId === 37 && body !== "ok") {
      if (bodyTimes === "once") parts.spend("body");
      throw new HostError(Number(body));
    }
    if ((dispatchId === 158 || dispatchId === 159) && categories === "failing")
      throw new HostError(codes.genericResponse);
  }

  async function execute(data: unknown): Promise<Reply> {
    const { dispatchId, params } = callIn(data);
    const item = told;
    try {
      failing(dispatchId);
      const reply = await answerTo(dispatchId, params, { item, mailbox: parts.mailbox, notifications });
      if (item !== told) throw new HostError(codes.itemChanged);
      if (item && (dispatchId === 158 || dispatchId === 159)) parts.on.categories?.(item.id);
      if (dispatchId >= 33 && dispatchId <= 36) parts.on.notifications?.(notifications);
      parts.on.call?.(dispatchId, reply);
      return reply;
    } catch (reason) {
      const reply = { error: true, errorCode: reason instanceof HostError ? reason.code : codes.internal };
      parts.on.call?.(dispatchId, reply);
      return reply;
    }
  }

  function common(data: unknown): Reply {
    const { dispatchId, params } = callIn(data);
    if (dispatchId === commandCompleted) {
      const [id, status] = Object.values(params as Record<string, unknown>);
      parts.on.commandDone?.(String(id), Number(status));
    }
    return { Error: 0, Version: 1 };
  }

  function runCommands() {
    for (const [id, name] of commands.splice(0))
      emit(commandInvoked, [id, name, JSON.stringify({ source: { id: "confirmButton" } })]);
  }

  function subscribe(request: Request): Reply {
    if (request._actionType === 1) events.add(request._actionName);
    else events.delete(request._actionName);
    return { Error: 0 };
  }

  async function boot() {
    // A reloaded frame begins again and has forgotten what it listened to.
    events.clear();
    const settings = await parts.mailbox.settings();
    return appContext({ controlId: parts.controlId, locale: parts.locale, settings });
  }

  const invocations: Record<string, (data: unknown) => unknown> = {
    ContextActivationManager_getAppContextAsync: boot,
    GetInitialData: tell,
    ExecuteMethod: execute,
    executeMethod: common,
  };

  async function respond(request: Request) {
    const { host, answerDelayMs } = parts.faults();
    if (host === "hung") return;
    if (answerDelayMs) await parts.wait(answerDelayMs);
    const act = request._actionType === 0 ? invocations[request._actionName] : () => subscribe(request);
    const data = act ? await act(request._data) : { Error: 5000 };
    parts.post(responseTo(request, origin, data));
    // The library asks for ribbon commands last, when it is about to call Office.onReady.
    if (request._actionName === commandInvoked && request._actionType === 1) {
      parts.on.ready?.();
      runCommands();
    }
  }

  return {
    receive(text) {
      const request = requestIn(text, conversationId);
      if (!request) return;
      if (request._actionName !== "ContextActivationManager_notifyHost") return void respond(request);
      const way = exits[(request._data as [string, number])[1]];
      if (way) parts.on.exit?.(way);
    },
    select(message) {
      selected = message;
      notifications.clear();
      void announce();
    },
    setTheme(theme) {
      if (events.has("officeThemeChanged")) emit("officeThemeChanged", themePayload(theme));
    },
    invokeCommand(id, functionName) {
      commands.push([id, functionName]);
      if (events.has(commandInvoked)) runCommands();
    },
    focus: (from) => parts.post(notification(from === "before" ? 11 : 12, conversationId, origin)),
    followsSelection: () => events.has(itemChanged),
  };
}

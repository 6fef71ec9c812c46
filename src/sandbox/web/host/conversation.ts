/** One conversation between a simulated Outlook and the office.js of one frame: its calls, its events, its faults. */
import type { MessageLine } from "../../mailboxMessage.ts";
import { appContext } from "./appContext.ts";
import type { Reply } from "./calls.ts";
import type { ConversationParts } from "./conversationParts.ts";
import { makeExecute } from "./execute.ts";
import { itemData } from "./itemData.ts";
import type { Notifications } from "./notifications.ts";
import { makeSeveral } from "./several.ts";
import { type ThemeName, themePayload } from "./theme.ts";
import { callIn, eventLetter, notification, type Request, requestIn, responseTo } from "./wire.ts";

export interface Conversation {
  receive(text: unknown): void;
  /** The open message, and everything that is selected. */
  select(message: MessageLine | null, all?: readonly MessageLine[]): void;
  setTheme(theme: ThemeName): void;
  /** Runs a ribbon function of the frame, as soon as the frame listens. */
  invokeCommand(id: string, functionName: string): void;
  /** Keyboard focus comes in from before or from behind the pane. */
  focus(from: "before" | "behind"): void;
  /** Whether the pane listens to ItemChanged, as a pinned pane does. */
  followsSelection(): boolean;
}

const itemChanged = "olkItemSelectedChanged";
const selectedItemsChanged = "olkSelectedItemsChanged";
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
  let boots = 0;
  let selected: MessageLine | null = null;
  /** The message the pane was last told of: its calls are about this one. */
  let told: MessageLine | null = null;

  const emit = (name: string, data: unknown) => parts.post(eventLetter(name, conversationId, origin, data));

  function tell() {
    told = parts.faults().item === "null" ? null : selected;
    return itemData(told, parts.profile, parts.faults().several !== "off");
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

  const several = makeSeveral(parts);
  const execute = makeExecute(parts, () => told, notifications, several);

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
    several.unload();
    boots += 1;
    // Who loads the pane anew gets the newer build.
    if (boots > 1 && parts.faults().version === "older") parts.spend("version");
    const settings = await parts.mailbox.settings();
    return appContext({
      controlId: parts.controlId,
      locale: parts.locale,
      settings,
      isOld: parts.faults().several === "subjects",
    });
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
    select(message, all = message ? [message] : []) {
      selected = message;
      several.select(all);
      notifications.clear();
      void announce().then(() => {
        if (events.has(selectedItemsChanged) && parts.faults().host !== "hung")
          emit(selectedItemsChanged, {});
      });
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

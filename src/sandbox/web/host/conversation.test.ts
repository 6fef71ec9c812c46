/** The host's side of the conversation with office.js, held without a browser. */
import { type Faults, noFaults } from "../../faults.ts";
import type { FullMessage } from "../../mailboxMessage.ts";
import type { HostMailbox } from "./calls.ts";
import { openConversation } from "./conversation.ts";

const invoice: FullMessage = {
  id: "invoice",
  internetMessageId: "<invoice@alderbrook.example>",
  conversationId: "thread",
  mailbox: "service@northwind.example",
  kind: "message",
  itemClass: "IPM.Note",
  subject: "Re: Invoice 4711",
  from: { name: "Dana", address: "dana@alderbrook.example" },
  to: [],
  cc: [],
  receivedAt: 1,
  preview: "",
  attachments: [],
  isRead: false,
  categories: [],
  text: "Twelve chairs",
  html: "<p>Twelve chairs</p>",
  headers: "Subject: Invoice 4711",
};
const parcel: FullMessage = { ...invoice, id: "parcel", subject: "Parcel lost", text: "Where is it" };

interface Letter {
  _actionName: string;
  _correlationId: number;
  _responseType: number;
  _data: Record<string, unknown> | null;
}

function outlook(faults: Partial<Faults> = {}) {
  const letters: Letter[] = [];
  const categories = new Map<string, string[]>();
  const heard: unknown[] = [];
  const now: Faults = { ...noFaults, ...faults };
  let release = () => {};
  const gate = { isShut: false, opened: Promise.resolve() };
  const mailbox: HostMailbox = {
    async read(id) {
      if (gate.isShut) await new Promise<void>((open) => (release = open));
      return id === "parcel" ? parcel : invoice;
    },
    categoriesOf: async (id) => categories.get(id) ?? [],
    writeCategories: async (id, names) => void categories.set(id, names),
    masterCategories: async () => [{ displayName: "Billing", color: "Preset7" }],
    settings: async () => ({ first: "1" }),
    saveSettings: async (settings) => void heard.push(settings),
    customProperties: async () => `{"seen":true}`,
    saveCustomProperties: async (id, json) => void heard.push([id, json]),
  };
  const conversation = openConversation({
    conversationId: "talk",
    controlId: "pane",
    origin: "https://outlook.example",
    profile: { name: "Amara", address: "amara@northwind.example", timeZone: "UTC" },
    locale: "en-US",
    mailbox,
    post: (text) => letters.push(JSON.parse(text) as Letter),
    wait: async () => {},
    faults: () => now,
    spend: (fault) => Object.assign(now, { [fault]: noFaults[fault] }),
    on: { exit: (way) => heard.push(way), commandDone: (id, status) => heard.push([id, status]) },
  });
  let correlation = 0;
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  async function ask(action: string, data: unknown, actionType = 0, conversationId = "talk") {
    const id = correlation++;
    conversation.receive(
      JSON.stringify({
        _messageType: 0,
        _actionName: action,
        _conversationId: conversationId,
        _correlationId: id,
        _origin: "https://pane.example",
        _data: data,
        _actionType: actionType,
      }),
    );
    await settle();
    return letters.find((letter) => letter._correlationId === id && letter._responseType === 0)?._data;
  }
  const call = (dispatchId: number, params?: unknown) =>
    ask("ExecuteMethod", { ApiParams: params, MethodData: { ControlId: "pane", DispatchId: dispatchId } });
  const follow = () => ask("olkItemSelectedChanged", {}, 1);
  const events = (name: string) =>
    letters.filter((letter) => letter._responseType === 1 && letter._actionName === name);
  return {
    conversation,
    ask,
    call,
    follow,
    events,
    heard,
    letters,
    categories,
    settle,
    gate,
    release: () => release(),
  };
}

test("the pane boots: it learns the host, its settings, and what is selected", async () => {
  const { conversation, ask } = outlook();
  conversation.select(invoice);
  expect(await ask("ContextActivationManager_getAppContextAsync", "pane")).toMatchObject({
    _id: "pane",
    _appName: 64,
    _settings: { first: "1" },
  });
  expect(await ask("GetInitialData", { MethodData: { ControlId: "pane", DispatchId: 1 } })).toMatchObject({
    permissionLevel: 2,
    itemType: 1,
    subject: "Re: Invoice 4711",
    normalizedSubject: "Invoice 4711",
    isFromSharedFolder: true,
    userEmailAddress: "amara@northwind.example",
  });
  expect(await ask("appCommandInvoked", {}, 1)).toEqual({ Error: 0 });
});

test("letters of another conversation, and noise, are not answered", async () => {
  const { conversation, ask, letters } = outlook();
  await ask("GetInitialData", {}, 0, "somebody else's");
  conversation.receive("not json");
  conversation.receive({ _messageType: 0 });
  expect(letters).toEqual([]);
});

test("the body comes as text or as HTML", async () => {
  const { conversation, ask, call } = outlook();
  conversation.select(invoice);
  await ask("GetInitialData", {});
  expect(await call(37, { coercionType: 0 })).toEqual({ error: false, data: "Twelve chairs" });
  expect(await call(37, { coercionType: 3 })).toEqual({ error: false, data: "<p>Twelve chairs</p>" });
});

test("a pane that follows the selection hears of each message, and of none", async () => {
  const { conversation, follow, events } = outlook();
  await follow();
  conversation.select(invoice);
  conversation.select(null);
  expect(events("olkItemSelectedChanged").map(({ _data }) => _data?.subject ?? null)).toEqual([
    "Re: Invoice 4711",
    null,
  ]);
});

test("a pane that does not listen is told nothing", () => {
  const { conversation, letters } = outlook();
  conversation.select(invoice);
  expect(letters).toEqual([]);
});

test("a body still on its way when another message is opened fails with 9030", async () => {
  const { conversation, follow, call, gate, letters, release, settle } = outlook();
  await follow();
  conversation.select(invoice);
  gate.isShut = true;
  await call(37, { coercionType: 0 });
  conversation.select(parcel);
  release();
  await settle();
  expect(letters.at(-1)!._data).toEqual({ error: true, errorCode: 9030 });
});

test("a category goes to the message the pane was last told of, even when the news of another was lost", async () => {
  const { conversation, follow, call, categories, ask } = outlook({ itemChanged: "lost" });
  conversation.select(invoice);
  await ask("GetInitialData", {});
  await follow();
  conversation.select(parcel);
  await call(158, { categories: ["Billing"] });
  expect([...categories]).toEqual([["invoice", ["Billing"]]]);
});

test("only categories of the mailbox's list can be set; setting twice changes nothing; removing removes", async () => {
  const { conversation, call, ask } = outlook();
  conversation.select(invoice);
  await ask("GetInitialData", {});
  expect(await call(157)).toEqual({ error: false, data: null });
  expect(await call(158, { categories: ["Nonsense"] })).toEqual({ error: true, errorCode: 9044 });
  await call(158, { categories: ["Billing"] });
  await call(158, { categories: ["Billing"] });
  expect(await call(157)).toEqual({ error: false, data: [{ displayName: "Billing", color: "Preset7" }] });
  await call(159, { categories: ["Billing"] });
  expect(await call(157)).toEqual({ error: false, data: null });
});

test("a body error strikes once or always, as asked", async () => {
  for (const [bodyTimes, second] of [
    ["once", { error: false, data: "Twelve chairs" }],
    ["always", { error: true, errorCode: 9020 }],
  ] as const) {
    const { conversation, call, ask } = outlook({ body: "9020", bodyTimes });
    conversation.select(invoice);
    await ask("GetInitialData", {});
    expect(await call(37, { coercionType: 0 })).toEqual({ error: true, errorCode: 9020 });
    expect(await call(37, { coercionType: 0 })).toEqual(second);
  }
});

test("news of the selection can be lost, doubled, or say that nothing is selected", async () => {
  const seen = async (faults: Partial<Faults>) => {
    const { conversation, follow, events } = outlook(faults);
    await follow();
    conversation.select(invoice);
    return events("olkItemSelectedChanged").map(({ _data }) => _data?.subject ?? null);
  };
  expect(await seen({ itemChanged: "lost" })).toEqual([]);
  expect(await seen({ itemChanged: "doubled" })).toEqual(["Re: Invoice 4711", "Re: Invoice 4711"]);
  expect(await seen({ item: "null" })).toEqual([null]);
});

test("a hung host answers nothing", async () => {
  const { ask, call, letters } = outlook({ host: "hung" });
  await ask("GetInitialData", {});
  await call(37, { coercionType: 0 });
  expect(letters).toEqual([]);
});

test("the text of an encrypted message is refused, its subject is not", async () => {
  const { conversation, ask, call } = outlook();
  conversation.select({ ...invoice, kind: "encrypted", itemClass: "IPM.Note.SMIME" });
  expect(await ask("GetInitialData", {})).toMatchObject({ itemClass: "IPM.Note.SMIME" });
  expect(await call(37, { coercionType: 0 })).toEqual({ error: true, errorCode: 9017 });
});

test("Tab behind the last control, before the first, and Escape leave the pane", async () => {
  const { ask, heard } = outlook();
  for (const action of [13, 14, 15, 0]) await ask("ContextActivationManager_notifyHost", ["pane", action]);
  expect(heard).toEqual(["forward", "backward", "escape"]);
});

test("a ribbon function runs once the frame listens, and says how it ended", async () => {
  const { conversation, ask, events, heard } = outlook();
  conversation.invokeCommand("7", "confirmPrediction");
  expect(events("appCommandInvoked")).toEqual([]);
  await ask("appCommandInvoked", {}, 1);
  expect(events("appCommandInvoked").map(({ _data }) => _data)).toEqual([
    ["7", "confirmPrediction", expect.stringContaining("source")],
  ]);
  await ask("executeMethod", { DdaMethod: { ControlId: "pane", DispatchId: 94 }, 0: "7", 1: 0, 2: "{}" });
  expect(heard).toEqual([["7", 0]]);
});

test("a message carries at most five notices, one a key, and another message none of them", async () => {
  const { conversation, ask, call } = outlook();
  conversation.select(invoice);
  await ask("GetInitialData", {});
  const notice = (key: string) => ({ key, message: `about ${key}`, type: 0 });
  expect(await call(33, notice("a"))).toEqual({ error: false, data: null });
  expect(await call(33, notice("a"))).toEqual({ error: true, errorCode: 9023 });
  expect(await call(35, { ...notice("a"), message: "changed" })).toEqual({ error: false, data: null });
  expect(await call(34)).toEqual({
    error: false,
    data: [{ key: "a", message: "changed", type: "informationalMessage" }],
  });
  for (const key of ["b", "c", "d", "e"]) await call(33, notice(key));
  expect(await call(33, notice("f"))).toEqual({ error: true, errorCode: 9025 });
  expect(await call(36, { key: "f" })).toEqual({ error: true, errorCode: 9024 });
  conversation.select(parcel);
  expect(await call(34)).toEqual({ error: false, data: [] });
});

test("roaming settings and a message's own properties are kept by the mailbox", async () => {
  const { conversation, ask, call, heard } = outlook();
  conversation.select(invoice);
  await ask("GetInitialData", {});
  await call(404, [{ language: '"de"' }]);
  expect(await call(3)).toEqual({ wasSuccessful: true, customProperties: `{"seen":true}` });
  expect(await call(4, { customProperties: { seen: false } })).toEqual({ wasSuccessful: true });
  expect(heard).toEqual([{ language: '"de"' }, ["invoice", `{"seen":false}`]]);
});

test("Exchange's old tokens are refused, and unknown calls are not supported", async () => {
  const { call } = outlook();
  expect(await call(12, { isRest: true })).toEqual({ wasSuccessful: false, errorCode: 9017 });
  expect(await call(9999)).toEqual({ error: true, errorCode: 5000 });
  expect(await call(37, { coercionType: 0 })).toEqual({ error: true, errorCode: 9049 });
});

test("a change of theme reaches a pane that asked for it, as numbers", async () => {
  const { conversation, ask, events } = outlook();
  conversation.setTheme("dark");
  await ask("officeThemeChanged", {}, 1);
  conversation.setTheme("dark");
  const [told] = events("officeThemeChanged").map(({ _data }) => (_data as unknown as [string])[0]);
  expect(events("officeThemeChanged")).toHaveLength(1);
  expect(JSON.parse(told!)).toMatchObject({ bodyBackgroundColor: 0x292929, bodyForegroundColor: 0xffffff });
});

test("a frame loaded anew has forgotten what it listened to", async () => {
  const { conversation, follow, ask, events } = outlook();
  await follow();
  await ask("ContextActivationManager_getAppContextAsync", "pane");
  conversation.select(invoice);
  expect(events("olkItemSelectedChanged")).toEqual([]);
});

test("several selected messages are told of, and loaded one at a time", async () => {
  const { conversation, ask, call, events, settle } = outlook();
  await ask("olkSelectedItemsChanged", {}, 1);
  conversation.select(null, [invoice, parcel]);
  await settle();
  expect(events("olkSelectedItemsChanged")).toHaveLength(1);
  expect(await call(196)).toMatchObject({
    error: false,
    data: [
      { itemId: "invoice", itemType: "message", itemMode: "read", subject: "Re: Invoice 4711" },
      { itemId: "parcel", subject: "Parcel lost" },
    ],
  });
  const loaded = await call(211, { itemId: "parcel" });
  expect(JSON.parse(String(loaded?.data))).toMatchObject({ id: "parcel", itemType: 1 });
  expect(await call(211, { itemId: "invoice" })).toMatchObject({ error: true, errorCode: 9020 });
  const body = {
    ApiParams: { coercionType: 0 },
    MethodData: { ControlId: "pane", DispatchId: 37, isLoadedItem: true },
  };
  expect(await ask("ExecuteMethod", body)).toEqual({ error: false, data: "Where is it" });
  expect(await call(37, { coercionType: 0 })).toMatchObject({ error: true });
  await call(212);
  expect(await call(211, { itemId: "invoice" })).toMatchObject({ error: false });
  expect(await call(211, { itemId: "unknown" })).toMatchObject({ error: true });
});

test.each<[Partial<Faults>, number, object]>([
  [{ several: "failing" }, 196, { error: true, errorCode: 9020 }],
  [{ several: "unreadable" }, 211, { error: true, errorCode: 9020 }],
])("with %j call %i fails", async (faults, dispatchId, answer) => {
  const { conversation, call } = outlook(faults);
  conversation.select(null, [invoice, parcel]);
  expect(await call(dispatchId, { itemId: "invoice" })).toMatchObject(answer);
});

test("with the usual manifest the pane may change the open message only", async () => {
  const { conversation, ask } = outlook({ several: "off" });
  conversation.select(invoice);
  const initial = await ask("GetInitialData", { MethodData: { ControlId: "pane", DispatchId: 1 } });
  expect(initial).toMatchObject({ permissionLevel: 3 });
});

/** The door to Outlook, against a fake one that fails as the real one does. */
import { openMailbox } from "./mailbox.ts";
import type { AsyncResult, Callback, OfficeGlobal, OfficeItem } from "./office.ts";
import { pollMs } from "./watch.ts";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

type Reply<T> = { value: T } | { code: number } | "never";
const answer = <T>(callback: Callback<T>, reply: Reply<T>) => {
  if (reply === "never") return;
  const result: AsyncResult<T> =
    "value" in reply
      ? { status: "succeeded", value: reply.value }
      : { status: "failed", value: undefined as T, error: { code: reply.code } };
  setTimeout(() => callback(result), 1);
};

const itemWith = (name: string, body: Reply<string>[] = [{ value: `Text of ${name}` }]): OfficeItem => ({
  itemType: "message",
  itemClass: "IPM.Note",
  itemId: `id-${name}`,
  internetMessageId: `<${name}@example>`,
  subject: name,
  from: { displayName: "Acme", emailAddress: "acme@example.com" },
  body: { getAsync: (_, callback) => answer(callback, body.shift() ?? "never") },
});

function outlook(item: OfficeItem | null) {
  const handlers = new Map<string, (args: unknown) => void>();
  const mailbox = {
    item,
    userProfile: { emailAddress: "Amara@Northwind.example" },
    addHandlerAsync: (event: string, handler: (args: unknown) => void, done: Callback<void>) => {
      handlers.set(event, handler);
      answer(done, { value: undefined });
    },
    removeHandlerAsync: (event: string) => void handlers.delete(event),
  };
  const office = {
    onReady: async () => ({ host: "", platform: "" }),
    context: { mailbox },
  } satisfies OfficeGlobal;
  const page = { isVisible: true, back: () => {} };
  const door = openMailbox(office, {
    isVisible: () => page.isVisible,
    onReturn: (back) => {
      page.back = back;
      return () => {};
    },
  });
  const read = async () => {
    const reading = door.readBody(door.current().fingerprint);
    await jest.advanceTimersByTimeAsync(10_000);
    return reading;
  };
  return { door, mailbox, handlers, page, read };
}

test("the person's own address is the mailbox, unless the message lies in a shared one", async () => {
  const { door, mailbox } = outlook(itemWith("a"));
  expect(await door.ownerOf(door.current().fingerprint)).toBe("amara@northwind.example");
  mailbox.item = {
    ...itemWith("a"),
    getSharedPropertiesAsync: (callback) =>
      answer(callback, { value: { targetMailbox: "Service@Northwind.example" } }),
  };
  const asking = door.ownerOf(door.current().fingerprint);
  await jest.advanceTimersByTimeAsync(10);
  expect(await asking).toBe("service@northwind.example");
});

test("a shared mailbox whose owner Outlook does not tell is not taken for one's own", async () => {
  const { door, mailbox } = outlook(itemWith("a"));
  mailbox.item = {
    ...itemWith("a"),
    to: [{ emailAddress: "Service@Northwind.example" }],
    getSharedPropertiesAsync: (callback) => answer(callback, { code: 9020 }),
  };
  const asking = door.ownerOf(door.current().fingerprint);
  await jest.advanceTimersByTimeAsync(10);
  expect(await asking).toBeUndefined();
  expect(door.current()).toMatchObject({ message: { recipients: ["service@northwind.example"] } });
});

test.each([9020, 5001, 9030])("error %i on switching is tried once more", async (code) => {
  const { read } = outlook(itemWith("a", [{ code }, { value: "Text" }]));
  expect(await read()).toEqual({ kind: "text", text: "Text" });
});

test("a body that stays unreadable, or never comes, is told as unreadable", async () => {
  expect(await outlook(itemWith("a", [{ code: 9020 }, { code: 9020 }])).read()).toEqual({
    kind: "unreadable",
    code: 9020,
  });
  expect(await outlook(itemWith("a", ["never"])).read()).toMatchObject({ kind: "unreadable" });
});

test("a body that arrives after the next message was opened is not given out", async () => {
  const { door, mailbox } = outlook(itemWith("a"));
  const reading = door.readBody(door.current().fingerprint);
  mailbox.item = itemWith("b");
  await jest.advanceTimersByTimeAsync(10);
  expect(await reading).toEqual({ kind: "movedOn" });
});

test("an enormous body is cut before anything reads it", async () => {
  const { read } = outlook(itemWith("a", [{ value: "x".repeat(10_000_000) }]));
  const body = await read();
  expect(body.kind === "text" && body.text.length).toBe(100_000);
});

test("a category is never written on another message than it was meant for", async () => {
  const written: string[] = [];
  const labelled = (name: string): OfficeItem => ({
    ...itemWith(name),
    categories: {
      addAsync: (names, callback) => {
        written.push(`${name}: ${names}`);
        answer(callback, { value: undefined });
      },
      removeAsync: () => {
        throw new Error("Elevated permission is required");
      },
    },
  });
  const { door, mailbox } = outlook(labelled("a"));
  const { fingerprint } = door.current();
  const adding = door.addCategory(fingerprint, "Billing");
  await jest.advanceTimersByTimeAsync(10);
  expect(await adding).toBe("written");
  expect(await door.removeCategory(fingerprint, "Billing")).toBe("notWritten");
  mailbox.item = labelled("b");
  expect(await door.addCategory(fingerprint, "Billing")).toBe("movedOn");
  expect(written).toEqual(["a: Billing"]);
});

test("a lost ItemChanged is made good by the poll, the focus and the second signal", async () => {
  const { door, handlers, page } = outlook(itemWith("a"));
  const seen = jest.fn();
  const stop = door.watch(seen);
  expect([...handlers.keys()]).toEqual(["olkItemSelectedChanged", "olkSelectedItemsChanged"]);
  await jest.advanceTimersByTimeAsync(pollMs);
  expect(seen).toHaveBeenCalledTimes(1);
  page.back();
  handlers.get("olkSelectedItemsChanged")?.({});
  expect(seen).toHaveBeenCalledTimes(3);
  page.isVisible = false;
  await jest.advanceTimersByTimeAsync(10 * pollMs);
  expect(seen).toHaveBeenCalledTimes(3);
  stop();
  expect([...handlers.keys()]).toEqual([]);
});

test("while nobody looks no clock runs and no message is opened, whatever Outlook tells; who comes back sees the one that is open", async () => {
  const { door, handlers, page } = outlook(itemWith("a"));
  const seen = jest.fn();
  door.watch(seen);
  page.isVisible = false;
  await jest.advanceTimersByTimeAsync(10 * pollMs);
  expect(jest.getTimerCount()).toBe(0);
  handlers.get("olkItemSelectedChanged")?.({});
  handlers.get("olkItemSelectedChanged")?.({});
  expect(seen).not.toHaveBeenCalled();
  expect(jest.getTimerCount()).toBe(0);
  page.isVisible = true;
  page.back();
  expect(seen.mock.calls).toEqual([[true]]);
  page.back();
  expect(seen.mock.calls).toEqual([[true], [false]]);
});

test("an event that comes before its item is followed by another look", async () => {
  const { door, mailbox, handlers } = outlook(itemWith("a"));
  const seen = jest.fn();
  door.watch(seen);
  mailbox.item = null;
  handlers.get("olkItemSelectedChanged")?.({});
  await jest.advanceTimersByTimeAsync(1_000);
  expect(seen.mock.calls.length).toBeGreaterThanOrEqual(4);
});

test.each([
  [{ itemType: "appointment", subject: "Lunch" }, "meeting"],
  [{ itemClass: "IPM.Schedule.Meeting.Request", subject: "Lunch" }, "meeting"],
  [{ itemClass: "REPORT.IPM.Note.NDR", subject: "Undeliverable" }, "report"],
  [{ itemClass: "IPM.Note.SMIME", subject: "Secret" }, "encrypted"],
  [{ itemClass: "IPM.Note.SMIME.MultipartSigned", subject: "Signed" }, "message"],
  [{ itemClass: "IPM.Note.rpmsg.Microsoft", subject: "Protected" }, "encrypted"],
  [{ itemClass: "IPM.Note", subject: { getAsync() {} } }, "draft"],
  [{ itemClass: "IPM.Note", subject: "Hello" }, "message"],
  [null, "none"],
])("%j is a %s", (item, kind) => {
  expect(outlook(item as OfficeItem).door.current().kind).toBe(kind);
});

test.each([
  ["takes its time or forgets to answer", "never", true],
  ["opens it", { value: undefined }, true],
  ["refuses", { code: 9000 }, false],
] as [string, Reply<void>, boolean][])(
  "a message counts as opened unless Outlook says no: it %s",
  async (_, reply, isOpen) => {
    const { door, mailbox } = outlook(null);
    const displayMessageFormAsync = (_id: string, done: Callback<void>) => answer(done, reply);
    Object.assign(mailbox, { displayMessageFormAsync });
    const showing = door.show("id-other");
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await showing).toBe(isOpen);
  },
);

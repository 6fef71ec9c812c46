/** Several selected messages, against an Outlook that offers them, half of them, or not at all, and fails as the real one does. */
import type { AsyncResult, Callback, LoadedItem, OfficeGlobal, OfficeMailbox } from "./office.ts";
import { openSeveral } from "./several.ts";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const say = <T>(done: Callback<T>, value: T) => done({ status: "succeeded", value } as AsyncResult<T>);
const fail = <T>(done: Callback<T>, code: number) =>
  done({ status: "failed", value: undefined as T, error: { code } });

interface How {
  version?: string;
  body?: "read" | "failing" | "silent";
  load?: "loads" | "fails";
  shared?: string;
}

function outlook({ version = "1.15", body = "read", load = "loads", shared }: How = {}) {
  const seen = { loaded: [] as string[], open: 0, most: 0, categories: [] as string[] };
  const itemFor = (id: string): LoadedItem => ({
    itemType: "message",
    itemClass: "IPM.Note",
    itemId: id,
    internetMessageId: `<${id}@example>`,
    subject: `About ${id}`,
    from: { displayName: "Sender", emailAddress: "sender@example.com" },
    body: {
      getAsync(_, done) {
        if (body === "read") say(done, `Text of ${id}`);
        if (body === "failing") fail(done, 9020);
      },
    },
    categories: {
      addAsync: (names, done) => say(done, void seen.categories.push(...names)),
      removeAsync: (_, done) => fail(done, 9020),
    },
    ...(shared ? { getSharedPropertiesAsync: (done) => say(done, { targetMailbox: shared }) } : {}),
    unloadAsync(done) {
      seen.open -= 1;
      say(done, undefined);
    },
  });
  const mailbox: OfficeMailbox = {
    getSelectedItemsAsync: (done) => say(done, [{ itemId: "a", subject: "About a" }, { itemId: "b" }]),
    loadItemByIdAsync(id, done) {
      if (load === "fails") return fail(done, 9020);
      seen.loaded.push(id);
      seen.open += 1;
      seen.most = Math.max(seen.most, seen.open);
      setTimeout(() => say(done, itemFor(id)), 5);
    },
  };
  const office: OfficeGlobal = {
    onReady: async () => ({ host: "", platform: "" }),
    context: {
      mailbox,
      requirements: {
        isSetSupported: (_, wanted = "0") => Number(wanted.slice(2)) <= Number(version.slice(2)),
      },
    },
  };
  return { office, mailbox, seen, door: () => openSeveral(office) };
}

const settled = async <T>(work: Promise<T>): Promise<T> => {
  await jest.advanceTimersByTimeAsync(60_000);
  return work;
};

test("offered only where set and method are both there, texts only where items can be loaded", () => {
  const { door, mailbox } = outlook();
  expect(door()).toMatchObject({ isOffered: true, readsTexts: true });
  expect(outlook({ version: "1.13" }).door()).toMatchObject({ isOffered: true, readsTexts: false });
  expect(outlook({ version: "1.12" }).door()).toMatchObject({ isOffered: false, readsTexts: false });
  delete mailbox.loadItemByIdAsync;
  expect(door()).toMatchObject({ isOffered: true, readsTexts: false });
  delete mailbox.getSelectedItemsAsync;
  expect(door()).toMatchObject({ isOffered: false });
});

test("a permission that does not reach it, or an error, is no selection and no crash", async () => {
  const { door, mailbox } = outlook();
  mailbox.getSelectedItemsAsync = () => {
    throw new Error("Elevated permission is required");
  };
  expect(await settled(door().selected())).toBeUndefined();
  mailbox.getSelectedItemsAsync = (done) => fail(done, 9020);
  expect(await settled(door().selected())).toBeUndefined();
});

test("messages are read one at a time, each unloaded before the next", async () => {
  const { door, seen } = outlook();
  const several = door();
  const read = await settled(Promise.all(["a", "b", "c"].map((itemId) => several.read({ itemId }))));
  expect(read.map((one) => one.kind === "message" && one.text)).toEqual([
    "Text of a",
    "Text of b",
    "Text of c",
  ]);
  expect(read[0]).toMatchObject({ owner: "", message: { senderName: "Sender", subject: "About a" } });
  expect(seen).toMatchObject({ loaded: ["a", "b", "c"], open: 0, most: 1 });
});

test("a message of a shared mailbox says whose it is", async () => {
  const read = await settled(outlook({ shared: "Service@Northwind.example" }).door().read({ itemId: "a" }));
  expect(read).toMatchObject({ owner: "service@northwind.example" });
});

test.each<How>([{ body: "failing" }, { body: "silent" }])(
  "with %j the text is missing, and the message unloaded",
  async (how) => {
    const { door, seen } = outlook(how);
    const read = await settled(door().read({ itemId: "a", subject: "About a" }));
    expect(read).toMatchObject({ kind: "message", text: undefined, message: { senderName: "Sender" } });
    expect(seen.open).toBe(0);
  },
);

test.each<How>([{ load: "fails" }, { version: "1.13" }])(
  "with %j the subject is all there is",
  async (how) => {
    const item = { itemId: "a", subject: "About a", internetMessageId: "<a@example>", itemType: "message" };
    expect(await settled(outlook(how).door().read(item))).toMatchObject({
      kind: "message",
      owner: undefined,
      text: undefined,
      message: { subject: "About a", internetMessageId: "<a@example>", senderName: "" },
    });
  },
);

test("meetings and drafts are no messages", async () => {
  const { door } = outlook({ version: "1.13" });
  expect(await settled(door().read({ itemId: "a", itemType: "appointment" }))).toEqual({ kind: "other" });
  expect(await settled(door().read({ itemId: "a", itemMode: "compose" }))).toEqual({ kind: "other" });
});

test("categories are written best effort", async () => {
  const { door, seen } = outlook();
  expect(await settled(door().label("a", "add", "Billing"))).toBe(true);
  expect(await settled(door().label("a", "remove", "Billing"))).toBe(false);
  expect(await settled(outlook({ load: "fails" }).door().label("a", "add", "Billing"))).toBe(false);
  expect(seen.categories).toEqual(["Billing"]);
});

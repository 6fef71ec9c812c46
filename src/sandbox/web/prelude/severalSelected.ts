/** Several selected messages (Mailbox 1.13, 1.15), which npm's office.js of 2022 lacks: asked for on the library's own wire. */
import type { FrameOrders } from "../frameName.ts";
import { whenOffice } from "./whenOffice.ts";

type Done<T> = (result: { status: string; value?: T; error?: { code: number } }) => void;
interface Reply {
  error: boolean;
  errorCode?: number;
  data?: unknown;
}

/** The end of the library that talks to the host. */
interface EndPoint {
  invoke(action: string, callback: (status: number, reply: Reply) => void, data: unknown): void;
  registerForEvent(
    name: string,
    handler: (payload: unknown) => void,
    callback: (status: number) => void,
    data: unknown,
  ): void;
}
declare const OSF: {
  _OfficeAppFactory: { getClientEndPoint(): EndPoint; getId(): string; setContext(context: object): void };
};

const selectedItemsChanged = "olkSelectedItemsChanged";
const eventNumber = 53;

function ask<T>(dispatchId: number, params: unknown, isLoadedItem: boolean, read: (data: unknown) => T) {
  return (done: Done<T>) =>
    OSF._OfficeAppFactory
      .getClientEndPoint()
      .invoke(
        "ExecuteMethod",
        (_, { error, errorCode, data }) =>
          done(
            error
              ? { status: "failed", error: { code: errorCode ?? 0 } }
              : { status: "succeeded", value: read(data) },
          ),
        {
          ApiParams: params,
          MethodData: { ControlId: OSF._OfficeAppFactory.getId(), DispatchId: dispatchId, isLoadedItem },
        },
      );
}

const same = <T>(data: unknown) => data as T;
const ofLoaded = (dispatchId: number, params?: unknown) => ask(dispatchId, params, true, same<never>);

interface Person {
  name: string;
  address: string;
}
const person = ({ name, address }: Person) => ({ displayName: name, emailAddress: address });

/** An item as the library would make it of what the host tells. */
function loadedFrom(data: unknown) {
  const told = JSON.parse(String(data));
  const { id, itemClass, subject, internetMessageId, conversationId, from, to, cc, dateTimeCreated } = told;
  return {
    itemId: id,
    itemType: told.itemType === 3 ? "appointment" : "message",
    itemClass,
    subject,
    internetMessageId,
    conversationId,
    from: person(from),
    sender: person(from),
    to: (to as Person[]).map(person),
    cc: (cc as Person[]).map(person),
    dateTimeCreated: new Date(dateTimeCreated),
    body: { getAsync: (_: string, done: Done<never>) => ofLoaded(37, { coercionType: 0 })(done) },
    categories: {
      addAsync: (categories: string[], done: Done<never>) => ofLoaded(158, { categories })(done),
      removeAsync: (categories: string[], done: Done<never>) => ofLoaded(159, { categories })(done),
    },
    ...(told.isFromSharedFolder ? { getSharedPropertiesAsync: ofLoaded(108) } : {}),
    unloadAsync: ofLoaded(212),
  };
}

function listen(handler: (event: object) => void, done: Done<void>): void {
  OSF._OfficeAppFactory.getClientEndPoint().registerForEvent(
    selectedItemsChanged,
    () => handler({ type: selectedItemsChanged }),
    () => done({ status: "succeeded" }),
    { controlId: OSF._OfficeAppFactory.getId(), eventDispId: eventNumber, targetId: "" },
  );
}

/** The library's own members cannot be replaced, so a mailbox derived from it stands in its place. */
export function addSeveralSelected(target: Window, { several, signals }: FrameOrders): void {
  whenOffice(target, () => {
    const mailbox = Office.context?.mailbox as unknown as Record<string, unknown> | undefined;
    if (!mailbox || mailbox.getSelectedItemsAsync) return;
    const own = Object.create(mailbox, membersOf(mailbox, several, signals));
    OSF._OfficeAppFactory.setContext(Object.create(Office.context, { mailbox: { value: own } }));
  });
}

function membersOf(
  mailbox: Record<string, unknown>,
  several: FrameOrders["several"],
  signals: FrameOrders["signals"],
): PropertyDescriptorMap {
  // As the library does where the manifest asks for too little: at once, not by the callback.
  const refused = () => {
    throw new Error("Elevated permission is required to call the method: 'getSelectedItemsAsync'.");
  };
  const isOff = several === "off";
  const addHandler = (mailbox.addHandlerAsync as (...them: unknown[]) => void).bind(mailbox);
  const load = (itemId: string, done: Done<unknown>) =>
    isOff ? refused() : ask(211, { itemId }, false, loadedFrom)(done);
  const add = (event: string, handler: (event: object) => void, done: Done<void>) => {
    // The library itself goes on following the selection; only the pane is not told.
    if (event !== selectedItemsChanged)
      return addHandler(event, signals === "second" ? () => {} : handler, done);
    return isOff ? refused() : listen(handler, done);
  };
  return {
    getSelectedItemsAsync: { value: isOff ? refused : ask(196, undefined, false, same) },
    ...(several === "subjects" ? {} : { loadItemByIdAsync: { value: load } }),
    addHandlerAsync: { value: add },
  };
}

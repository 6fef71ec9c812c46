/** The letters office.js and its host exchange: JSON text over postMessage. */

export interface Request {
  _messageType: 0;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _origin: string;
  _data: unknown;
  /** 0 invoke, 1 register an event, 2 unregister it. */
  _actionType: 0 | 1 | 2;
}

/** What a call asks for; `params` are undefined for calls without any. */
export interface Call {
  dispatchId: number;
  params: unknown;
  /** It is about the item loaded by its id, not about the open one. */
  isLoadedItem: boolean;
}

/** A request of this conversation, or undefined for any other traffic on the window. */
export function requestIn(text: unknown, conversationId: string): Request | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const letter = JSON.parse(text) as Partial<Request>;
    const isOurs = letter._messageType === 0 && letter._conversationId === conversationId;
    return isOurs ? (letter as Request) : undefined;
  } catch {
    return undefined;
  }
}

/** The call inside an `ExecuteMethod`, `executeMethod` or `GetInitialData` request. */
export function callIn(data: unknown): Call {
  const { MethodData, DdaMethod, ApiParams, ...named } = (data ?? {}) as Record<string, unknown>;
  const method = (MethodData ?? DdaMethod) as { DispatchId?: number; isLoadedItem?: boolean } | undefined;
  return {
    dispatchId: method?.DispatchId ?? -1,
    params: DdaMethod ? named : ApiParams,
    isLoadedItem: method?.isLoadedItem === true,
  };
}

export const responseTo = (request: Request, origin: string, data: unknown): string =>
  JSON.stringify({
    _messageType: 1,
    _actionName: request._actionName,
    _conversationId: request._conversationId,
    _correlationId: request._correlationId,
    _origin: origin,
    _data: data ?? null,
    _errorCode: 0,
    _responseType: 0,
    _serializerVersion: 1,
  });

export const eventLetter = (name: string, conversationId: string, origin: string, data: unknown): string =>
  JSON.stringify({
    _messageType: 1,
    _actionName: name,
    _conversationId: conversationId,
    _correlationId: 0,
    _origin: origin,
    _data: data ?? null,
    _errorCode: 0,
    _responseType: 1,
    _serializerVersion: 1,
  });

/** The host speaks first: focus comes in by Tab, the pane is selected, and the like. */
export const notification = (action: number, conversationId: string, origin: string): string =>
  JSON.stringify({
    _messageType: 0,
    _actionType: 0,
    _actionName: "Office_notifyAgave",
    _conversationId: `${conversationId}_ntf`,
    _correlationId: 0,
    _origin: origin,
    _data: [action],
    _serializerVersion: 1,
  });

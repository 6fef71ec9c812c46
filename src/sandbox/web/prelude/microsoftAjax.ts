/** The few members of Microsoft's old Ajax library that office.js needs before it boots. */

interface Expected {
  name: string;
  mayBeNull?: boolean;
  optional?: boolean;
}

const isMissing = (value: unknown) => value === undefined || value === null;

const refusal = (value: unknown, { name, mayBeNull, optional }: Expected): Error | null =>
  isMissing(value) && !optional && !mayBeNull ? new Error(`Parameter ${name} is missing.`) : null;

function refusalOfAll(values: ArrayLike<unknown>, expected: readonly Expected[]): Error | null {
  for (const [index, one] of expected.entries()) {
    const refused = refusal(values[index], one);
    if (refused) return refused;
  }
  return null;
}

function registerNamespace(path: string): void {
  let place = window as unknown as Record<string, Record<string, unknown>>;
  for (const name of path.split(".")) {
    place[name] ??= {};
    place = place[name] as typeof place;
  }
}

/** Does nothing where the library is loaded already. */
export function installMicrosoftAjax(target: Window): void {
  const globals = target as unknown as Record<string, unknown>;
  if (globals.Sys) return;
  globals.Type = Function;
  Object.assign(Function, {
    registerNamespace,
    _validateParams: refusalOfAll,
    _validateParameter: refusal,
  });
  Object.defineProperty(Function.prototype, "registerClass", {
    value(this: unknown) {
      return this;
    },
    writable: true,
    configurable: true,
  });
  Object.assign(Error, {
    argument: (name: string, text?: string) => new Error(text ?? `Argument ${name} is wrong.`),
    parameterCount: (text?: string) => new Error(text ?? "The number of arguments is wrong."),
  });
  globals.Sys = {
    StringBuilder: class StringBuilder {},
    Debug: { trace() {} },
    Browser: { agent: "chromium", InternetExplorer: "internet explorer" },
    Serialization: {
      JavaScriptSerializer: { serialize: JSON.stringify, deserialize: (text: string) => JSON.parse(text) },
    },
  };
}

/** What an Outlook page writes into its frame's window.name: office.js finds its host there, the prelude its orders. */
import type { ThemeName } from "./host/theme.ts";

/** Read by the sandbox's prelude only; a real Outlook has no such entry. */
export interface PreludeOrders {
  theme: ThemeName;
  bridge: boolean;
  storage: "ok" | "blocked";
  network: "ok" | "offline";
  several: "ok" | "off" | "subjects" | "unreadable" | "failing";
  signals: "ok" | "second";
  version: "ok" | "older";
}

export interface FrameNameParts {
  conversationId: string;
  controlId: string;
  origin: string;
  locale: string;
  orders: PreludeOrders;
}

export const frameName = ({ conversationId, controlId, origin, locale, orders }: FrameNameParts): string =>
  JSON.stringify({
    baseFrameName: `_xdm_${controlId}`,
    hostInfo: `Outlook|Web|16.01|${locale.toLowerCase()}|${controlId}||disableLogging|0`,
    xdmInfo: `${conversationId}|${controlId}|${origin}`,
    serializerVersion: "1",
    flights: "[]",
    sandbox: orders,
  });

export interface FrameOrders extends PreludeOrders {
  hostOrigin: string;
}

/** The orders in a window.name, or undefined in any window that is no frame of the sandbox. */
export function ordersIn(name: string): FrameOrders | undefined {
  try {
    const { sandbox, xdmInfo } = JSON.parse(name) as { sandbox?: PreludeOrders; xdmInfo?: string };
    return sandbox && xdmInfo ? { ...sandbox, hostOrigin: xdmInfo.split("|")[2]! } : undefined;
  } catch {
    return undefined;
  }
}

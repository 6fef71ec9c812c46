/** `Office.context.officeTheme`, which a current Outlook on the web has and npm's office.js of 2022 has not. */
import type { FrameOrders } from "../frameName.ts";
import { officeThemes } from "../host/theme.ts";
import { letterIn, type ToPane } from "../sideChannel.ts";
import { whenOffice } from "./whenOffice.ts";

export function addOfficeTheme(target: Window, orders: FrameOrders): void {
  let theme = orders.theme;
  target.addEventListener("message", ({ data, origin }) => {
    const letter = origin === orders.hostOrigin ? letterIn<ToPane>(data) : undefined;
    if (letter?.about === "theme") theme = letter.theme;
  });
  whenOffice(target, () => {
    if (Office.context && !Office.context.officeTheme)
      Object.defineProperty(Office.context, "officeTheme", {
        configurable: true,
        enumerable: true,
        get: () => officeThemes[theme],
      });
  });
}

/** `Office.context.officeTheme`, which a current Outlook on the web has and npm's office.js of 2022 has not. */
import type { FrameOrders } from "../frameName.ts";
import { officeThemes } from "../host/theme.ts";
import { letterIn, type ToPane } from "../sideChannel.ts";

const isOfficeScript = (element: EventTarget | null) =>
  element instanceof HTMLScriptElement && /\/office\.js([?#]|$)/.test(element.src);

/** Is the first to be told that Office is ready, since it hears of the script's load before the page does. */
export function addOfficeTheme(target: Window, orders: FrameOrders): void {
  let theme = orders.theme;
  target.addEventListener("message", ({ data, origin }) => {
    const letter = origin === orders.hostOrigin ? letterIn<ToPane>(data) : undefined;
    if (letter?.about === "theme") theme = letter.theme;
  });
  target.document.addEventListener(
    "load",
    ({ target: element }) => {
      if (!isOfficeScript(element)) return;
      Office.onReady(() => {
        if (Office.context && !Office.context.officeTheme)
          Object.defineProperty(Office.context, "officeTheme", {
            configurable: true,
            enumerable: true,
            get: () => officeThemes[theme],
          });
      });
    },
    true,
  );
}

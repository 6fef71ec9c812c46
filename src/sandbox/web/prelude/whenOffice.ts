/** Runs something as the first of all that wait for Office: it hears of the script's load before the page does. */

const isOfficeScript = (element: EventTarget | null) =>
  element instanceof HTMLScriptElement && /\/office\.js([?#]|$)/.test(element.src);

export function whenOffice(target: Window, run: () => void): void {
  target.document.addEventListener(
    "load",
    ({ target: element }) => {
      if (isOfficeScript(element)) Office.onReady(run);
    },
    true,
  );
}

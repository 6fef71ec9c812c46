/** Says calmly that the pane could not start, without any of the scripts that may be missing. */
(() => {
  const page = document.getElementById("watchdog");
  const officeIsMissing = () => typeof window.Office === "undefined";
  const hasStarted = () => document.getElementById("root").childElementCount > 0;
  const show = () => {
    if (hasStarted()) return;
    document.getElementById("watchdog-office").hidden = !officeIsMissing();
    document.getElementById("watchdog-pane").hidden = officeIsMissing();
    page.hidden = false;
  };
  document.getElementById("watchdog-again").addEventListener("click", () => location.reload());
  // Scripts are not retried: one that failed has failed, and office.js runs before this one.
  addEventListener("error", (event) => event.target instanceof HTMLScriptElement && show(), true);
  if (officeIsMissing()) show();
  else setTimeout(show, 10_000);
  // It may have been slow only.
  new MutationObserver(() => {
    page.hidden = page.hidden || hasStarted();
  }).observe(document.getElementById("root"), { childList: true });
})();

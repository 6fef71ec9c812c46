/** Runs before office.js in frames of the sandbox: what a real Outlook gives its frames and npm's office.js does not. */
import { ordersIn } from "./frameName.ts";
import { blockStorage } from "./prelude/blockStorage.ts";
import { installBridge } from "./prelude/bridge.ts";
import { forceColours } from "./prelude/forcedColours.ts";
import { installMicrosoftAjax } from "./prelude/microsoftAjax.ts";
import { switchNetwork } from "./prelude/network.ts";
import { addOfficeTheme } from "./prelude/officeTheme.ts";
import { addSeveralSelected } from "./prelude/severalSelected.ts";
import { ageBuild } from "./prelude/version.ts";

installMicrosoftAjax(window);
const orders = window === window.top ? undefined : ordersIn(window.name);
if (orders) {
  if (orders.storage === "blocked") blockStorage(window);
  if (orders.bridge) installBridge(window, orders.hostOrigin);
  switchNetwork(window, orders);
  ageBuild(window, orders);
  addOfficeTheme(window, orders);
  forceColours(window, orders);
  addSeveralSelected(window, orders);
}

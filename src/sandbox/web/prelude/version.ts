/** Makes a running pane one of yesterday: the page on the server names another build, and the parts of this one are gone. */
import type { FrameOrders } from "../frameName.ts";
import { letterIn, type ToPane } from "../sideChannel.ts";

const pageFile = /\/taskpane\.html([?#]|$)/;
const partFile = /\/static\/[^/]+\.js$/;
const anotherBuild = "static/taskpane.fedcba9876543210.js";

const addressOf = (request: RequestInfo | URL, base: string): string =>
  new URL(request instanceof Request ? request.url : request, base).href;

export function ageBuild(target: Window & typeof globalThis, orders: FrameOrders): void {
  let isOlder = orders.version === "older";
  target.addEventListener("message", ({ data, origin }) => {
    const letter = origin === orders.hostOrigin ? letterIn<ToPane>(data) : undefined;
    if (letter?.about === "version") isOlder = letter.version === "older";
  });
  const fetchReally = target.fetch.bind(target);
  target.fetch = async (request, options) => {
    const answer = await fetchReally(request, options);
    if (!isOlder || !pageFile.test(addressOf(request, target.document.baseURI))) return answer;
    const text = (await answer.text()).replace(/static\/taskpane\.[0-9a-f]+\.js/, anotherBuild);
    return new target.Response(text, { status: answer.status });
  };
  // A pane that has started holds what it needed for that; what it asks for later is not there any more.
  const hasStarted = () => (target.document.getElementById("root")?.childElementCount ?? 0) > 0;
  const append = target.Node.prototype.appendChild;
  target.Node.prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
    if (isOlder && node instanceof target.HTMLScriptElement && partFile.test(node.src) && hasStarted())
      node.src = node.src.replace(/\.js$/, ".gone.js");
    return append.call(this, node) as T;
  };
}

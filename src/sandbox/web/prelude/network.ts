/** Takes one frame offline and back: requests fail and the browser says so. */
import type { FrameOrders } from "../frameName.ts";
import { letterIn, type ToPane } from "../sideChannel.ts";

export function switchNetwork(target: Window & typeof globalThis, orders: FrameOrders): void {
  let isOffline = orders.network === "offline";
  const fetchOnline = target.fetch.bind(target);
  target.fetch = (...request) =>
    isOffline ? Promise.reject(new TypeError("Failed to fetch")) : fetchOnline(...request);
  const beaconOnline = target.navigator.sendBeacon.bind(target.navigator);
  target.navigator.sendBeacon = (...request) => !isOffline && beaconOnline(...request);
  const wasOnline = Object.getOwnPropertyDescriptor(Navigator.prototype, "onLine")?.get;
  Object.defineProperty(target.navigator, "onLine", {
    configurable: true,
    get: () => !isOffline && (wasOnline?.call(target.navigator) ?? true),
  });
  target.addEventListener("message", ({ data, origin }) => {
    const letter = origin === orders.hostOrigin ? letterIn<ToPane>(data) : undefined;
    if (letter?.about !== "network" || (letter.network === "offline") === isOffline) return;
    isOffline = letter.network === "offline";
    target.dispatchEvent(new Event(isOffline ? "offline" : "online"));
  });
}

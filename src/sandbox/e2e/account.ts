/** What is needed to find out why a claim never came true: where the focus is, which keys were heard, what was asked and complained of. */
import type { Frame, Page, Request } from "playwright-core";
import { type Faults, noFaults } from "../faults.ts";
import type { SandboxControl } from "../web/control.ts";

interface HeardKey {
  at: number;
  key: string;
  target: string;
  /** Whether somebody took it: what nobody takes is left to the browser. */
  isTaken: boolean;
}

type Scope = Window & { heardKeys?: HeardKey[]; sandbox?: SandboxControl };

/** Runs in each frame, before anything of its own. */
function hearKeys() {
  // A mail in the reading pane.
  if (window.location.href === "about:srcdoc") return;
  const scope = window as Scope;
  const later = window.setTimeout.bind(window);
  const heard: HeardKey[] = [];
  scope.heardKeys = heard;
  const nameOf = (element: EventTarget | null) =>
    element instanceof Element
      ? `${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") ?? element.getAttribute("title") ?? element.textContent ?? "").trim().slice(0, 40)}”`
      : "nothing";
  const hear = (event: KeyboardEvent) => {
    const key: HeardKey = { at: Date.now(), key: event.key, target: nameOf(event.target), isTaken: false };
    heard.push(key);
    if (heard.length > 8) heard.shift();
    later(() => {
      key.isTaken = event.defaultPrevented;
    });
  };
  window.addEventListener("keydown", hear, true);
}

/** Runs in a frame: when it heard a key last, 0 for never. */
export const heardLast = (): number => (window as Scope).heardKeys?.at(-1)?.at ?? 0;

/** Runs in a frame. */
function focusAndKeys(): string {
  const element = document.activeElement;
  const name = (
    element?.getAttribute("aria-label") ??
    element?.getAttribute("title") ??
    element?.textContent ??
    ""
  )
    .trim()
    .slice(0, 60);
  const keys = ((window as Scope).heardKeys ?? []).map(
    ({ at, key, target, isTaken }) =>
      `${key} ${((Date.now() - at) / 1000).toFixed(2)} s ago on ${target}${isTaken ? "" : ", left to the browser"}`,
  );
  const focus = `${element?.tagName.toLowerCase()} “${name}”${document.hasFocus() ? "" : " (has not the focus)"}`;
  return `focus on ${focus}; ${document.visibilityState}; keys: ${keys.join("; ") || "none"}`;
}

/** Runs in Outlook's page. */
function hostState(mended: Faults): string {
  const { sandbox } = window as Scope;
  if (!sandbox) return "no sandbox";
  const { selectedId, severalIds, isPaneOpen, isConsentAsked, faults, messages } = sandbox.state();
  const selected = messages?.find(({ id }) => id === selectedId)?.subject ?? selectedId;
  const calls = sandbox.calls
    .slice(-6)
    .map(({ dispatchId, reply }) => `${dispatchId} ${JSON.stringify(reply).slice(0, 80)}`);
  const broken = Object.entries(faults).filter(([name, fault]) => mended[name as keyof Faults] !== fault);
  const state = { selected, several: severalIds.length, isPaneOpen, isConsentAsked, broken };
  return `${JSON.stringify(state)}; last calls: ${calls.join("; ")}`;
}

const keep = <T>(list: T[], one: T, most: number) => {
  list.push(one);
  if (list.length > most) list.shift();
};

interface Asked {
  at: number;
  request: Request;
  outcome: string;
}

const patienceMs = 3_000;
/** A page that hangs or is gone says so, instead of hanging whoever asks. */
const said = (answer: Promise<string> | undefined): Promise<string> =>
  Promise.race([
    answer ?? Promise.resolve("is not there"),
    new Promise<string>((done) => setTimeout(done, patienceMs, "does not answer").unref()),
  ]).catch((fault: Error) => `cannot be asked: ${fault.message.split("\n")[0]}`);

/** Begins to watch; what it returns tells what was seen, as lines to add to a failure. */
export async function witness(page: Page): Promise<() => Promise<string>> {
  const asked: Asked[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => keep(asked, { at: Date.now(), request, outcome: "no answer yet" }, 16));
  const note = (request: Request, outcome: string) => {
    const one = asked.find((each) => each.request === request);
    if (one) one.outcome = outcome;
  };
  page.on("response", (response) => note(response.request(), String(response.status())));
  page.on("requestfailed", (request) => note(request, request.failure()?.errorText ?? "failed"));
  page.on("pageerror", (fault) => keep(complaints, String(fault), 5));
  page.on("console", (line) => line.type() === "error" && keep(complaints, line.text(), 5));
  await page.addInitScript(hearKeys);
  const paneNow = async (): Promise<Frame | null | undefined> =>
    (await page.$('iframe[title="Concord"]'))?.contentFrame();
  return async () => {
    const now = Date.now();
    const requests = asked.map(({ at, request, outcome }) => {
      const { pathname } = new URL(request.url());
      return `${((now - at) / 1000).toFixed(1)} s ago ${request.method()} ${pathname}: ${outcome}`;
    });
    const inPane = paneNow().then((frame) => frame?.evaluate(focusAndKeys) ?? "is not there");
    return [
      `Outlook: ${await said(page.evaluate(focusAndKeys))}`,
      `Outlook holds: ${await said(page.evaluate(hostState, noFaults))}`,
      `The pane: ${await said(inPane)}`,
      `Complaints: ${complaints.join("; ") || "none"}`,
      `Last requests:\n  ${requests.join("\n  ") || "none"}`,
    ].join("\n");
  };
}

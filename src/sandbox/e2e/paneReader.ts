/** What a person sees in the pane, and the presses they can make: read and pressed in one go, so that nothing changes in between. */
import type { Frame } from "playwright-core";
import { type Outlook, until } from "./outlook.ts";

export interface Seen {
  kind:
    | "empty"
    | "loading"
    | "predicted"
    | "severalFit"
    | "yourCallFirst"
    | "unpredicted"
    | "answered"
    | "colleague"
    | "quiet";
  /** The message the pane speaks of; undefined when it speaks of none. */
  subject: string | undefined;
  sender: string | undefined;
  /** The large words: a category, or the quiet screen's sentence. */
  title: string;
  priority: string;
  /** Category and priority as the verdict's card says them: `Delivery · Normal`. */
  verdict: string;
  /** The card's name: "You confirmed", "Jonas Weber said". */
  by: string;
  choices: string[];
  notice: string;
  status: string;
  /** Everything that can be read in the pane. */
  text: string;
}

/** Runs in the pane. */
function see(): Seen {
  const read = (from: ParentNode | null | undefined, selector: string) =>
    from?.querySelector(selector)?.textContent?.trim() ?? "";
  const main = document.querySelector("main");
  const heading = main?.querySelector("h1");
  const section = main?.querySelector("section[aria-label]");
  const name = section?.getAttribute("aria-label") ?? "";
  // A screen without a message has its title as the page's.
  const title = read(section ?? main, "h2") || read(main, "section > h1");
  const asked: Record<string, Seen["kind"]> = {
    "Several fit": "severalFit",
    "Your call first": "yourCallFirst",
    "No prediction": "unpredicted",
  };
  const kind = (): Seen["kind"] => {
    if (!main) return "empty";
    if (main.querySelector('[aria-label="Reading the message"]')) return "loading";
    if (name === "Prediction") return asked[title] ?? "predicted";
    if (name.startsWith("You ")) return "answered";
    if (/ (said|was not sure)$/.test(name)) return "colleague";
    return title ? "quiet" : "empty";
  };
  // The model's stands below its category with a certainty of its own, a person's beside it.
  const mark =
    kind() === "predicted"
      ? section?.lastElementChild?.firstElementChild
      : section?.querySelector("h2")?.nextElementSibling;
  const priority = mark?.textContent?.trim() ?? "";
  return {
    kind: kind(),
    subject: heading?.getAttribute("title") ?? undefined,
    sender: heading?.nextElementSibling?.querySelector("bdi")?.textContent ?? undefined,
    title,
    priority,
    verdict: priority ? `${title} · ${priority}` : title,
    by: name,
    choices: [...(main?.querySelectorAll('[aria-label="What is right?"] button') ?? [])].map(
      (button) => button.firstElementChild?.textContent?.trim() ?? "",
    ),
    notice: read(document, "[role=status]"),
    status: read(document, "footer > :last-child"),
    text: read(document, "#root"),
  };
}

export type Press =
  /** A button by its words. */
  | { button: string }
  /** A choice of the row, from 0. */
  | { choice: number }
  | { priority: string }
  /** An entry of the opened list, from 0. */
  | { listed: number }
  | { key: string };

/** What was pressed and what the pane showed right before and right after. */
export interface Pressed {
  before: Seen;
  after: Seen;
  /** The words on what was pressed; undefined when there was nothing to press. */
  words: string | undefined;
}

/** Runs in the pane; `seeing` is the source of `see`, since a function cannot be passed. */
async function pressThere({ seeing, press }: { seeing: string; press: Press }): Promise<Pressed> {
  const look = new Function(`return (${seeing})()`) as () => Seen;
  const before = look();
  const main = document.querySelector("main");
  const labelOf = (element: Element | undefined) => element?.firstElementChild?.textContent ?? "";
  const target = (): HTMLElement | undefined => {
    if ("choice" in press)
      return [...(main?.querySelectorAll<HTMLElement>('[aria-label="What is right?"] button') ?? [])][
        press.choice
      ];
    if ("priority" in press)
      return main?.querySelector<HTMLElement>(`input[value="${press.priority}"]`) ?? undefined;
    if ("listed" in press)
      return [...(main?.querySelectorAll<HTMLElement>("section ul button") ?? [])][press.listed];
    if ("button" in press)
      return [...document.querySelectorAll<HTMLElement>("button, a, [role=tab]")].find((one) =>
        (one.getAttribute("aria-label") ?? one.textContent ?? "").trim().startsWith(press.button),
      );
    return document.body;
  };
  const element = target();
  if (element && "key" in press)
    document.dispatchEvent(new KeyboardEvent("keydown", { key: press.key, bubbles: true, cancelable: true }));
  else element?.click();
  // React draws within microtasks; a longer wait would let another message in between press and look.
  for (let turn = 0; turn < 10; turn++) await null;
  const words = "listed" in press ? element?.firstChild?.textContent : labelOf(element);
  return { before, after: look(), words: element ? (words ?? "").trim() : undefined };
}

export interface Pane {
  see(): Promise<Seen>;
  press(press: Press): Promise<Pressed>;
  /** Presses, and fails when there was nothing to press. */
  mustPress(press: Press): Promise<Pressed>;
  until(claim: (seen: Seen) => boolean, what: string, patienceMs?: number): Promise<Seen>;
  /** Selects a message and waits until the pane speaks of it and has come to rest. */
  open(message: { internetMessageId: string; subject: string }, patienceMs?: number): Promise<Seen>;
  /** Nothing waits to be sent. */
  drained(patienceMs?: number): Promise<void>;
  frame(): Promise<Frame>;
}

const nothing: Seen = {
  kind: "empty",
  subject: undefined,
  sender: undefined,
  title: "",
  priority: "",
  verdict: "",
  by: "",
  choices: [],
  notice: "",
  status: "",
  text: "",
};

export const subjectShown = (subject: string) => subject || "(no subject)";
export const isAtRest = ({ kind }: Seen) => kind !== "loading" && kind !== "empty";

/** The pane in an Outlook; its frame is looked up each time, since a fault or a reload makes a new one. */
export function readPane(outlook: Outlook): Pane {
  /** While the frame is being replaced there is nothing to see. */
  const inFrame = async <T>(work: (frame: Frame) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work(await outlook.pane());
    } catch (fault) {
      if (/detached|destroyed|navigat|Cannot find context/i.test(String(fault))) return otherwise;
      throw fault;
    }
  };
  const press = (one: Press) =>
    inFrame<Pressed>((frame) => pressIn(frame, one), { before: nothing, after: nothing, words: undefined });
  const pane: Pane = {
    see: () => inFrame((frame) => frame.evaluate(see), nothing),
    press,
    async mustPress(one) {
      const pressed = await press(one);
      if (pressed.words === undefined)
        throw new Error(`There is no ${JSON.stringify(one)} in:\n${pressed.before.text}`);
      return pressed;
    },
    async until(claim, what, patienceMs = 60_000) {
      let seen = nothing;
      const holds = async () => {
        seen = await pane.see();
        return claim(seen);
      };
      await until(holds, what, patienceMs).catch(async (fault: Error) => {
        const { kind, notice, status, text } = seen;
        const shown = `The pane shows (${kind}, notice “${notice}”, status “${status}”): ${text}`;
        throw new Error(`${fault.message} ${shown}\n${await outlook.account()}`);
      });
      return seen;
    },
    async open({ internetMessageId, subject }, patienceMs) {
      await outlook.select(internetMessageId);
      return pane.until(
        (seen) => isAtRest(seen) && seen.subject === subjectShown(subject),
        `the pane speaks of "${subject}"`,
        patienceMs,
      );
    },
    async drained(patienceMs = 60_000) {
      await pane.until(
        ({ kind, status }) =>
          kind !== "empty" && !/Saving|waiting|Saved on this computer|leave the pane open/.test(status),
        "everything was sent",
        patienceMs,
      );
    },
    frame: outlook.pane,
  };
  return pane;
}

const pressIn = (frame: Frame, press: Press) => frame.evaluate(pressThere, { seeing: see.toString(), press });

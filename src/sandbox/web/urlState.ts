/** What the address of the sandbox says: who opens Outlook, how it looks, and what goes wrong. */
import { type Faults, faultsAsText, faultsFrom } from "../faults.ts";
import type { Role } from "../personas.ts";
import { type ThemeName, themeNames } from "./host/theme.ts";
import { type Language, languages } from "./words.ts";

export interface UrlState {
  persona: string;
  /** Absent: the mailbox the person sees first. */
  mailbox?: string;
  /** A message id or internet message id to open. */
  message?: string;
  theme: ThemeName;
  language: Language;
  /** Dressed: office.js from here. Shipped: the page as it ships, with the CDN's script tag. Or where one is deployed. */
  pane: "dressed" | "shipped" | `https://${string}`;
  paneWidth: number;
  faults: Faults;
  isPanelOpen: boolean;
  /** The guided story that is told, and its step, from 0. */
  story?: StoryPlace | undefined;
}

export interface StoryPlace {
  role: Role;
  at: number;
}

const roles = ["staff", "lead", "admin"] as const satisfies readonly Role[];

/** `lead.3` → the fourth step of the lead's story. */
function storyFrom(text: string | null): StoryPlace | undefined {
  const [name, at] = (text ?? "").split(".");
  const role = roles.find((one) => one === name);
  return role && { role, at: Math.max(0, Math.trunc(Number(at)) || 0) };
}

export const paneWidths = { least: 320, usual: 350, most: 600 } as const;

export const clampWidth = (width: number): number =>
  Number.isFinite(width) && width > 0
    ? Math.round(Math.min(paneWidths.most, Math.max(paneWidths.least, width)))
    : paneWidths.usual;

const oneOf = <Value extends string>(values: readonly Value[], value: string | null, usual: Value): Value =>
  values.find((each) => each === value) ?? usual;

function paneIn(text: string | null): UrlState["pane"] {
  if (text?.startsWith("https://") && URL.canParse(text)) return new URL(text).origin as `https://${string}`;
  return oneOf(["dressed", "shipped"], text, "dressed");
}

export function urlStateFrom(search: string): UrlState {
  const query = new URLSearchParams(search);
  const mailbox = query.get("mailbox");
  const message = query.get("message");
  return {
    persona: query.get("persona") ?? "amara",
    ...(mailbox ? { mailbox } : {}),
    ...(message ? { message } : {}),
    theme: oneOf(themeNames, query.get("theme"), "light"),
    language: oneOf(languages, query.get("language"), "en-US"),
    pane: paneIn(query.get("pane")),
    paneWidth: clampWidth(Number(query.get("width") ?? Number.NaN)),
    faults: faultsFrom(query.get("faults")),
    isPanelOpen: query.get("panel") === "open",
    story: storyFrom(query.get("story")),
  };
}

/** The address to show for a state, so that a reload and a link bring it back. */
export function searchOf(state: UrlState): string {
  const query = new URLSearchParams({ persona: state.persona });
  if (state.mailbox) query.set("mailbox", state.mailbox);
  if (state.theme !== "light") query.set("theme", state.theme);
  if (state.language !== "en-US") query.set("language", state.language);
  if (state.pane !== "dressed") query.set("pane", state.pane);
  if (state.paneWidth !== paneWidths.usual) query.set("width", String(state.paneWidth));
  const faults = faultsAsText(state.faults);
  if (faults) query.set("faults", faults);
  if (state.isPanelOpen) query.set("panel", "open");
  if (state.story) query.set("story", `${state.story.role}.${state.story.at}`);
  return `?${query}`;
}

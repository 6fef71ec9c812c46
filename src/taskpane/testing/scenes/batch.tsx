/** Several selected messages: being read, in groups, confirmed, and where they cannot be put together. */
import { makeStore } from "../../store.ts";
import type { Screen } from "../../triage/state.ts";
import { type BatchStage, batchStage, itemsOf, type SelectedSample } from "../batchParts.ts";
import { PanePicture } from "../panePicture.tsx";
import { me, screens, service } from "../samples.ts";
import type { Scene } from "./scene.ts";

const staff = { ...me, departments: [{ ...service, role: "staff" as const }] };
const text =
  "Good morning, the amount on the invoice is wrong: we agreed on ten percent less. Please send a corrected one this week.";

const invoices: readonly SelectedSample[] = [
  { subject: "Invoice 4711 wrong amount", sender: "Dana Whitfield", text, says: ["billing", 0.96] },
  {
    subject: "AW: Rechnung 2026-11-3307: bitte Anschrift korrigieren",
    sender: "Walter Fink",
    text,
    says: ["billing", 0.91],
  },
  { subject: "Charged twice", sender: "Élodie Marchand", text, says: ["billing", 0.99] },
  {
    subject: "Rechnungskorrekturvereinbarungsbestätigung",
    sender: "Acme GmbH",
    text,
    says: ["billing", 0.88],
  },
];
const mixed: readonly SelectedSample[] = [
  ...invoices,
  { subject: "Third time I am writing", sender: "Marta Iglesias", text, says: ["complaint", 0.9] },
  { subject: "", sender: "Tom", text },
  { subject: "Team meeting", other: true },
];

const scene = (
  name: string,
  samples: readonly SelectedSample[],
  until: string,
  more: { press?: readonly string[]; change?: (stage: BatchStage) => void } = {},
): Scene => ({
  name,
  draw: ({ words, theme }) => {
    const stage = batchStage(samples);
    more.change?.(stage);
    return (
      <PanePicture
        state={{ generation: 1, fingerprint: "", screen: screens["nothing selected"] as Screen }}
        me={staff}
        words={words}
        theme={theme}
        parts={{ selected: makeStore(itemsOf(samples)), batch: stage.parts }}
      />
    );
  },
  until,
  ...(more.press ? { press: more.press } : {}),
});

const confirm = "main button[aria-describedby]";
/** The two drawn ones come first. */
const open = (place: number) => `main ul:first-of-type li:nth-child(${place}) > :first-child > button`;
const never = new Promise<void>(() => {});

export const batch: readonly Scene[] = [
  scene("being read", mixed, "main h1 ~ [role=progressbar]", {
    change: (stage) => {
      stage.gate.opened = never;
    },
  }),
  scene("groups", mixed, confirm),
  scene("one opened", invoices, "main li p[dir]", { press: [open(1)] }),
  scene("ready to confirm", invoices, "main button[aria-expanded=false]", {
    press: [open(1), open(1), open(2), open(2)],
  }),
  scene("confirmed", invoices, "main section[tabindex]", { press: [open(1), open(2), confirm] }),
  scene(
    "subjects only",
    invoices.map(({ text: _, ...one }) => one),
    confirm,
  ),
  scene("nothing together", mixed.slice(3), "main section"),
  scene("not reached", invoices, "main section button", {
    change: (stage) => {
      stage.failure = { code: "api_unreachable" };
    },
  }),
];

/** The triage room: every state of the screen, and what unfolds around it. */
import { Frame } from "../../Frame.tsx";
import { LazyPart, partOf } from "../../LazyPart.tsx";
import type { Entry } from "../../outbox/outboxEntry.ts";
import { makeStore } from "../../store.ts";
import type { Screen } from "../../triage/state.ts";
import { PanePicture, type Picture } from "../panePicture.tsx";
import { invoice, me, now, type ScreenName, screenNames, screens, service } from "../samples.ts";
import type { Scene } from "./scene.ts";

const staff = { ...me, departments: [{ ...service, role: "staff" as const }] };

const of =
  (name: ScreenName, more: Partial<Picture> = {}): Scene["draw"] =>
  ({ words, theme }) => (
    <PanePicture
      state={{ generation: 1, fingerprint: "invoice", screen: screens[name] as Screen }}
      me={staff}
      words={words}
      theme={theme}
      {...more}
    />
  );

const noticed = (notice: NonNullable<Picture["state"]["notice"]>): Partial<Picture> => ({
  state: { generation: 1, fingerprint: "invoice", screen: screens.predicted as Screen, notice },
});

const notThere = partOf<object>(() => Promise.reject(new Error("a part of an older build")));

const foot = (place: number) => `footer > :last-child > :last-child > button:nth-last-of-type(${place})`;
const refused: Entry = {
  id: "01932f5e-7c00-7000-8000-0123456789ff",
  order: "1",
  lane: "l",
  predictionId: "p",
  departmentId: service.id,
  tries: 1,
  notBefore: 0,
  refused: "category_unknown",
  delivery: {
    kind: "verdict",
    request: {
      feedbackId: "01932f5e-7c00-7000-8000-0123456789ff",
      messageRef: "r".repeat(43),
      verdict: { kind: "holds", category: "billing", priority: "high" },
      presses: 1,
      handlingMs: 1,
      decidedAt: now - 600_000,
    },
  },
};

const answered = screens.corrected as Extract<Screen, { kind: "answered" }>;
const justAnswered: Partial<Picture> = {
  state: {
    generation: 1,
    fingerprint: "invoice",
    screen: {
      ...answered,
      given: {
        ...answered.given,
        wording: {
          presses: 1,
          handlingMs: 900,
          at: 1,
          reason: "wrongTopic",
          note: "Credit note, not an invoice.",
        },
      },
    },
  },
};

const longest = {
  ...invoice,
  subject:
    "AW: WG: Re: Rückfrage zur Rechnungsnummer 4711/2026-A wegen des vertraglich vereinbarten Nachlasses",
  senderName: "Wolfgang-Maximilian von Hohenstein-Schwarzenfels (Einkauf, Niederlassung Süd)",
};
const predictedScreen = screens.predicted as Extract<Screen, { kind: "predicted" }>;
const long: Partial<Picture> = {
  state: {
    generation: 1,
    fingerprint: "invoice",
    screen: {
      ...predictedScreen,
      question: { ...predictedScreen.question, message: longest },
      evidence: [
        "Rechnungsnummer",
        "vertraglich vereinbarten Nachlasses",
        "Donaudampfschifffahrtsgesellschaft",
        "4711/2026-A",
      ],
    },
  },
};

export const triage: readonly Scene[] = [
  ...screenNames.map((name): Scene => ({ name, draw: of(name, { isOnline: name !== "offline" }) })),
  { name: "lead's tabs", draw: of("predicted", { me }) },
  { name: "long words", draw: of("predicted", long) },
  { name: "first steps", draw: of("predicted", { settings: { stepsRead: 0 } }) },
  { name: "pin hint", draw: of("answered", { settings: { isPinKnown: false }, hasSaved: true }) },
  {
    name: "newer version",
    draw: of("answered", { parts: { newer: makeStore(true) } }),
  },
  {
    name: "part not loaded",
    draw: ({ words, theme }) => (
      <Frame theme={theme} words={words}>
        <main>
          <LazyPart part={notThere} props={{}} onLeave={() => {}} />
        </main>
      </Frame>
    ),
    until: "section h1",
  },
  { name: "saved, next message", draw: of("predicted", { hasSaved: true }) },
  { name: "moved on", draw: of("predicted", noticed({ kind: "movedOn" })) },
  {
    name: "refused",
    draw: of("predicted", noticed({ kind: "refused", failure: { code: "category_unknown" } })),
  },
  {
    name: "waiting to be sent",
    draw: of("offline", { isOnline: false, status: { waiting: 3, failure: { code: "offline" } } }),
  },
  {
    name: "sign in to send",
    draw: of("answered", {
      status: { waiting: 1, failure: { code: "sign_in_needed" } },
      signInDue: { code: "sign_in_needed" },
    }),
  },
  { name: "nothing can be kept", draw: of("predicted", { status: { waiting: 1, isDurable: false } }) },
  { name: "all choices", draw: of("predicted"), press: ["[aria-keyshortcuts='M']"] },
  {
    name: "other department",
    draw: of("predicted"),
    press: ["main button[aria-expanded]:not([aria-keyshortcuts])"],
  },
  { name: "reason and note", draw: of("predicted"), press: ["summary"] },
  { name: "note after the verdict", draw: of("corrected", justAnswered) },
  { name: "last verdicts", draw: of("predicted"), press: [foot(3)] },
  { name: "keys", draw: of("predicted"), press: [foot(2)] },
  {
    name: "not stored",
    draw: of("predicted", { status: { refused: [refused] } }),
    press: ["footer button[aria-expanded]"],
  },
  {
    name: "a review is open",
    draw: of("predicted", {
      me: { ...me, departments: [{ ...service, role: "lead", reviewOpen: true }], roles: ["lead", "admin"] },
    }),
  },
  { name: "settings", draw: of("predicted", { me }), press: [foot(1)], until: "select" },
];

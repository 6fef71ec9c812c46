/** The real pane around a fixed state: for component tests and for pictures of every screen. */
import type { Theme } from "../../outlook/theme.ts";
import type { Me } from "../../triage/department.ts";
import type { Failure } from "../../triage/failure.ts";
import { App, type AppParts } from "../App.tsx";
import { failed } from "../apiAnswer.ts";
import { en } from "../locales/en.ts";
import type { OutboxStatus } from "../outbox/outbox.ts";
import { defaultSettings, type Settings } from "../settings/settings.ts";
import { makeStore, type Store } from "../store.ts";
import type { Desk } from "../triage/desk.ts";
import type { TriageState } from "../triage/state.ts";
import { type Words, wordsOf } from "../words.tsx";
import { invoice, now, me as sampleMe } from "./samples.ts";

export interface Picture {
  state: TriageState;
  words?: Words;
  theme?: Theme;
  me?: Me | undefined;
  status?: Partial<OutboxStatus>;
  isOnline?: boolean;
  hasSaved?: boolean;
  signInDue?: Failure;
  settings?: Partial<Settings>;
  desk?: Partial<Desk>;
  parts?: Partial<AppParts>;
}

const never = () => () => {};
const idle: OutboxStatus = { waiting: 0, isSending: false, isDurable: true, refused: [] };

export function partsOf(picture: Picture): AppParts {
  const { state, words = wordsOf("en", en), theme = "light", me = sampleMe } = picture;
  const status = { ...idle, ...picture.status };
  const desk: Desk = {
    state: () => state,
    subscribe: never,
    choose() {},
    unsure() {},
    move() {},
    moveBack() {},
    fetchBack() {},
    note() {},
    annotate() {},
    looked() {},
    reconsider() {},
    undo() {},
    reopen() {},
    retry() {},
    lookAgain() {},
    heardOf() {},
    dismiss() {},
    subjectOf: (id) => (id === sampleMe.recent[0]?.predictionId ? invoice.subject : undefined),
    follow() {},
    ...picture.desk,
  };
  return {
    api: { ask: async () => failed({ code: "not_found" }) } as unknown as AppParts["api"],
    outbox: {
      status: () => status,
      subscribe: never,
      hurry: async () => {},
      dismiss: async () => {},
    } as unknown as AppParts["outbox"],
    profile: {
      peek: () => me,
      subscribe: never,
      refresh: async () => ({ ok: true, value: me }),
      choose: async () => ({ ok: true, value: me }),
    } as unknown as AppParts["profile"],
    now: () => now,
    newId: () => "0193a5d2-0000-7000-8000-000000000000",
    desk,
    selected: makeStore<AppParts["selected"] extends Store<infer T> ? T : never>([]),
    batch: {} as AppParts["batch"],
    recents: { last: (known) => known, newest: () => (picture.hasSaved ? me.recent[0] : undefined) },
    settings: makeStore({ ...defaultSettings, ...picture.settings }),
    theme: makeStore(theme),
    words: makeStore(words),
    online: makeStore(picture.isOnline ?? true),
    signInDue: makeStore(picture.signInDue),
    buildId: "0123abcd",
    newer: makeStore(false),
    diagnostics: () => "build: 0123abcd\nhost: OutlookWebApp 16.01",
    loadSummary: async () => ({ ok: false, failure: { code: "not_found" } }),
    signIn: async () => undefined,
    copy: async () => true,
    reload() {},
    ...picture.parts,
  };
}

export const PanePicture = (picture: Picture) => <App parts={partsOf(picture)} />;

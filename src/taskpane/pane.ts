/** The parts of the running pane, wired once: doors to Outlook, session, API, outbox, desk. */
import { v7 } from "uuid";
import { type Mailbox, openMailbox } from "../outlook/mailbox.ts";
import { digestOf, messageRefOf } from "../outlook/messageRef.ts";
import type { OfficeGlobal } from "../outlook/office.ts";
import { watchAccount } from "../outlook/otherAccount.ts";
import { bridgeIn, loadMsal, openSession, type Session } from "../outlook/session.ts";
import { makeTroubles, type Troubles } from "../outlook/troubles.ts";
import { surroundingsOf } from "../outlook/watch.ts";
import type { PaneConfig } from "../triage/paneConfig.ts";
import { type ApiClient, type ApiParts, fetchPaneConfig, makeApiClient } from "./apiClient.ts";
import { type Elsewhere, openElsewhere } from "./elsewhere.ts";
import { type OfflineModel, openOfflineModel } from "./offline/offlineModel.ts";
import { type Outbox, openOutbox } from "./outbox/outbox.ts";
import { openOutboxStore } from "./outbox/outboxStore.ts";
import { type OwedLabels, openOwedLabels } from "./outbox/owedLabels.ts";
import { openProfile, type Profile } from "./profile/profile.ts";
import { openProfileStore } from "./profile/profileStore.ts";
import { makeReader, type Reader, readHere, type WorkerLike } from "./reading/reader.ts";

export interface Doors {
  mailbox: Mailbox;
  troubles: Troubles;
  session: Session;
  api: ApiClient;
  profile: Profile;
  outbox: Outbox;
  offline: OfflineModel;
  owed: OwedLabels;
  elsewhere: Elsewhere;
  reader: Reader;
  refOf: typeof refOf;
  digest: typeof digest;
  now: () => number;
  newId: () => string;
}

const digest = (text: string) => digestOf(text, crypto);
const refOf = (mailbox: string, message: Parameters<typeof messageRefOf>[1]) =>
  messageRefOf(mailbox, message, crypto);

/** Fetches what is always needed next while Outlook is still getting ready; who fails is asked for again. */
export function fetchAhead(): void {
  loadMsal().catch(() => undefined);
  conforms().catch(() => undefined);
  aheadConfig = fetchPaneConfig(reach());
}

let aheadConfig: ReturnType<typeof fetchPaneConfig> | undefined;

async function paneConfig(): Promise<PaneConfig> {
  const ahead = aheadConfig;
  aheadConfig = undefined;
  const early = await ahead;
  const answer = early?.ok ? early : await fetchPaneConfig(reach());
  if (answer.ok) return answer.value;
  throw new TypeError("The settings of the pane could not be read.");
}

const reach = () => ({ fetch: fetch.bind(window), isOnline: () => navigator.onLine, conforms });

/** What the pane and the commands without a pane share. */
export async function openDoors(
  office: OfficeGlobal,
  startWorker?: () => WorkerLike,
  onSignIn?: ApiParts["onSignIn"],
): Promise<Doors> {
  const now = () => Date.now();
  const newId = () => v7();
  const troubles = makeTroubles();
  const mailbox = openMailbox(office, surroundingsOf(window), troubles);
  const session = openSession({
    office,
    config: paneConfig,
    loadMsal,
    loginHint: mailbox.ownAddress,
    hasBridge: bridgeIn(window),
    other: watchAccount({ mailbox: mailbox.ownAddress, storage: () => window.localStorage, crypto }),
    origin: window.location.origin,
    now,
    nonce: () => crypto.randomUUID(),
  });
  const api = makeApiClient({ ...reach(), token: session.token, ...(onSignIn ? { onSignIn } : {}) });
  const person = (await digest(`person\n${mailbox.ownAddress}`)).slice(0, 16);
  const [outboxStore, profileStore] = await Promise.all([
    openOutboxStore(person),
    openProfileStore(person, office.context.partitionKey),
  ]);
  const profile = openProfile({
    api,
    store: profileStore,
    digest,
    isMe: async (value) => (await conforms())("Me", value),
    now,
  });
  // Whoever opens the pane needs it, whatever is selected.
  void profile.atHand();
  const outbox = await openOutbox({
    store: outboxStore,
    api,
    now,
    random: Math.random,
    newId,
    alone: aloneIn(navigator.locks, `concord-outbox-${person}`),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  const elsewhere = openElsewhere(
    typeof BroadcastChannel === "undefined" ? undefined : () => new BroadcastChannel(`concord-${person}`),
  );
  outbox.listen({ onDelivered: ({ lane }) => elsewhere.tell(lane), onRefused() {} });
  return {
    elsewhere,
    mailbox,
    troubles,
    session,
    api,
    profile,
    outbox,
    owed: openOwedLabels(person, () => window.localStorage),
    offline: openOfflineModel({
      api,
      store: async () => (await import("./offline/offlineStore.ts")).openOfflineStore(person),
      reader: () => import("./offline/readModel.ts"),
      now,
    }),
    reader: startWorker ? makeReader(startWorker) : readHere,
    refOf,
    digest,
    now,
    newId,
  };
}

const conforms = async () => (await import("./answers.ts")).conforms;

/** Where the browser keeps nothing for a frame of another site, it refuses locks too; then the ids alone keep order. */
const aloneIn =
  (locks: LockManager | undefined, name: string) =>
  async <T>(work: () => Promise<T>): Promise<T> => {
    if (!locks) return work();
    let isBegun = false;
    const begun = () => {
      isBegun = true;
      return work();
    };
    try {
      return (await locks.request(name, begun)) as T;
    } catch (fault) {
      if (isBegun) throw fault;
      return work();
    }
  };

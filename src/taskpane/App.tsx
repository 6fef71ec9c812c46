/** The running pane: what the desk, the outbox and the settings say, drawn; what a person presses, handed back. */
import { useMemo, useState } from "react";
import type { SelectedItemDetails } from "../outlook/office.ts";
import type { Theme } from "../outlook/theme.ts";
import type { Failure } from "../triage/failure.ts";
import type { Summary, SummaryQuery } from "../triage/summary.ts";
import type { LeadTo } from "./admin/AdminRoom.tsx";
import type { ApiAnswer } from "./apiAnswer.ts";
import type { BatchParts } from "./batch/batch.ts";
import type { Start } from "./department/DepartmentRoom.tsx";
import { Frame } from "./Frame.tsx";
import { AdminRoom, DepartmentRoom, SettingsScreen } from "./lazyScreens.tsx";
import type { Recents } from "./outbox/recents.ts";
import { PaneTabs, type Place } from "./PaneTabs.tsx";
import type { Doors } from "./pane.ts";
import { readableBy } from "./profile/departmentOf.ts";
import { StartAnew } from "./Safe.tsx";
import type { Settings } from "./settings/settings.ts";
import { type Store, useStore } from "./store.ts";
import type { Desk } from "./triage/desk.ts";
import { SignInBar } from "./triage/SignIn.tsx";
import { TriageTab } from "./triage/TriageTab.tsx";
import type { Words } from "./words.tsx";

export interface AppParts extends Pick<Doors, "api" | "outbox" | "profile" | "now" | "newId"> {
  desk: Desk;
  /** Two or more messages that are selected together, where this Outlook tells. */
  selected: Store<readonly SelectedItemDetails[]>;
  batch: BatchParts;
  recents: Recents;
  settings: Store<Settings>;
  theme: Store<Theme>;
  words: Store<Words>;
  online: Store<boolean>;
  /** Why something waits for a person to sign in. */
  signInDue: Store<Failure | undefined>;
  buildId: string;
  /** A newer build of the pane lies on the server. */
  newer: Pick<Store<boolean>, "get" | "subscribe">;
  diagnostics(): string;
  loadSummary(departmentId: string, query: SummaryQuery): Promise<ApiAnswer<Summary>>;
  signIn(): Promise<Failure | undefined>;
  copy(text: string): Promise<boolean>;
  /** Asks Outlook to open another message. */
  openMessage?(itemId: string): Promise<boolean>;
  /** Starts the pane anew: Outlook then says afresh what is open. */
  reload(): void;
}

export function App({ parts }: { parts: AppParts }) {
  const [place, setPlace] = useState<Place>("triage");
  const [start, setStart] = useState<Start>();
  const [isSetting, setSetting] = useState(false);
  const theme = useStore(parts.theme, parts.theme.get);
  const words = useStore(parts.words, parts.words.get);
  const settings = useStore(parts.settings, parts.settings.get);
  const me = useStore(parts.profile, parts.profile.peek);
  const readable = me ? readableBy(me) : [];
  const places: Place[] = [
    "triage",
    ...(readable.length > 0 ? (["department"] as const) : []),
    ...(me?.roles.includes("admin") ? (["admin"] as const) : []),
  ];
  const here = places.includes(place) ? place : "triage";
  const room = useMemo(
    () => ({
      api: parts.api,
      load: parts.loadSummary,
      copy: parts.copy,
      now: parts.now,
      openMessage: parts.openMessage,
      subjectOf: parts.desk.subjectOf,
      onReview: () => void parts.profile.refresh(),
    }),
    [parts],
  );
  const isReviewOpen = me?.departments.some((department) => department.reviewOpen) ?? false;
  const goTo = (next: Place) => {
    // Somebody else may have opened or closed a review meanwhile.
    if (here === "department" && next !== here) void parts.profile.refresh();
    setPlace(next);
    setStart(undefined);
  };
  const leadTo = (department: string): LeadTo | undefined =>
    readable.some(({ id, role }) => id === department && role !== "staff")
      ? (page, landing) => {
          setPlace("department");
          setStart({ department, page, landing });
        }
      : undefined;
  const chooseDepartment = (id: string) => void parts.profile.choose(id).then(() => parts.desk.reopen());
  // What waits and is kept nowhere would be lost by it, and offline there is nothing to start from.
  const startAnew = () => {
    const { waiting, isDurable } = parts.outbox.status();
    if ((waiting === 0 || isDurable) && parts.online.get()) parts.reload();
  };
  return (
    <StartAnew value={startAnew}>
      <Frame theme={theme} words={words}>
        {isSetting ? (
          <>
            <SignInDue parts={parts} isTriage={false} />
            <SettingsScreen
              settings={settings}
              me={me}
              diagnostics={parts.diagnostics()}
              buildId={parts.buildId}
              onChange={parts.settings.set}
              onDepartment={chooseDepartment}
              onCopy={parts.copy}
              onBack={() => setSetting(false)}
            />
          </>
        ) : (
          <>
            <PaneTabs places={places} place={here} isReviewOpen={isReviewOpen} onPlace={goTo} />
            <SignInDue parts={parts} isTriage={here === "triage"} />
            {here === "triage" && (
              <TriageTab
                parts={parts}
                me={me}
                onDepartment={chooseDepartment}
                onSettings={() => setSetting(true)}
              />
            )}
            {here === "department" && (
              <main>
                <DepartmentRoom departments={readable} parts={room} start={start} />
              </main>
            )}
            {here === "admin" && (
              <main>
                <AdminRoom parts={{ ...parts, leadTo }} />
              </main>
            )}
          </>
        )}
      </Frame>
    </StartAnew>
  );
}

/** Offered at once, wherever the person is; the triage screen asks by itself when it shows nothing without. */
function SignInDue({ parts, isTriage }: { parts: AppParts; isTriage: boolean }) {
  const { desk, selected } = parts;
  const due = useStore(parts.signInDue, parts.signInDue.get);
  const { screen } = useStore(desk, desk.state);
  const isSeveral = useStore(selected, selected.get).length > 1;
  const asksItself = isTriage && !isSeveral && (screen.kind === "signInNeeded" || screen.kind === "loading");
  return due && !asksItself ? <SignInBar failure={due} onSignIn={parts.signIn} /> : null;
}

/** Starts the pane: waits for Outlook, wires the parts, draws. */
import { createRoot } from "react-dom/client";
import { type OfficeGlobal, officeOf } from "../outlook/office.ts";
import { openSeveral } from "../outlook/several.ts";
import { openTheme, themeFrom } from "../outlook/theme.ts";
import { surroundingsOf } from "../outlook/watch.ts";
import type { Failure } from "../triage/failure.ts";
import { App, type AppParts } from "./App.tsx";
import { watchSelected } from "./batch/watchSelected.ts";
import { openComeBack } from "./comeBack.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { languageFrom, loadTexts } from "./locales/catalogue.ts";
import { openNewer, ownScript } from "./newer.ts";
import { watchRecents } from "./outbox/recents.ts";
import { fetchAhead, openDoors } from "./pane.ts";
import { whenPinned } from "./pinSeen.ts";
import type { WorkerLike } from "./reading/reader.ts";
import { keepSettings, readSettings, type Settings } from "./settings/settings.ts";
import { makeStore } from "./store.ts";
import { openDesk } from "./triage/desk.ts";
import { wordsOf } from "./words.tsx";

const storage = () => window.localStorage;
const startWorker = () => new Worker(new URL("./reading/worker.ts", import.meta.url)) as WorkerLike;
/** Nobody can foresee which members of a group are to be opened. */
const randomShare = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

const languagesOf = (wanted: Settings["language"], outlooks?: string) =>
  wanted === "auto" ? [outlooks, ...navigator.languages] : [wanted];

async function start(office: OfficeGlobal): Promise<void> {
  fetchAhead();
  const settings = makeStore(readSettings(storage));
  // Outlook's language is known when Outlook is ready; most often it is the browser's.
  void loadTexts(languageFrom(languagesOf(settings.get().language)));
  await office.onReady();
  const themes = openTheme(office, window.matchMedia?.("(prefers-color-scheme: dark)"));
  const themeNow = () => themeFrom(settings.get().theme, themes.background(), themes.prefersDark());
  const theme = makeStore(themeNow());
  const wordsNow = async () => {
    const language = languageFrom(languagesOf(settings.get().language, office.context.displayLanguage));
    return wordsOf(language, await loadTexts(language));
  };
  const signInDue = makeStore<Failure | undefined>(undefined);
  const [firstWords, doors] = await Promise.all([wordsNow(), openDoors(office, startWorker, signInDue.set)]);
  const words = makeStore(firstWords);
  const online = makeStore(navigator.onLine);
  const desk = openDesk(doors);
  const several = openSeveral(office);
  const { selected, look } = watchSelected(several);
  const { api, outbox, profile, mailbox, session, now, newId } = doors;

  settings.subscribe(() => {
    keepSettings(storage, settings.get());
    theme.set(themeNow());
    void wordsNow().then(words.set);
  });
  themes.onChange(() => theme.set(themeNow()));
  const surroundings = surroundingsOf(window);
  const comeBack = openComeBack({
    desk,
    outbox,
    profile,
    now,
    isVisible: surroundings.isVisible,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  surroundings.onReturn(comeBack.seen);
  const newer = openNewer({
    page: async () => (await fetch("taskpane.html", { cache: "no-cache" })).text(),
    own: ownScript(document),
    now,
  });
  surroundings.onReturn(() => void newer.look());
  const onLine = () => {
    online.set(navigator.onLine);
    if (navigator.onLine) comeBack.online();
  };
  whenPinned(desk, () => settings.set({ ...settings.get(), isPinKnown: true }));
  doors.elsewhere.onTold((lane) => void outbox.hurry().then(() => desk.heardOf(lane)));
  window.addEventListener("online", onLine);
  window.addEventListener("offline", onLine);

  const parts: AppParts = {
    api,
    outbox,
    profile,
    now,
    newId,
    desk,
    selected,
    batch: { ...doors, several, random: randomShare },
    recents: watchRecents(outbox),
    settings,
    theme,
    words,
    online,
    signInDue,
    buildId: BUILD_ID,
    newer,
    diagnostics: () =>
      diagnosticsOf({
        office,
        outbox,
        desk,
        troubles: doors.troubles,
        buildId: BUILD_ID,
        language: words.get().language,
        theme: theme.get(),
      }),
    loadSummary: api.summary,
    reload: () => location.reload(),
    signIn: async () => {
      const answer = await session.token("press");
      if (!answer.ok) return answer.failure;
      signInDue.set(undefined);
      void outbox.hurry();
      return undefined;
    },
    openMessage: mailbox.show,
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
  };
  createRoot(document.getElementById("root")!).render(<App parts={parts} />);
  mailbox.watch((isEvent) => {
    desk.follow();
    look(isEvent, mailbox.current().kind !== "none");
  });
  desk.follow();
  look(true, false);
}

const office = officeOf(window);
// Without office.js the watchdog's page has been shown already.
if (office) void start(office);

/** The page: everything a person sees of the simulated Outlook. */
import {
  FluentProvider,
  MessageBar,
  MessageBarBody,
  makeStyles,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { ConsentDialog } from "./ConsentDialog.tsx";
import { AppRail } from "./chrome/AppRail.tsx";
import { Ribbon } from "./chrome/Ribbon.tsx";
import { SuiteHeader } from "./chrome/SuiteHeader.tsx";
import type { SandboxControl } from "./control.ts";
import { SandboxDock } from "./dock/SandboxDock.tsx";
import { FolderPane } from "./mail/FolderPane.tsx";
import { MessageList } from "./mail/MessageList.tsx";
import { MessageWindow } from "./mail/MessageWindow.tsx";
import { ReadingPane } from "./mail/ReadingPane.tsx";
import { masterCategoriesOf } from "./mailClient.ts";
import { selectedIn } from "./outlookState.ts";
import { TaskPane } from "./pane/TaskPane.tsx";
import { isRightToLeft, SpeechContext, words } from "./words.ts";

const useStyles = makeStyles({
  page: {
    height: "100vh",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground3,
    overflow: "hidden",
    textAlign: "start",
  },
  app: { flex: 1, minHeight: 0, display: "flex" },
  work: { flex: 1, minWidth: 0, display: "flex", flexDirection: "column" },
  columns: { flex: 1, minHeight: 0, display: "flex", gap: "8px", padding: "8px 8px 0 0" },
});

const themes = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };

export function Outlook({ control }: { control: SandboxControl }) {
  const styles = useStyles();
  const state = useSyncExternalStore(control.subscribe, control.state);
  const { language, mailbox, messages, theme } = state;
  const speech = useMemo(() => ({ language, words: words[language] }), [language]);
  const [commandStatus, setCommandStatus] = useState<"done" | "failed">();
  const colours = useColours(mailbox);
  const dir = isRightToLeft(language) ? "rtl" : "ltr";
  const selected = selectedIn(state);
  const mine = control.organisation.mailboxes.filter(({ address }) =>
    control.persona.mailboxes.includes(address),
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = dir;
  }, [language, dir]);

  async function confirm() {
    setCommandStatus(undefined);
    const status = await control.runCommand("confirmPrediction").catch(() => -1);
    setCommandStatus(status === 0 ? "done" : "failed");
    setTimeout(() => setCommandStatus(undefined), 6000);
  }

  return (
    <SpeechContext.Provider value={speech}>
      <FluentProvider theme={themes[theme]} dir={dir}>
        <div className={styles.page}>
          <SuiteHeader persona={control.persona} isDark={theme !== "light"} />
          <div className={styles.app}>
            <AppRail />
            <FolderPane
              mailboxes={mine}
              open={mailbox}
              unread={messages?.filter(({ isRead }) => !isRead).length ?? 0}
              onOpen={(address) => control.send({ kind: "mailboxOpened", mailbox: address })}
            />
            <div className={styles.work}>
              <Ribbon
                isPaneOpen={state.isPaneOpen}
                hasMessage={selected !== null}
                onTriage={() => control.send({ kind: "paneToggled", isOpen: !state.isPaneOpen })}
                onConfirm={confirm}
              />
              {commandStatus && (
                <MessageBar intent={commandStatus === "done" ? "success" : "error"}>
                  <MessageBarBody>
                    {commandStatus === "done" ? speech.words.confirmed : speech.words.notConfirmed}
                  </MessageBarBody>
                </MessageBar>
              )}
              <div className={styles.columns}>
                <MessageList
                  key={mailbox}
                  messages={messages}
                  isFailed={state.isLoadFailed}
                  selectedId={state.selectedId}
                  severalIds={state.severalIds}
                  title={
                    mine.find(({ address, isShared }) => isShared && address === mailbox)?.name ??
                    speech.words.inbox
                  }
                  colours={colours}
                  onSelect={control.select}
                  onSeveral={(ids, focusId) => control.send({ kind: "severalSelected", ids, focusId })}
                />
                <ReadingPane
                  message={selected}
                  several={state.severalIds.length}
                  colours={colours}
                  notices={state.notices}
                  theme={theme}
                />
                {state.isPaneOpen && messages && <TaskPane control={control} state={state} />}
              </div>
            </div>
          </div>
          <SandboxDock control={control} state={state} />
        </div>
        <MessageWindow
          message={messages?.find(({ id }) => id === state.windowId)}
          theme={theme}
          onClose={() => control.send({ kind: "windowOpened", id: null })}
        />
        <ConsentDialog
          isOpen={state.isConsentAsked}
          persona={control.persona}
          onAnswer={(isGiven) => control.send({ kind: "consentAnswered", isGiven })}
        />
      </FluentProvider>
    </SpeechContext.Provider>
  );
}

function useColours(mailbox: string): ReadonlyMap<string, string> {
  const [colours, setColours] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    masterCategoriesOf(mailbox).then(
      (master) => setColours(new Map(master.map(({ displayName, color }) => [displayName, color]))),
      () => setColours(new Map()),
    );
  }, [mailbox]);
  return colours;
}

/** The triage screen: the message it speaks of, and below it exactly one of the states. */
import { Button, makeStyles } from "@fluentui/react-components";
import { BranchRegular } from "@fluentui/react-icons/svg/branch";
import { CalendarLtrRegular } from "@fluentui/react-icons/svg/calendar-ltr";
import { DraftsRegular } from "@fluentui/react-icons/svg/drafts";
import { LockClosedRegular } from "@fluentui/react-icons/svg/lock-closed";
import { MailRegular } from "@fluentui/react-icons/svg/mail";
import { MailAlertRegular } from "@fluentui/react-icons/svg/mail-alert";
import { PlugDisconnectedRegular } from "@fluentui/react-icons/svg/plug-disconnected";
import type { Me } from "../../triage/department.ts";
import type { Failure } from "../../triage/failure.ts";
import type { Priority } from "../../triage/taxonomy.ts";
import { useWords } from "../words.tsx";
import { AnsweredCard } from "./AnsweredCard.tsx";
import { ColleagueCard } from "./ColleagueCard.tsx";
import { DepartmentChoice } from "./DepartmentChoice.tsx";
import { KeyCap } from "./KeyCap.tsx";
import { LoadingCard } from "./LoadingCard.tsx";
import { MessageLine } from "./MessageLine.tsx";
import { Notice } from "./Notice.tsx";
import { askingOf } from "./next.ts";
import type { Noting } from "./noted.ts";
import { type OpenList, QuestionCard } from "./QuestionCard.tsx";
import { Quiet } from "./Quiet.tsx";
import { SignIn } from "./SignIn.tsx";
import { otherKeys } from "./shortcuts.ts";
import type { Said, Screen, TriageState } from "./state.ts";
import { movedWords } from "./verdictWords.ts";

/** What a person can do here; each already bound to the selection it was drawn for. */
export interface TriageActions {
  choose(picked: { category?: string; priority?: Priority }): void;
  unsure(): void;
  move(to: string): void;
  note(words: Noting): void;
  annotate(said: Said): void;
  reconsider(): void;
  undo(): void;
  reopen(): void;
  lookAgain(): void;
  dismiss(): void;
  chooseDepartment(id: string): void;
  /** Why it did not come about; undefined when it did. */
  signIn(): Promise<Failure | undefined>;
}

const useStyles = makeStyles({
  screen: { display: "grid", gap: "12px", alignContent: "start", padding: "12px", minWidth: 0 },
});

interface TriageScreenProps {
  state: TriageState;
  me: Me | undefined;
  now: number;
  openList: OpenList;
  isOnline: boolean;
  onOpenList(list: OpenList): void;
  actions: TriageActions;
}

export function TriageScreen(props: TriageScreenProps) {
  const styles = useStyles();
  const { screen, notice } = props.state;
  const message = "message" in screen ? screen.message : askingOf(screen)?.question.message;
  return (
    <div className={styles.screen}>
      {notice && <Notice notice={notice} onDismiss={props.actions.dismiss} />}
      {message && <MessageLine message={message} now={props.now} onLookAgain={props.actions.lookAgain} />}
      <Body {...props} screen={screen} />
    </div>
  );
}

function Body(props: TriageScreenProps & { screen: Screen }) {
  const { screen, me, now, openList, isOnline, onOpenList, actions } = props;
  const words = useWords();
  const { t } = words;
  const department = me?.departments.find(({ id }) => id === askingOf(screen)?.question.departmentId);
  switch (screen.kind) {
    case "nothingSelected":
      return (
        <Quiet isWhole icon={MailRegular} title={t.nothingSelected} hint={t.nothingSelectedHint}>
          <Again onPress={actions.lookAgain} />
        </Quiet>
      );
    case "notAMessage":
      return (
        <Quiet
          isWhole
          icon={kindIcons[screen.what]}
          title={t.notAMessage[screen.what]}
          hint={t.notAMessageHint[screen.what]}
        >
          <Again onPress={actions.lookAgain} />
        </Quiet>
      );
    case "loading":
      return <LoadingCard />;
    case "signInNeeded":
      return <SignIn failure={screen.failure} onSignIn={actions.signIn} />;
    case "chooseDepartment":
      return (
        <DepartmentChoice
          departments={me?.departments ?? []}
          groupsUnread={me?.groupsUnread === true}
          onChoose={actions.chooseDepartment}
        />
      );
    case "fault":
      if (screen.failure.code === "message_moved")
        return (
          <Quiet icon={BranchRegular} title={t.failures.message_moved} hint={t.movedHint}>
            <Again onPress={actions.lookAgain} />
          </Quiet>
        );
      return (
        <Quiet icon={PlugDisconnectedRegular} title={t.faultTitle} hint={t.failures[screen.failure.code]}>
          <Button onClick={actions.reopen}>{t.tryAgain}</Button>
        </Quiet>
      );
    case "moved": {
      if (screen.backId !== undefined) return <LoadingCard />;
      return (
        <Quiet icon={BranchRegular} title={movedWords(screen.to, me, words)} hint={t.movedHint}>
          {screen.moveId === undefined ? (
            <Again onPress={actions.lookAgain} />
          ) : (
            <Button size="small" aria-keyshortcuts={otherKeys.undo} onClick={actions.undo}>
              {t.undo} <KeyCap name={otherKeys.undo} />
            </Button>
          )}
        </Quiet>
      );
    }
  }
  if (!department) return <LoadingCard />;
  if (screen.kind === "answered")
    return (
      <AnsweredCard
        screen={screen}
        taxonomy={department.taxonomy}
        onUndo={actions.undo}
        onNote={actions.note}
        onAnnotate={actions.annotate}
      />
    );
  if (screen.kind === "answeredByColleague")
    return (
      <ColleagueCard
        known={screen.known}
        now={now}
        taxonomy={department.taxonomy}
        onReconsider={actions.reconsider}
      />
    );
  return (
    <QuestionCard
      asking={screen}
      department={department}
      otherDepartments={me?.otherDepartments ?? []}
      openList={openList}
      isOnline={isOnline}
      onOpenList={onOpenList}
      actions={actions}
    />
  );
}

function Again({ onPress }: { onPress(): void }) {
  const { t } = useWords();
  return (
    <Button size="small" onClick={onPress}>
      {t.lookAgain}
    </Button>
  );
}

const kindIcons = {
  meeting: CalendarLtrRegular,
  report: MailAlertRegular,
  encrypted: LockClosedRegular,
  draft: DraftsRegular,
};

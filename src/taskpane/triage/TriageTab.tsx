/** The triage tab: screen, last verdicts, keys and status line, with the keyboard bound to what is on screen. */
import { makeStyles } from "@fluentui/react-components";
import { type KeyboardEvent, useContext, useEffect, useRef, useState } from "react";
import type { Me } from "../../triage/department.ts";
import type { AppParts } from "../App.tsx";
import { BatchRoom } from "../lazyScreens.tsx";
import { isMove, type Recent } from "../outbox/recents.ts";
import { StartAnew } from "../Safe.tsx";
import { useStore } from "../store.ts";
import { useWords } from "../words.tsx";
import { announcementOf } from "./announcement.ts";
import { FirstHint, Hints } from "./Hints.tsx";
import { KeyHelp } from "./KeyHelp.tsx";
import { LastVerdicts } from "./LastVerdicts.tsx";
import { LiveRegion } from "./LiveRegion.tsx";
import { sentenceOf } from "./Notice.tsx";
import { askingOf } from "./next.ts";
import type { OpenList } from "./QuestionCard.tsx";
import { RefusedList } from "./RefusedList.tsx";
import { type FootPanel, StatusLine } from "./StatusLine.tsx";
import { begin } from "./state.ts";
import { type TriageActions, TriageScreen } from "./TriageScreen.tsx";
import { useShortcuts } from "./useShortcuts.ts";
import { recentWords, undoWords } from "./verdictWords.ts";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  main: { flexGrow: 1, minWidth: 0, outlineStyle: "none" },
});

interface TriageTabProps {
  parts: AppParts;
  me: Me | undefined;
  onDepartment(id: string): void;
  onSettings(): void;
}

export function TriageTab({ parts, me: meNow, onDepartment, onSettings }: TriageTabProps) {
  const { desk, outbox, recents, online, settings, profile } = parts;
  const styles = useStyles();
  const words = useWords();
  const state = useStore(desk, desk.state);
  const status = useStore(outbox, outbox.status);
  const isOnline = useStore(online, online.get);
  const isOld = useStore(parts.newer, parts.newer.get);
  const startAnew = useContext(StartAnew);
  const selected = useStore(parts.selected, parts.selected.get);
  const isSeveral = selected.length > 1;
  const { generation, screen } = state;
  const me = useAsAsked(meNow, generation, askingOf(screen) !== undefined);
  const main = useRef<HTMLElement>(null);
  const [panel, setPanel] = useState<FootPanel>();
  const looked = useRef<number>(undefined);
  const unfolded = useRef<HTMLDivElement>(null);
  const [openedList, setOpenedList] = useState<{ generation: number; list: OpenList }>();
  const openList =
    openedList?.generation === generation && "question" in screen ? openedList.list : undefined;
  const department = me?.departments.find(({ id }) => id === askingOf(screen)?.question.departmentId);

  // The pressed button goes away with the question; the focus stays in the same place for whoever cannot see it.
  useEffect(() => {
    if (screen.kind === "answered" && document.activeElement === document.body && document.hasFocus())
      main.current?.focus({ preventScroll: true });
  }, [screen.kind]);

  useEffect(() => {
    if (panel !== undefined) unfolded.current?.scrollIntoView?.({ block: "nearest" });
  }, [panel]);

  const showList = (list: OpenList) => {
    setOpenedList({ generation, list });
    if (list) desk.looked(generation);
    else main.current?.focus({ preventScroll: true });
  };
  const takeBack = (one: Recent | undefined) => {
    if (one && isMove(one)) desk.fetchBack(one);
    else if (one) desk.undo(one);
  };
  const undoNewest = () => {
    if (screen.kind === "moved") return desk.moveBack(generation);
    if (screen.kind !== "answered") return takeBack(newest);
    const given = undoable(screen, department?.id);
    if (given) desk.undo(given);
  };
  const newest = recents.newest();
  const isSaidHere = screen.kind === "answered" || screen.kind === "moved";
  const before = newest && !isSaidHere ? { what: recentWords(newest, me, words) } : undefined;
  const togglePanel = (wanted: FootPanel) => {
    setPanel(panel === wanted ? undefined : wanted);
    // What became of corrections may have changed since the pane was opened.
    if (wanted === "last" && panel !== "last") void profile.refresh();
  };
  // Looked at again and still the same: Outlook itself may be stuck, and tells the truth only to a pane that starts.
  const lookAgain = () => {
    if (looked.current === generation && (status.waiting === 0 || status.isDurable)) return parts.reload();
    desk.lookAgain();
    looked.current = desk.state().generation;
  };
  const actions: TriageActions = {
    choose: (picked) => desk.choose(picked, generation),
    unsure: () => desk.unsure(generation),
    move: (to) => desk.move(to, generation),
    note: (said) => desk.note(said, generation),
    annotate: (said) => desk.annotate(said, generation),
    reconsider: () => desk.reconsider(generation),
    undo: undoNewest,
    reopen: desk.reopen,
    lookAgain,
    dismiss: desk.dismiss,
    chooseDepartment: onDepartment,
    signIn: async () => {
      const failure = await parts.signIn();
      if (failure === undefined) desk.reopen();
      return failure;
    },
  };
  useShortcuts({
    screen: isSeveral ? begin.screen : screen,
    taxonomy: department?.taxonomy,
    actions: isSeveral ? { ...actions, undo() {} } : actions,
    onMore: () => showList(openList === "more" ? undefined : "more"),
    onHelp: () => togglePanel("keys"),
    onEscape: panel === undefined ? undefined : () => setPanel(undefined),
  });

  return (
    <div className={styles.tab}>
      {!isOld && <FirstHint settings={settings} screen={screen} />}
      <main ref={main} className={styles.main} tabIndex={-1} onKeyDown={intoPane}>
        {isSeveral ? (
          <BatchRoom parts={parts.batch} selected={selected} me={me} />
        ) : (
          <TriageScreen
            state={state}
            me={me}
            now={parts.now()}
            openList={openList}
            isOnline={isOnline}
            onOpenList={showList}
            actions={actions}
          />
        )}
      </main>
      <Hints settings={settings} screen={screen} isOld={isOld} onNew={startAnew} />
      <div ref={unfolded}>
        {panel === "keys" && <KeyHelp />}
        {panel === "refused" && status.refused.length > 0 && (
          <RefusedList
            refused={status.refused}
            departments={me?.departments ?? []}
            now={parts.now()}
            onDismiss={(id) => void outbox.dismiss(id)}
          />
        )}
        {panel === "last" && (
          <LastVerdicts
            recent={recents.last(meNow?.recent ?? [])}
            me={me}
            now={parts.now()}
            subjectOf={desk.subjectOf}
            onUndo={takeBack}
          />
        )}
      </div>
      {!isSeveral && (
        <LiveRegion
          text={announcementOf(screen, department, words)}
          about={state.fingerprint}
          notice={state.notice && sentenceOf(state.notice, words.t)}
        />
      )}
      <StatusLine
        status={status}
        isOnline={isOnline}
        saved={before ?? (newest && "this")}
        receipts={meNow?.receipts}
        panel={panel}
        undo={
          before && !isSeveral
            ? { name: undoWords(before.what, desk.subjectOf(newest!.predictionId), words), run: undoNewest }
            : undefined
        }
        onPanel={togglePanel}
        onSend={() => void outbox.hurry()}
        onSettings={onSettings}
      />
    </div>
  );
}

/** A question stays as it was asked: what an admin changes meanwhile holds from the next message on, so nothing moves under anybody's hand. */
function useAsAsked(me: Me | undefined, generation: number, isAsked: boolean): Me | undefined {
  const asked = useRef<{ generation: number; me: Me }>(undefined);
  if (!isAsked || !me) asked.current = undefined;
  else if (asked.current?.generation !== generation) asked.current = { generation, me };
  return asked.current?.me ?? me;
}

/** The answer's own controls come before the ones of the head. */
const firstControl = ":is(section, fieldset, details) :is(button, input, summary)";

/** Office.js would leave the pane from here, since it finds no order for an element outside its list. */
function intoPane(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "Tab" || event.shiftKey || event.target !== event.currentTarget) return;
  const first = event.currentTarget.querySelector<HTMLElement>(firstControl);
  if (!first) return;
  event.preventDefault();
  event.stopPropagation();
  first.focus();
}

const undoable = (
  { given }: { given: { feedbackId: string; predictionId: string } },
  departmentId: string | undefined,
) => (departmentId === undefined ? undefined : { ...given, departmentId });

/** The screen of several messages: what can be confirmed together, what was, and what is looked at one by one. */
import { Button, makeStyles, ProgressBar } from "@fluentui/react-components";
import { MailMultipleRegular } from "@fluentui/react-icons/svg/mail-multiple";
import { PlugDisconnectedRegular } from "@fluentui/react-icons/svg/plug-disconnected";
import type { Me } from "../../triage/department.ts";
import { quietLook, titleLook } from "../looks.ts";
import { LiveRegion } from "../triage/LiveRegion.tsx";
import { Quiet } from "../triage/Quiet.tsx";
import { useWords } from "../words.tsx";
import { AloneList } from "./AloneList.tsx";
import { type Batch, mayRetry } from "./batch.ts";
import { useBatchTexts } from "./batchWords.ts";
import { DoneCard } from "./DoneCard.tsx";
import { GroupCard } from "./GroupCard.tsx";
import { aloneIn, type BatchState, doneIn, groupsIn, isReading, selectedIn } from "./state.ts";

const useStyles = makeStyles({
  screen: { display: "grid", gap: "12px", alignContent: "start", padding: "12px", minWidth: 0 },
  title: titleLook,
  quiet: quietLook,
});

interface BatchScreenProps {
  state: BatchState;
  batch: Pick<Batch, "open" | "toggle" | "confirm" | "undo" | "retry">;
  me: Me | undefined;
}

export function BatchScreen({ state, batch, me }: BatchScreenProps) {
  const styles = useStyles();
  const b = useBatchTexts();
  const { t } = useWords();
  const all = selectedIn(state);
  const read = all.filter(({ standing }) => standing.kind !== "waiting");
  const [groups, done, alone] = [groupsIn(state), doneIn(state), aloneIn(state)];
  const departmentOf = (id: string) => me?.departments.find((one) => one.id === id);
  const reading = isReading(state);
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{b.selected(all.length)}</h1>
      {reading && (
        <>
          <p className={styles.quiet}>{b.reading(read.length, all.length)}</p>
          <ProgressBar value={read.length} max={all.length} aria-label={b.reading(read.length, all.length)} />
        </>
      )}
      {state.failure && (
        <Quiet icon={PlugDisconnectedRegular} title={t.faultTitle} hint={t.failures[state.failure.code]}>
          {mayRetry(state.failure) && <Button onClick={batch.retry}>{t.tryAgain}</Button>}
        </Quiet>
      )}
      {!reading && !state.failure && (
        <>
          <Sources state={state} />
          {done.map((one) => (
            <DoneCard
              key={`done ${one.key}`}
              done={one}
              department={departmentOf(one.departmentId)}
              onUndo={() => batch.undo(one.key)}
            />
          ))}
          {groups.map((group) => (
            <GroupCard
              key={group.key}
              group={group}
              state={state}
              department={departmentOf(group.departmentId)}
              batch={batch}
            />
          ))}
          {groups.length === 0 && done.length === 0 && (
            <Quiet icon={MailMultipleRegular} title={b.nothingTogether} hint={b.nothingTogetherHint} />
          )}
          {state.unlabelled > 0 && <p className={styles.quiet}>{b.unlabelled(state.unlabelled)}</p>}
          <AloneList alone={alone} />
        </>
      )}
      <LiveRegion
        about="batch"
        notice={undefined}
        text={reading ? "" : b.announced(groups.length, done.length, alone.length)}
      />
    </div>
  );
}

/** What the groups are made of, where it is not whole messages. */
function Sources({ state }: { state: BatchState }) {
  const styles = useStyles();
  const b = useBatchTexts();
  const members = selectedIn(state).filter(({ standing }) => standing.kind === "ready");
  const unread = members.filter(({ excerpt }) => excerpt === undefined).length;
  if (unread === 0) return null;
  return (
    <p className={styles.quiet}>{unread === members.length ? b.subjectsOnly : b.someSubjectsOnly(unread)}</p>
  );
}

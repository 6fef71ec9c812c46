/** The objectives of a department: are we on target, how sure, what is missing; leads agree, change and withdraw here. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { TargetRegular } from "@fluentui/react-icons/svg/target";
import { useCallback, useState } from "react";
import { v7 } from "uuid";
import type { Failure } from "../../../triage/failure.ts";
import type { Objective, ObjectiveRequest, Objectives } from "../../../triage/objective.ts";
import { Folded } from "../../Folded.tsx";
import { SectionWords } from "../../locales/SectionWords.tsx";
import { Quiet } from "../../triage/Quiet.tsx";
import { Explained } from "../Explained.tsx";
import { Failed } from "../Failed.tsx";
import type { Landing } from "../landing.ts";
import type { PageProps } from "../pages.ts";
import { useRoomWords } from "../roomWords.ts";
import { useLoaded } from "../useLoaded.ts";
import { Waiting } from "../Waiting.tsx";
import { EarlierVersions } from "./EarlierVersions.tsx";
import { ObjectiveCard } from "./ObjectiveCard.tsx";
import { ObjectiveEditor } from "./ObjectiveEditor.tsx";
import { loadHistory, loadObjectives, putObjective, withdrawObjective } from "./objectivesApi.ts";
import { ObjectiveWords, objectiveSection, useObjectiveTexts } from "./objectiveWords.ts";
import { StateCounts } from "./StateCounts.tsx";
import { Withdrawing } from "./Withdrawing.tsx";

const useStyles = makeStyles({
  foot: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  withdrawn: { display: "grid", gap: "12px" },
});

export default function ObjectivesPage(props: PageProps) {
  return (
    <SectionWords section={objectiveSection} context={ObjectiveWords} fallback={<Waiting />}>
      <Page {...props} />
    </SectionWords>
  );
}

/** What a lead is doing; a new objective has its id from the start, so that saving twice is saving once. */
type Doing =
  | { kind: "reading" }
  | { kind: "editing"; id: string; objective?: Objective }
  | { kind: "withdrawing"; objective: Objective };

function Page({ department, parts, landing, goTo }: PageProps) {
  const { api, now } = parts;
  const load = useCallback(() => loadObjectives(api, department.id), [api, department.id]);
  const { answer, refresh } = useLoaded(load);
  const [doing, setDoing] = useState<Doing>({ kind: "reading" });
  /** What was just agreed is where the eye and the focus go on. */
  const [saved, setSaved] = useState<Landing>();
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const read = () => setDoing({ kind: "reading" });
  /** Back to reading when it worked, and why not otherwise. */
  const done = (changed: { ok: true } | { ok: false; failure: Failure }): Failure | undefined => {
    if (!changed.ok) return changed.failure;
    read();
    refresh();
    return undefined;
  };
  if (doing.kind === "editing")
    return (
      <ObjectiveEditor
        objective={doing.objective}
        taxonomy={department.taxonomy}
        today={new Date(now()).toISOString().slice(0, 10)}
        reviewEveryDays={department.policy.reviewEveryDays}
        save={async (request: ObjectiveRequest) => {
          const failure = done(await putObjective(api, department.id, doing.id, request));
          if (!failure) setSaved({ on: "objective", objective: doing.id });
          return failure;
        }}
        onCancel={read}
      />
    );
  return (
    <List
      department={department}
      parts={parts}
      landing={saved ?? landing}
      goTo={goTo}
      objectives={answer.value}
      doing={doing}
      onDoing={setDoing}
      withdraw={async ({ id, version }, reason) => {
        const body = { basedOn: version, ...(reason ? { reason } : {}) };
        return done(await withdrawObjective(api, department.id, id, body));
      }}
      onRefresh={refresh}
    />
  );
}

type Told = Objectives["objectives"][number];

interface ListProps extends Pick<PageProps, "department" | "parts" | "landing" | "goTo"> {
  objectives: Objectives;
  doing: Doing;
  onDoing(doing: Doing): void;
  withdraw(objective: Objective, reason: string): Promise<Failure | undefined>;
  onRefresh(): void;
}

function List(props: ListProps) {
  const { department, parts, landing, goTo, objectives, doing, onDoing, withdraw, onRefresh } = props;
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const o = useObjectiveTexts();
  const isLead = department.role !== "staff";
  const now = parts.now();
  const [holding, withdrawn] = [true, false].map((holds) =>
    objectives.objectives.filter((one) => (one.withdrawn === null) === holds),
  ) as [Told[], Told[]];
  const add = isLead && <Button onClick={() => onDoing({ kind: "editing", id: v7() })}>{o.add}</Button>;
  const card = (objective: Told) =>
    doing.kind === "withdrawing" && doing.objective.id === objective.id ? (
      <Withdrawing
        key={objective.id}
        withdraw={(reason) => withdraw(objective, reason)}
        onCancel={() => onDoing({ kind: "reading" })}
      />
    ) : (
      <ObjectiveCard
        key={objective.id}
        objective={objective}
        taxonomy={department.taxonomy}
        now={now}
        landing={landing?.on === "objective" && landing.objective === objective.id ? landing : undefined}
        {...(isLead &&
        objective.withdrawn === null &&
        (objective.standing.state.kind === "notMet" || objective.decline)
          ? { onDecide: () => goTo("reviews", { on: "prepare" }) }
          : {})}
        {...(isLead && objective.withdrawn === null
          ? {
              onEdit: () => onDoing({ kind: "editing", id: objective.id, objective }),
              onWithdraw: () => onDoing({ kind: "withdrawing", objective }),
            }
          : {})}
      >
        {objective.version > 1 && (
          <EarlierVersions
            taxonomy={department.taxonomy}
            now={now}
            load={() => loadHistory(parts.api, department.id, objective.id)}
          />
        )}
      </ObjectiveCard>
    );
  return (
    <>
      {holding.length === 0 ? (
        <Quiet icon={TargetRegular} title={o.none} hint={isLead ? o.noneHint : o.noneHintStaff}>
          {add}
        </Quiet>
      ) : (
        <Explained terms={["states", "range"]}>
          <StateCounts objectives={holding} />
        </Explained>
      )}
      {holding.map(card)}
      {holding.length > 0 && add && <div>{add}</div>}
      <div className={styles.foot}>
        <span className={styles.quiet}>{t.asOf(f.time(objectives.computedAt))}</span>
        <Button size="small" appearance="subtle" onClick={onRefresh}>
          {t.refresh}
        </Button>
      </div>
      {withdrawn.length > 0 && (
        <Folded summary={o.withdrawn}>
          <div className={styles.withdrawn}>{withdrawn.map(card)}</div>
        </Folded>
      )}
    </>
  );
}

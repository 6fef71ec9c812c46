/** One department as a form: everything an admin decides for it, saved explicitly and by version. */
import { Button } from "@fluentui/react-components";
import { useCallback, useMemo, useState } from "react";
import type { DepartmentOverview } from "../../../triage/administration.ts";
import type { Applied, ConfiguredDepartment } from "../../../triage/configuration.ts";
import type { ApiAnswer } from "../../apiAnswer.ts";
import { BackButton } from "../../BackButton.tsx";
import { Failed } from "../../department/Failed.tsx";
import { useLoaded } from "../../department/useLoaded.ts";
import { Waiting } from "../../department/Waiting.tsx";
import { Folded } from "../../Folded.tsx";
import { useWords } from "../../words.tsx";
import type { LeadTo } from "../AdminRoom.tsx";
import type { AdminApi } from "../adminApi.ts";
import { useAdminWords } from "../adminWords.ts";
import { FailureLine } from "../FailureLine.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import { ClosingFields } from "./ClosingFields.tsx";
import { type Drafts, isSameTaxonomy } from "./drafts.ts";
import { FaultsContext } from "./FaultsContext.ts";
import { faultsIn, refusedIn } from "./faults.ts";
import { GeneralFields } from "./GeneralFields.tsx";
import { ModelFields } from "./ModelFields.tsx";
import { PeopleFields } from "./PeopleFields.tsx";
import { PolicyFields } from "./PolicyFields.tsx";
import { TaxonomyFields } from "./TaxonomyFields.tsx";
import { withoutEmptyLines } from "./tidy.ts";
import { useDraft } from "./useDraft.ts";
import { useMending } from "./useMending.ts";
import { VersionList } from "./VersionList.tsx";

interface DepartmentEditorProps {
  id: string;
  drafts: Drafts;
  /** those that could be the heir */
  others: readonly DepartmentOverview[];
  /** it has a model that learned */
  isTrained: boolean;
  api: AdminApi;
  now(): number;
  /** the way into its room; absent for who may not decide there */
  leadTo: LeadTo | undefined;
  onBack(): void;
}

/** What a section shows and changes. */
export interface SectionProps {
  draft: ConfiguredDepartment;
  onChange(change: Partial<ConfiguredDepartment>): void;
}

export function DepartmentEditor(props: DepartmentEditorProps) {
  const { id, api } = props;
  const { answer, refresh } = useLoaded(useCallback(() => api.department(id), [api, id]));
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  return <Form {...props} loaded={answer.value} onReload={refresh} key={answer.value.version} />;
}

type Said = ApiAnswer<Applied> | "saving" | "discarded" | "notSent";

interface FormProps extends DepartmentEditorProps {
  loaded: ConfiguredDepartment;
  onReload(): void;
}

function Form(props: FormProps) {
  const { id, others, isTrained, api, drafts, now, leadTo, onBack, loaded, onReload } = props;
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { name } = useWords();
  const { draft, stored, isChanged, change: set, discard, settle } = useDraft(drafts, loaded);
  const [outcome, setOutcome] = useState<Said>();
  const sent = useMemo(() => withoutEmptyLines(draft), [draft]);
  const refused = typeof outcome === "object" && !outcome.ok ? refusedIn(outcome.failure) : [];
  const mending = useMending(
    useMemo(() => faultsIn(sent, [...others.map((one) => one.id), id]), [sent, others, id]),
    refused,
  );
  const change = (part: Partial<ConfiguredDepartment>) => {
    setOutcome(undefined);
    set(part);
  };
  const save = async () => {
    if (!isChanged || outcome === "saving") return;
    if (!mending.isReady()) return setOutcome("notSent");
    setOutcome("saving");
    const answer = await api.save(sent);
    const own = answer.ok && answer.value.departments.find((one) => one.id === id);
    if (own) settle(sent, own.version);
    setOutcome(answer);
    if (!answer.ok) mending.goToFirst();
  };
  const throwAway = () => {
    if (!isChanged) return;
    discard();
    setOutcome("discarded");
  };
  const loadNewest = () => {
    drafts.delete(id);
    onReload();
  };
  const isRetrained = isTrained && !isSameTaxonomy(sent, stored);
  const section = { draft, onChange: change };
  return (
    <FaultsContext value={mending.faults}>
      <div className={styles.row}>
        <BackButton onPress={onBack} />
        <h2 className={styles.title}>{name(draft.name)}</h2>
      </div>
      <Folded summary={t.sections.general}>
        <GeneralFields {...section} />
      </Folded>
      <Folded summary={t.sections.people}>
        <PeopleFields {...section} api={api} />
      </Folded>
      <Folded summary={t.sections.policy}>
        <PolicyFields {...section} />
      </Folded>
      <Folded summary={t.sections.taxonomy}>
        <TaxonomyFields {...section} stored={stored} leadTo={leadTo} />
      </Folded>
      <Folded summary={t.sections.model}>
        <ModelFields {...section} leadTo={leadTo} />
      </Folded>
      <Folded summary={t.sections.versions}>
        <VersionList
          key={draft.version}
          id={id}
          stored={stored}
          version={draft.version}
          api={api}
          now={now}
          onRestore={(content) => change({ closed: undefined, ...content } as typeof content)}
        />
      </Folded>
      <Folded summary={t.sections.closing}>
        <ClosingFields {...section} others={others} />
      </Folded>
      <div className={styles.bar} ref={mending.bar}>
        <Button
          appearance="primary"
          disabledFocusable={!isChanged || outcome === "saving"}
          onClick={() => void save()}
        >
          {outcome === "saving" ? t.saving : t.save}
        </Button>
        <Button disabledFocusable={!isChanged} onClick={throwAway}>
          {t.discard}
        </Button>
        <div role="status" className={styles.whole}>
          {isChanged && isRetrained && <p className={styles.quiet}>{t.editing.saving}</p>}
          {outcome === undefined && isChanged && <p className={styles.quiet}>{t.editing.unsaved}</p>}
          {outcome === "discarded" && <p className={styles.text}>{t.editing.discarded}</p>}
          {outcome === "notSent" && (
            <p className={styles.wrong}>{t.editing.notSaved(mending.faults.list.length)}</p>
          )}
          {typeof outcome === "object" && <Outcome answer={outcome} id={id} onReload={loadNewest} />}
        </div>
      </div>
    </FaultsContext>
  );
}

interface OutcomeProps {
  answer: ApiAnswer<Applied>;
  id: string;
  onReload(): void;
}

function Outcome({ answer, id, onReload }: OutcomeProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  if (!answer.ok && answer.failure.errors?.length)
    return <p className={styles.wrong}>{t.editing.notSaved(answer.failure.errors.length)}</p>;
  if (!answer.ok)
    return (
      <>
        <FailureLine failure={answer.failure} />
        {answer.failure.code === "changed_meanwhile" && (
          <Button size="small" onClick={onReload}>
            {t.reload}
          </Button>
        )}
      </>
    );
  const own = answer.value.departments.find((one) => one.id === id);
  return <p className={styles.text}>{own?.change === "same" ? t.unchanged : t.saved(own?.version ?? 0)}</p>;
}

/** What became of corrections: the model as it learned them, proposals, and the corrections for leads to look at. */
import { useCallback } from "react";
import { SectionWords } from "../../locales/SectionWords.tsx";
import { Failed } from "../Failed.tsx";
import type { PageProps } from "../pages.ts";
import { useLoaded } from "../useLoaded.ts";
import { Waiting } from "../Waiting.tsx";
import { CorrectionList } from "./CorrectionList.tsx";
import { loadVersions } from "./correctionsApi.ts";
import { CorrectionWords, correctionSection } from "./correctionWords.ts";
import { MergeForm } from "./MergeForm.tsx";
import { ModelCard, waitingOf } from "./ModelCard.tsx";
import { ProposalList } from "./ProposalList.tsx";

export default function CorrectionsPage(props: PageProps) {
  return (
    <SectionWords section={correctionSection} context={CorrectionWords} fallback={<Waiting />}>
      <Page {...props} />
    </SectionWords>
  );
}

function Page({ department, parts, landing }: PageProps) {
  const { api, now } = parts;
  const load = useCallback(() => loadVersions(api, department.id), [api, department.id]);
  const { answer, refresh, keep } = useLoaded(load);
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const waits = waitingOf(answer.value);
  const reload = async () => {
    const now = await load();
    if (now.ok) keep(now.value);
  };
  return (
    <>
      <ModelCard
        department={department}
        api={api}
        versions={answer.value}
        now={now()}
        landing={landing}
        onChosen={keep}
      />
      <ProposalList
        department={department}
        api={api}
        now={now()}
        landing={landing}
        waiting={waits?.isKept ? waits.version : undefined}
        onAccepted={() => void reload()}
      />
      {department.role !== "staff" && (
        <CorrectionList department={department} parts={parts} landing={landing} />
      )}
      {department.role !== "staff" && <MergeForm department={department} api={api} landing={landing} />}
    </>
  );
}

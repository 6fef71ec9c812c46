/** What staff would have otherwise in the taxonomy; leads decide, and an accepted proposal holds at once. */
import { Button, mergeClasses } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { v7 } from "uuid";
import type { Failure } from "../../../triage/failure.ts";
import type { Proposal, ProposalContent } from "../../../triage/proposal.ts";
import type { ApiClient } from "../../apiClient.ts";
import type { ReadableDepartment } from "../../departmentOf.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { Failed } from "../Failed.tsx";
import { type Landing, useLanding, useLandingStyles } from "../landing.ts";
import { useRoomWords } from "../roomWords.ts";
import { useLoaded } from "../useLoaded.ts";
import { Waiting } from "../Waiting.tsx";
import { useCardStyles } from "./cardStyles.ts";
import { decideProposal, loadProposals, propose } from "./correctionsApi.ts";
import { useCorrectionTexts } from "./correctionWords.ts";
import { ProposalForm } from "./ProposalForm.tsx";

interface ProposalListProps {
  department: ReadableDepartment;
  api: Pick<ApiClient, "ask">;
  now: number;
  landing?: Landing | undefined;
}

export function ProposalList({ department, api, now, landing }: ProposalListProps) {
  const styles = useCardStyles();
  const words = useRoomWords();
  const { t, f } = words;
  const c = useCorrectionTexts();
  const { place } = useLandingStyles();
  const ref = useLanding<HTMLLIElement>(landing?.on === "proposals" ? landing : undefined);
  const [draftId, setDraftId] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const load = useCallback(() => loadProposals(api, department.id), [api, department.id]);
  const { answer, refresh } = useLoaded(load);
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const after = (done: { ok: true } | { ok: false; failure: Failure }) => {
    setFailure(done.ok ? undefined : done.failure);
    if (!done.ok) return;
    setDraftId(undefined);
    refresh();
  };
  const send = async (content: ProposalContent) =>
    after(await propose(api, department.id, draftId!, content));
  const decide = async ({ id }: Proposal, decision: "accept" | "decline") =>
    after(await decideProposal(api, department.id, id, { decision }));
  return (
    <section className={styles.section} aria-labelledby="proposals-title">
      <div className={styles.head}>
        <h2 id="proposals-title" className={styles.title}>
          {c.proposals}
        </h2>
        {!draftId && department.closedAt === undefined && (
          <Button size="small" onClick={() => setDraftId(v7())}>
            {c.propose}
          </Button>
        )}
      </div>
      <div role="alert">{failure && <p className={styles.line}>{t.failures[failure.code]}</p>}</div>
      {draftId && (
        <ProposalForm department={department} onSend={send} onCancel={() => setDraftId(undefined)} />
      )}
      {answer.value.proposals.length === 0 && !draftId && <p className={styles.line}>{c.noProposals}</p>}
      <ul className={styles.list}>
        {answer.value.proposals.map((one, i) => (
          <li
            key={one.id}
            ref={i === 0 ? ref : undefined}
            tabIndex={i === 0 ? -1 : undefined}
            className={mergeClasses(styles.card, place)}
          >
            <p className={styles.name}>
              {c.proposalKinds[one.kind]}: {one.name ?? nameOf(department.taxonomy, one.category, words)}
            </p>
            <p className={styles.note} dir="auto">
              {one.definition}
            </p>
            <p className={styles.quiet}>
              {c.proposalStates[one.state]} · {f.when(one.decidedAt ?? one.at, now)}
            </p>
            {department.role !== "staff" && one.state === "open" && (
              <div className={styles.ways}>
                <Button size="small" onClick={() => void decide(one, "accept")}>
                  {c.accept}
                </Button>
                <Button size="small" onClick={() => void decide(one, "decline")}>
                  {c.decline}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

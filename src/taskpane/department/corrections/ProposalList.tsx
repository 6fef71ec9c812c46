/** What staff would have otherwise in the taxonomy; leads decide, and an accepted proposal holds at once. */
import { Button } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { v7 } from "uuid";
import type { Failure } from "../../../triage/failure.ts";
import type { Proposal, ProposalContent } from "../../../triage/proposal.ts";
import type { ApiClient } from "../../apiClient.ts";
import { Folded } from "../../Folded.tsx";
import type { ReadableDepartment } from "../../profile/departmentOf.ts";
import { Failed } from "../Failed.tsx";
import type { Landing } from "../landing.ts";
import { useLoaded } from "../useLoaded.ts";
import { Waiting } from "../Waiting.tsx";
import { useCardStyles } from "./cardStyles.ts";
import { decideProposal, loadProposals, propose } from "./correctionsApi.ts";
import { useCorrectionTexts } from "./correctionWords.ts";
import { useFollowed } from "./followed.ts";
import { ProposalCard } from "./ProposalCard.tsx";
import { ProposalForm } from "./ProposalForm.tsx";
import { ResultLine } from "./ResultLine.tsx";

interface ProposalListProps {
  department: ReadableDepartment;
  api: Pick<ApiClient, "ask">;
  now: number;
  landing?: Landing | undefined;
  /** trained and not live: accepting a proposal makes an end of it */
  waiting: number | undefined;
  /** the categories are others now */
  onAccepted(): void;
}

const isOpen = ({ state }: Proposal) => state === "open";
const idsOf = (proposals: readonly Proposal[]) => proposals.filter(isOpen).map(({ id }) => id);

export function ProposalList(props: ProposalListProps) {
  const { department, api, now, landing, waiting, onAccepted } = props;
  const styles = useCardStyles();
  const c = useCorrectionTexts();
  const [draftId, setDraftId] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const followed = useFollowed("proposals");
  const load = useCallback(() => loadProposals(api, department.id), [api, department.id]);
  const { answer, refresh, keep } = useLoaded(load);
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const { proposals } = answer.value;
  const open = proposals.filter(isOpen);
  const decided = proposals.filter((one) => !isOpen(one));
  const isLead = department.role !== "staff";
  /** What there is now; what was just done stays said while it comes. */
  const reload = async () => {
    const now = await load();
    if (now.ok) keep(now.value);
    return now.ok ? now.value.proposals : [];
  };
  const send = async (content: ProposalContent) => {
    const sent = await propose(api, department.id, draftId!, content);
    setFailure(sent.ok ? undefined : sent.failure);
    if (!sent.ok) return;
    setDraftId(undefined);
    await reload();
  };
  const decide = async ({ id }: Proposal, decision: "accept" | "decline", because?: string) => {
    const request = { decision, ...(because === undefined ? {} : { because }) };
    const done = await decideProposal(api, department.id, id, request);
    setFailure(done.ok ? undefined : done.failure);
    if (!done.ok) return;
    const left = await reload();
    followed.follow(c.proposalDone[decision], id, idsOf(proposals), idsOf(left));
    if (decision === "accept") onAccepted();
  };
  const card = (one: Proposal, i: number) => (
    <ProposalCard
      key={one.id}
      proposal={one}
      department={department}
      now={now}
      landing={followed.at(one.id) ?? (i === 0 && landing?.on === "proposals" ? landing : undefined)}
      decide={isLead ? (...decision) => decide(one, ...decision) : undefined}
    />
  );
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
      <ResultLine text={followed.text} failure={failure} landing={followed.onLine} />
      {draftId && (
        <ProposalForm department={department} onSend={send} onCancel={() => setDraftId(undefined)} />
      )}
      {proposals.length === 0 && !draftId && <p className={styles.line}>{c.noProposals}</p>}
      {isLead && open.length > 0 && (
        <p className={styles.quiet}>
          {[
            c.acceptMeans,
            !department.policy.learning && c.learningOff,
            waiting !== undefined && c.acceptDrops(waiting),
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
      )}
      {open.length > 0 && <ul className={styles.list}>{open.map(card)}</ul>}
      {decided.length > 0 && (
        <Folded summary={c.decidedProposals}>
          <ul className={styles.list}>{decided.map((one) => card(one, -1))}</ul>
        </Folded>
      )}
    </section>
  );
}

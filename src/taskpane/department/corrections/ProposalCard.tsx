/** One proposal: what it would change, what speaks for it, and what became of it. */
import { mergeClasses } from "@fluentui/react-components";
import type { Proposal } from "../../../triage/proposal.ts";
import type { ReadableDepartment } from "../../profile/departmentOf.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { type Landing, useLanding, useLandingStyles } from "../landing.ts";
import { useRoomWords } from "../roomWords.ts";
import { useCardStyles } from "./cardStyles.ts";
import { useCorrectionTexts } from "./correctionWords.ts";
import { DefinitionChange } from "./DefinitionChange.tsx";
import { type Decide, ProposalDecision } from "./ProposalDecision.tsx";

interface ProposalCardProps {
  proposal: Proposal;
  department: ReadableDepartment;
  now: number;
  landing: Landing | undefined;
  /** absent for who may not */
  decide?: Decide | undefined;
}

export function ProposalCard({ proposal, department, now, landing, decide }: ProposalCardProps) {
  const styles = useCardStyles();
  const { place } = useLandingStyles();
  const ref = useLanding<HTMLLIElement>(landing);
  const words = useRoomWords();
  const { f } = words;
  const c = useCorrectionTexts();
  const { kind, name, category, definition, replaces, language, state, because, decidedAt, at } = proposal;
  return (
    <li ref={ref} tabIndex={landing && -1} className={mergeClasses(styles.card, place)}>
      <p className={styles.name}>
        {c.proposalKinds[kind]}: {name ?? nameOf(department.taxonomy, category, words)}
      </p>
      {kind === "definition" && state === "open" ? (
        <DefinitionChange before={replaces} after={definition} language={language} />
      ) : (
        <p className={styles.note} dir="auto">
          {definition}
        </p>
      )}
      {state === "open" && <Evidence of={proposal} />}
      <p className={styles.quiet}>
        {c.proposalStates[state]} · {f.when(decidedAt ?? at, now)}
      </p>
      {because && (
        <p className={styles.note} dir="auto">
          {because}
        </p>
      )}
      {decide && state === "open" && <ProposalDecision kind={kind} decide={decide} />}
    </li>
  );
}

/** Under so many verdicts a share is no figure, as everywhere. */
const few = 30;

function Evidence({ of: { evidence, kind } }: { of: Proposal }) {
  const styles = useCardStyles();
  const { f } = useRoomWords();
  const c = useCorrectionTexts();
  if (!evidence) return kind === "category" ? <p className={styles.quiet}>{c.noEvidenceYet}</p> : null;
  const { verdicts, corrected, unclear } = evidence;
  return (
    <p className={styles.quiet}>
      {[
        c.proposalEvidence(f.number(corrected), f.number(verdicts)),
        unclear > 0 && c.calledUnclear(f.number(unclear)),
        verdicts < few && c.thinEvidence,
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}

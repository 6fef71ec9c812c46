/** Yes or no to a proposal, each in two steps: accepting is asked once more, declining wants a reason. */
import { Button, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Proposal } from "../../../triage/proposal.ts";
import { LabelledField } from "../../LabelledField.tsx";
import { type Landing, useLanding } from "../landing.ts";
import { useCardStyles } from "./cardStyles.ts";
import { useCorrectionTexts } from "./correctionWords.ts";

export type Decide = (decision: "accept" | "decline", because?: string) => Promise<void>;

interface ProposalDecisionProps {
  kind: Proposal["kind"];
  decide: Decide;
}

type Step = "open" | "accepting" | "declining";

/** What asks stands where it stood and takes it back, so that a double press decides nothing. */
export function ProposalDecision({ kind, decide }: ProposalDecisionProps) {
  const styles = useCardStyles();
  const c = useCorrectionTexts();
  const [step, setStep] = useState<Step>("open");
  const [isSending, setSending] = useState(false);
  const [back, setBack] = useState<Landing>();
  const declineRef = useLanding<HTMLButtonElement>(back);
  const send: Decide = async (...decision) => {
    setSending(true);
    await decide(...decision);
    setSending(false);
  };
  /** The button that was pressed goes with the form. */
  const cancel = () => {
    setStep("open");
    setBack({ on: "proposals" });
  };
  if (step === "declining")
    return (
      <Declining
        isSending={isSending}
        onDecline={(because) => void send("decline", because)}
        onCancel={cancel}
      />
    );
  const isAsked = step === "accepting";
  return (
    <>
      <div className={styles.ways}>
        <Button
          size="small"
          disabled={isSending}
          onClick={({ detail }) => setStep(!isAsked || detail > 1 ? "accepting" : "open")}
        >
          {isAsked ? c.cancel : c.accept}
        </Button>
        {isAsked ? (
          <Button
            size="small"
            appearance="primary"
            disabled={isSending}
            onClick={({ detail }) => detail <= 1 && void send("accept")}
          >
            {c.reallyAccept}
          </Button>
        ) : (
          <Button ref={declineRef} size="small" onClick={() => setStep("declining")}>
            {c.decline}
          </Button>
        )}
      </div>
      <div role="status">{isAsked && <p className={styles.line}>{c.acceptAsks[kind]}</p>}</div>
    </>
  );
}

interface DecliningProps {
  isSending: boolean;
  onDecline(because: string): void;
  onCancel(): void;
}

function Declining({ isSending, onDecline, onCancel }: DecliningProps) {
  const styles = useCardStyles();
  const c = useCorrectionTexts();
  const [because, setBecause] = useState("");
  const [landing] = useState<Landing>({ on: "reason" });
  const ref = useLanding<HTMLInputElement>(landing);
  return (
    <>
      <LabelledField label={c.reason} hint={c.proposalReasonHint}>
        {(id, hint) => (
          <Input
            ref={ref}
            id={id}
            aria-describedby={hint}
            value={because}
            maxLength={300}
            onChange={(_, { value }) => setBecause(value)}
          />
        )}
      </LabelledField>
      <div className={styles.ways}>
        <Button
          size="small"
          appearance="primary"
          disabled={isSending || because.trim() === ""}
          onClick={() => onDecline(because.trim())}
        >
          {c.decline}
        </Button>
        <Button size="small" onClick={onCancel}>
          {c.cancel}
        </Button>
      </div>
    </>
  );
}

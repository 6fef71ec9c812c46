/** Yes or no to a proposal, each in two steps: accepting is asked once more, declining wants a reason. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Proposal } from "../../../triage/proposal.ts";
import { type Landing, useLanding } from "../landing.ts";
import { useCardStyles } from "./cardStyles.ts";
import { useCorrectionTexts } from "./correctionWords.ts";
import { DeclineForm } from "./DeclineForm.tsx";

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
  const [because, setBecause] = useState("");
  const [landing, setLanding] = useState<Landing>();
  const declineRef = useLanding<HTMLButtonElement>(landing);
  const send: Decide = async (...decision) => {
    setSending(true);
    await decide(...decision);
    setSending(false);
  };
  /** The button that was pressed is gone: to the reason, and from it back to where it stood. */
  const turn = (declines: boolean) => {
    setStep(declines ? "declining" : "open");
    setLanding({ on: declines ? "reason" : "proposals" });
    setBecause("");
  };
  if (step === "declining")
    return (
      <DeclineForm
        hint={c.proposalReasonHint}
        because={because}
        landing={landing}
        isSending={isSending}
        onBecause={setBecause}
        onDecline={(why) => void send("decline", why)}
        onCancel={() => turn(false)}
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
          <Button ref={declineRef} size="small" onClick={() => turn(true)}>
            {c.decline}
          </Button>
        )}
      </div>
      <div role="status">{isAsked && <p className={styles.line}>{c.acceptAsks[kind]}</p>}</div>
    </>
  );
}

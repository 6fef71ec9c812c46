/** Yes or no to a proposal, each in two steps: accepting is asked once more, declining wants a reason. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Proposal } from "../../../triage/proposal.ts";
import { type Landing, useLanding } from "../landing.ts";
import { AskedOnceMore } from "./AskedOnceMore.tsx";
import { useCorrectionTexts } from "./correctionWords.ts";
import { DeclineForm } from "./DeclineForm.tsx";

export type Decide = (decision: "accept" | "decline", because?: string) => Promise<void>;

interface ProposalDecisionProps {
  kind: Proposal["kind"];
  decide: Decide;
}

export function ProposalDecision({ kind, decide }: ProposalDecisionProps) {
  const c = useCorrectionTexts();
  const [isDeclining, setDeclining] = useState(false);
  const [isSending, setSending] = useState(false);
  const [because, setBecause] = useState("");
  const [landing, setLanding] = useState<Landing>();
  const declineRef = useLanding<HTMLButtonElement>(landing);
  const decline = async (why: string) => {
    setSending(true);
    await decide("decline", why);
    setSending(false);
  };
  /** The button that was pressed is gone: to the reason, and from it back to where it stood. */
  const turn = (declines: boolean) => {
    setDeclining(declines);
    setLanding({ on: declines ? "reason" : "proposals" });
    setBecause("");
  };
  if (isDeclining)
    return (
      <DeclineForm
        hint={c.proposalReasonHint}
        because={because}
        landing={landing}
        isSending={isSending}
        onBecause={setBecause}
        onDecline={(why) => void decline(why)}
        onCancel={() => turn(false)}
      />
    );
  return (
    <AskedOnceMore
      label={c.accept}
      means={c.acceptAsks[kind]}
      sure={c.reallyAccept}
      beside={
        <Button ref={declineRef} size="small" onClick={() => turn(true)}>
          {c.decline}
        </Button>
      }
      run={() => decide("accept")}
    />
  );
}

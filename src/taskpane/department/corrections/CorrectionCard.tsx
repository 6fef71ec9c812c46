/** One correction: what the model said and what staff said, why, what became of it, and what a lead may do. */
import { Button, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { Correction } from "../../../triage/correction.ts";
import { nameOf } from "../../triage/nameOf.ts";
import { type Landing, useLanding, useLandingStyles } from "../landing.ts";
import type { PageProps } from "../pages.ts";
import { useRoomWords } from "../roomWords.ts";
import { useCardStyles } from "./cardStyles.ts";
import { messageOf } from "./correctionsApi.ts";
import { useCorrectionTexts } from "./correctionWords.ts";
import { DeclineForm } from "./DeclineForm.tsx";
import type { CorrectionTexts } from "./words/en.ts";

/** A version of the built-in model by its number; another model by its own name. */
function calledIn(modelVersion: string, c: CorrectionTexts): string {
  const number = /^v(\d+)$/.exec(modelVersion)?.[1];
  return number === undefined ? modelVersion : c.version(Number(number));
}

interface CorrectionCardProps extends Pick<PageProps, "department" | "parts"> {
  correction: Correction;
  landing?: Landing | undefined;
  /** absent where it is only evidence */
  decide?: (one: Correction, decision: "accept" | "decline", because?: string) => Promise<boolean>;
}

export function CorrectionCard({ correction, department, parts, landing, decide }: CorrectionCardProps) {
  const styles = useCardStyles();
  const { place } = useLandingStyles();
  const [asked, setAsked] = useState<Landing>();
  const ref = useLanding<HTMLElement>(asked?.on === "corrections" ? asked : landing);
  const words = useRoomWords();
  const { t, f } = words;
  const c = useCorrectionTexts();
  const [isDeclining, setDeclining] = useState(false);
  const [because, setBecause] = useState("");
  const [wasOpened, setOpened] = useState(true);
  const call = ({ category, priority }: Correction["said"]) =>
    `${nameOf(department.taxonomy, category, words)} · ${t.priorities[priority]}`;
  const subject = parts.subjectOf?.(correction.predictionId);
  const { predicted, said, state, learnedIn, now, declinedBecause, reason, note, hasMessage } = correction;
  /** The button that was pressed is gone: to the reason, and from it back to the correction. */
  const turn = (declines: boolean) => {
    setDeclining(declines);
    setAsked({ on: declines ? "reason" : "corrections" });
  };
  const open = async () => {
    const found = await messageOf(parts.api, department.id, correction.predictionId);
    setOpened(found.ok && ((await parts.openMessage?.(found.value.itemId)) ?? false));
  };
  return (
    <article
      ref={ref}
      tabIndex={(landing || asked) && -1}
      className={mergeClasses(styles.card, place)}
      aria-label={`${call(predicted)} → ${call(said)}`}
    >
      {subject && (
        <p className={styles.name} dir="auto">
          {subject}
        </p>
      )}
      <p className={styles.line}>
        {c.modelSaid}: {call(predicted)}
        <br />
        {c.staffSaid}: <strong>{call(said)}</strong>
      </p>
      {note && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
      <p className={styles.quiet}>
        {[
          state === "learned" && learnedIn ? c.learnedIn(calledIn(learnedIn, c)) : c.states[state],
          now && (now === "right" ? c.nowRight : c.stillWrong),
          reason && t.reasons[reason],
          calledIn(correction.modelVersion, c),
          f.when(correction.at, parts.now()),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {declinedBecause && (
        <p className={styles.note} dir="auto">
          {declinedBecause}
        </p>
      )}
      <div role="alert">{!wasOpened && <p className={styles.line}>{c.notOpened}</p>}</div>
      {isDeclining ? (
        <DeclineForm
          hint={c.reasonHint}
          because={because}
          landing={asked}
          onBecause={setBecause}
          onDecline={(why) =>
            void decide?.(correction, "decline", why).then((done) => done && setDeclining(false))
          }
          onCancel={() => turn(false)}
        />
      ) : (
        <div className={styles.ways}>
          {decide && (state === "received" || state === "declined") && (
            <Button size="small" onClick={() => void decide(correction, "accept")}>
              {c.accept}
            </Button>
          )}
          {decide && state !== "declined" && (
            <Button size="small" onClick={() => turn(true)}>
              {c.decline}
            </Button>
          )}
          {hasMessage && parts.openMessage && (
            <Button size="small" onClick={() => void open()}>
              {c.openMessage}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

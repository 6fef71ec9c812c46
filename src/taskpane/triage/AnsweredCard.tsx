/** What was answered: the person's own words first, then what the model said, and the way back. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import type { Prediction } from "../../triage/prediction.ts";
import type { TaxonomyView } from "../../triage/taxonomy.ts";
import type { Verdict } from "../../triage/verdict.ts";
import { cardLook } from "../looks.ts";
import { useWords, type Words } from "../words.tsx";
import { CallLine } from "./CallLine.tsx";
import { KeyCap } from "./KeyCap.tsx";
import { LateNote } from "./LateNote.tsx";
import { nameOf } from "./nameOf.ts";
import type { Noting } from "./noted.ts";
import { otherKeys } from "./shortcuts.ts";
import type { Said, Screen } from "./state.ts";
import { isLate, lateOf } from "./verdicts.ts";

const useStyles = makeStyles({
  card: {
    ...cardLook,
    // The question becomes the answer: it settles where it was pressed.
    animationName: {
      from: { opacity: 0, transform: "translateY(6px)" },
      to: { opacity: 1, transform: "none" },
    },
    animationDuration: tokens.durationFast,
    animationTimingFunction: tokens.curveDecelerateMid,
  },
  by: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  check: { color: tokens.colorStatusSuccessForeground1 },
  said: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  /** What the model said comes a moment later: its two lines are kept for it. */
  awaited: { minHeight: `calc(2 * ${tokens.lineHeightBase300})` },
  undo: { justifySelf: "start", minWidth: 0, paddingInline: "8px 4px", gap: "2px" },
});

interface AnsweredCardProps {
  screen: Extract<Screen, { kind: "answered" }>;
  taxonomy: TaxonomyView;
  onUndo(): void;
  onNote(words: Noting): void;
  onAnnotate(said: Said): void;
}

export function AnsweredCard({ screen, taxonomy, onUndo, onNote, onAnnotate }: AnsweredCardProps) {
  const styles = useStyles();
  const words = useWords();
  const { t } = words;
  const { given, said, asking } = screen;
  const { verdict } = given;
  const agrees = said !== undefined && equals(verdict, said);
  const by =
    verdict.kind === "unsure"
      ? undefined
      : agrees && asking.kind === "predicted"
        ? t.youConfirmed
        : t.youSaid;
  return (
    <section className={styles.card} aria-label={by ?? t.youWereNotSure}>
      {by && (
        <div className={styles.by}>
          <CheckmarkCircleFilled className={styles.check} aria-hidden="true" fontSize={16} />
          {by}
        </div>
      )}
      {verdict.kind === "unsure" ? (
        <CallLine title={t.youWereNotSure} />
      ) : (
        <CallLine title={nameOf(taxonomy, verdict.category, words)} priority={verdict.priority} />
      )}
      <SaidLine
        said={said}
        agrees={agrees}
        isBlind={asking.kind === "yourCallFirst"}
        isWaiting={!given.isStored}
        taxonomy={taxonomy}
        words={words}
      />
      <Button
        className={styles.undo}
        size="small"
        icon={<ArrowUndoRegular fontSize={16} />}
        aria-keyshortcuts={otherKeys.undo}
        onClick={onUndo}
      >
        {t.undo} <KeyCap name={otherKeys.undo} />
      </Button>
      {given.wording && (
        <LateNote
          key={given.feedbackId}
          said={lateOf(screen)}
          isNoCorrection={agrees || !said}
          isNew={isLate(screen)}
          onNote={onNote}
          onSave={onAnnotate}
        />
      )}
    </section>
  );
}

interface SaidLineProps {
  said: Prediction | undefined;
  agrees: boolean;
  isBlind: boolean;
  isWaiting: boolean;
  taxonomy: TaxonomyView;
  words: Words;
}

function SaidLine({ said, agrees, isBlind, isWaiting, taxonomy, words }: SaidLineProps) {
  const styles = useStyles();
  const { t } = words;
  if (said) {
    const [category] = said.categories;
    const [priority] = said.priorities;
    const what = t.both(
      nameOf(taxonomy, category?.category, words),
      t.priorities[priority?.priority ?? "normal"],
    );
    if (agrees && !isBlind) return null;
    return (
      <p className={mergeClasses(styles.said, isBlind && styles.awaited)}>
        {agrees ? t.theModelSaidToo(what) : t.theModelSaid(what)}
      </p>
    );
  }
  return isBlind && isWaiting ? (
    <p className={mergeClasses(styles.said, styles.awaited)}>{t.theModelIsAsked}</p>
  ) : null;
}

const equals = (verdict: Verdict, said: Prediction): boolean =>
  verdict.kind === "holds" &&
  verdict.category === said.categories[0]?.category &&
  verdict.priority === said.priorities[0]?.priority;

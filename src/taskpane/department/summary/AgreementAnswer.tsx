/** Is the model right? The answer first, then what people lean on, then the figures behind it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ArmAgreement } from "../../../triage/agreement.ts";
import type { DepartmentView } from "../../../triage/department.ts";
import type { Summary } from "../../../triage/summary.ts";
import { Explained } from "../Explained.tsx";
import type { Period } from "../period.ts";
import { useRoomWords } from "../roomWords.ts";
import { AgreementTable } from "./AgreementTable.tsx";
import { GapSentence } from "./GapSentence.tsx";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "8px",
    padding: "12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  answer: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  sentence: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface AgreementAnswerProps {
  agreement: Summary["agreement"];
  policy: DepartmentView["policy"];
  period: Period;
}

export function AgreementAnswer({ agreement, policy, period }: AgreementAnswerProps) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const { blind } = agreement.category;
  const days = typeof period === "object" ? `${f.day(period.from)} – ${f.day(period.to)}` : t.periods[period];
  return (
    <section className={styles.card} aria-labelledby="right-category">
      <Explained terms={["blind", "leaning"]}>
        <h2 id="right-category" className={styles.title}>
          {t.rightCategory}
        </h2>
        <p className={styles.quiet}>{days}</p>
      </Explained>
      {blind.share !== null && blind.missing === 0 ? (
        <Known blind={blind} share={blind.share} />
      ) : (
        <Unknown blind={blind} isAsking={policy.blindShare > 0 && policy.askBudget > 0} />
      )}
      {blind.manyUnanswered && <ManyUnanswered blind={blind} />}
      <GapSentence agreement={agreement.category} />
      <AgreementTable agreement={agreement} />
    </section>
  );
}

function Known({ blind, share }: { blind: ArmAgreement; share: number }) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const [low, high] = f.ends(blind.low, blind.high);
  return (
    <>
      <p className={styles.answer}>{f.share(share)}</p>
      <p className={styles.sentence}>{t.betweenFrom(low, high, blind.equal + blind.different)}</p>
    </>
  );
}

function Unknown({ blind, isAsking }: { blind: ArmAgreement; isAsking: boolean }) {
  const styles = useStyles();
  const { t } = useRoomWords();
  const checks = blind.equal + blind.different;
  return (
    <>
      <p className={styles.answer}>{t.notYetKnown}</p>
      <p className={styles.sentence}>
        {t.blindChecksSoFar(checks)} {isAsking ? t.checksMissing(blind.missing) : t.blindChecksOff}
      </p>
      {isAsking && checks === 0 && <p className={styles.quiet}>{t.blindChecksHint}</p>}
    </>
  );
}

function ManyUnanswered({ blind }: { blind: ArmAgreement }) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const [low, high] = blind.bounds ? f.ends(blind.bounds.low, blind.bounds.high) : ["", ""];
  return (
    <p className={styles.sentence}>
      <strong>{t.manyUnanswered(f.number(blind.answered), f.number(blind.asked))}</strong>{" "}
      {blind.bounds && t.unansweredBounds(low, high)}
    </p>
  );
}

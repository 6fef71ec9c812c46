/** Method and agreement, one press down: formula, arm, what came before, who agreed on it and when it counts from. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ObjectiveVersion } from "../../../triage/objective.ts";
import type { TaxonomyView } from "../../../triage/taxonomy.ts";
import { useRoomWords } from "../roomWords.ts";
import { useObjectiveTexts } from "./objectiveWords.ts";
import { narrowingOf } from "./titleOf.ts";

const useStyles = makeStyles({
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: "12px",
    rowGap: "4px",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: "anywhere" },
});

interface AgreementFactsProps {
  of: ObjectiveVersion;
  taxonomy: TaxonomyView;
  now: number;
}

export function AgreementFacts({ of, taxonomy, now }: AgreementFactsProps) {
  const styles = useStyles();
  const words = useRoomWords();
  const o = useObjectiveTexts();
  const { f } = words;
  const { formula, baseline, standing } = of;
  const before =
    baseline === null
      ? o.unknown
      : baseline.kind === "declared"
        ? o.declared(f.share(baseline.share))
        : o.measured(f.share(baseline.share), f.number(baseline.trials));
  const facts: [string, string][] = [
    [o.owner, of.owner],
    [o.rhythm, o.rhythms[of.rhythmDays] ?? o.rhythmDays(of.rhythmDays)],
    [o.agreed, o.agreedBy(f.day(of.agreedOn), of.agreedBy)],
    [o.countsFrom, f.when(standing.from, now)],
    [o.baseline, before],
    [o.version, o.writtenBy(f.number(of.version), f.when(of.writtenAt, now), of.writtenBy)],
  ];
  const isNarrowed = narrowingOf(formula, taxonomy, words) !== undefined;
  return (
    <>
      <p className={styles.text}>
        {[o.formulas[formula.kind], isNarrowed ? o.narrowedMethod : "", o.armed[standing.arm], o.rangeMethod]
          .filter(Boolean)
          .join(" ")}
      </p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

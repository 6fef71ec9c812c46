/** The figures behind the answer, one press down: each field, without and with the prediction shown. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ArmAgreement } from "../../../triage/agreement.ts";
import type { Summary } from "../../../triage/summary.ts";
import { Folded } from "../../Folded.tsx";
import { useRoomWords } from "../roomWords.ts";
import { useTableStyles } from "../tableStyles.ts";

const useStyles = makeStyles({
  range: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const fields = ["category", "priority", "both"] as const;
const arms = ["blind", "assisted"] as const;

export function AgreementTable({ agreement }: { agreement: Summary["agreement"] }) {
  const styles = useStyles();
  const table = useTableStyles();
  const { t, f } = useRoomWords();
  const names = { category: t.category, priority: t.priority, both: t.bothFields };
  return (
    <Folded summary={t.figures}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.head}>
              {t.agreement}
            </th>
            {arms.map((arm) => (
              <th key={arm} scope="col" className={table.number}>
                {t.armNames[arm]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field} className={table.row}>
              <th scope="row" className={table.name}>
                {names[field]}
              </th>
              {arms.map((arm) => (
                <td key={arm} className={table.number}>
                  <Figure of={agreement[field][arm]} />
                </td>
              ))}
            </tr>
          ))}
          {(["answered", "unsure"] as const).map((row) => (
            <tr key={row} className={table.row}>
              <th scope="row" className={table.name}>
                {row === "answered" ? t.asksAnswered : t.states.unsure}
              </th>
              {arms.map((arm) => {
                const { answered, asked, unsure } = agreement.both[arm];
                return (
                  <td key={arm} className={table.number}>
                    {row === "answered" ? t.of(f.number(answered), f.number(asked)) : f.number(unsure)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.hint}>{t.method}</p>
    </Folded>
  );
}

function Figure({ of: { share, low, high, equal, different } }: { of: ArmAgreement }) {
  const styles = useStyles();
  const { t, f } = useRoomWords();
  const [from, to] = f.ends(low, high);
  return (
    <>
      {share === null ? "–" : f.share(share)}
      <span className={styles.range}>
        {share === null ? t.noChecks : t.rangeOf(from, to, f.number(equal + different))}
      </span>
    </>
  );
}

/** The weeks as a table: what the chart shows, for everybody who does not see it. */
import type { WeekAgreement } from "../../../triage/agreement.ts";
import { useRoomWords } from "../roomWords.ts";
import { useTableStyles } from "../tableStyles.ts";

export function WeekTable({ weeks }: { weeks: readonly WeekAgreement[] }) {
  const table = useTableStyles();
  const { t, f } = useRoomWords();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col" className={table.head}>
            {t.weekFrom}
          </th>
          {[t.agreement, t.interval, t.checks].map((label) => (
            <th key={label} scope="col" className={table.number}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ monday, share, low, high, equal, different }) => {
          const [from, to] = f.ends(low, high);
          return (
            <tr key={monday} className={table.row}>
              <th scope="row" className={table.name}>
                {f.day(monday)}
              </th>
              <td className={table.number}>{share === null ? "–" : f.share(share)}</td>
              <td className={table.number}>{share === null ? "–" : t.range(from, to)}</td>
              <td className={table.number}>{f.number(equal + different)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The weeks as a table: what the chart shows, for everybody who does not see it. */
import type { WeekAgreement } from "../../../triage/agreement.ts";
import { DataTable } from "../DataTable.tsx";
import { useRoomWords } from "../roomWords.ts";

export function WeekTable({ weeks }: { weeks: readonly WeekAgreement[] }) {
  const { t, f } = useRoomWords();
  return (
    <DataTable
      columns={[
        { label: t.weekFrom },
        ...[t.agreement, t.interval, t.checks].map((label) => ({ label, isNumber: true })),
      ]}
      rows={weeks.map(({ monday, share, low, high, equal, different }) => {
        const [from, to] = f.ends(low, high);
        const figures = share === null ? ["–", "–"] : [f.share(share), t.range(from, to)];
        return { key: monday, cells: [f.day(monday), ...figures, f.number(equal + different)] };
      })}
    />
  );
}

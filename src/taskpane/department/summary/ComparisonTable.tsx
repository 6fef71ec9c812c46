/** The other departments beside this one: their blind agreement, and how far each is from the rest. */
import type { Figures } from "../../../triage/figures.ts";
import { useCardStyles } from "../corrections/cardStyles.ts";
import { useCorrectionTexts } from "../corrections/correctionWords.ts";
import { DataTable } from "../DataTable.tsx";
import { useRoomWords } from "../roomWords.ts";
import { ShareCell } from "./ShareCell.tsx";

type Beside = Figures["comparison"][number];

export function ComparisonTable({ comparison }: Pick<Figures, "comparison">) {
  const styles = useCardStyles();
  const { t, name } = useRoomWords();
  const c = useCorrectionTexts();
  if (comparison.length === 0) return null;
  return (
    <>
      <DataTable
        caption={c.beside}
        columns={[
          { label: t.department },
          { label: t.rightCategory, isNumber: true },
          { label: c.gapToRest, isNumber: true },
        ]}
        rows={comparison.map((one) => ({
          key: one.departmentId,
          cells: [
            name(one.name),
            one.figure ? <ShareCell key="share" of={one.figure} /> : c.withheld,
            <Gap key="gap" of={one.gap} />,
          ],
        }))}
      />
      <p className={styles.quiet}>{c.besideHint}</p>
    </>
  );
}

function Gap({ of }: { of: Beside["gap"] }) {
  const styles = useCardStyles();
  const { f } = useRoomWords();
  if (of.kind === "tooFew") return "–";
  return (
    <>
      {f.points(of.gap)}
      <br />
      <span className={styles.quiet}>{f.pointEnds(of.low, of.high).join(" … ")}</span>
    </>
  );
}

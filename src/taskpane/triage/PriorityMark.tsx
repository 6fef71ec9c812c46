/** A priority as icon, word and colour together: none of them has to be seen alone. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowDownFilled } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpFilled } from "@fluentui/react-icons/svg/arrow-up";
import { ImportantFilled } from "@fluentui/react-icons/svg/important";
import { SubtractFilled } from "@fluentui/react-icons/svg/subtract";
import type { Priority } from "../../triage/taxonomy.ts";
import { useWords } from "../words.tsx";

const icons = { low: ArrowDownFilled, normal: SubtractFilled, high: ArrowUpFilled, urgent: ImportantFilled };

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
  },
  small: { gap: "2px" },
  low: { color: tokens.colorPaletteTealForeground2 },
  normal: { color: tokens.colorNeutralForeground2 },
  high: { color: tokens.colorPaletteDarkOrangeForeground1 },
  urgent: { color: tokens.colorPaletteRedForeground1 },
});

export function PriorityMark({ priority, isSmall = false }: { priority: Priority; isSmall?: boolean }) {
  const styles = useStyles();
  const { t } = useWords();
  const Icon = icons[priority];
  return (
    <span className={mergeClasses(styles.mark, styles[priority], isSmall && styles.small)}>
      <Icon aria-hidden="true" fontSize={isSmall ? 14 : 16} />
      {t.priorities[priority]}
    </span>
  );
}

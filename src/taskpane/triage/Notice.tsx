/** One calm sentence about what just happened; it goes when it was read. Screen readers hear it from the live region. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { IconButton } from "../IconButton.tsx";
import type { Texts } from "../locales/en.ts";
import { useWords } from "../words.tsx";
import type { TriageState } from "./state.ts";

const useStyles = makeStyles({
  box: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "6px 6px 6px 12px",
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    borderInlineStartWidth: "3px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorStatusWarningBorderActive,
  },
  text: { flexGrow: 1 },
});

export function sentenceOf(notice: NonNullable<TriageState["notice"]>, t: Texts): string {
  if (notice.kind === "movedOn") return t.movedOn;
  if (notice.kind === "unlabelled") return t.failures.category_not_written;
  if (notice.kind === "takenBack")
    return [t.takenBack(notice.subject), notice.isLabelled ? t.labelOwed : ""].filter(Boolean).join(" ");
  if (notice.kind === "unfinished") return t.unfinished(notice.subject || t.noSubject);
  return t.notStored(t.failures[notice.failure.code]);
}

export function Notice({
  notice,
  onDismiss,
}: {
  notice: NonNullable<TriageState["notice"]>;
  onDismiss(): void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={styles.box}>
      <span className={styles.text}>{sentenceOf(notice, t)}</span>
      <IconButton icon={DismissRegular} size={16} label={t.close} onPress={onDismiss} />
    </div>
  );
}

/** One member of a group: in or out, and opened by one press, here where its text was read, else in Outlook. */
import { Button, Checkbox, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { useId, useState } from "react";
import { quietLook } from "../looks.ts";
import { useWords } from "../words.tsx";
import { useBatchTexts } from "./batchWords.ts";
import type { Member } from "./state.ts";

const useStyles = makeStyles({
  item: { display: "grid", gap: "4px", minWidth: 0 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px", minWidth: 0 },
  // With enlarged text the button moves below the subject instead of squeezing it.
  box: { flex: "1 1 8em", minWidth: 0 },
  label: { display: "grid", minWidth: 0, overflowWrap: "anywhere" },
  out: { textDecorationLine: "line-through" },
  quiet: quietLook,
  open: { flexShrink: 0, minWidth: "64px" },
  opened: { color: tokens.colorStatusSuccessForeground1 },
  text: {
    display: "grid",
    gap: "4px",
    margin: 0,
    paddingInlineStart: "8px",
    borderInlineStartWidth: "2px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke1,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  excerpt: { margin: 0 },
  inOutlook: { justifySelf: "start", minHeight: "24px" },
});

interface MemberRowProps {
  member: Member;
  isInside: boolean;
  isOpened: boolean;
  onToggle(): void;
  onOpen(where: "here" | "outlook"): Promise<boolean>;
}

export function MemberRow({ member, isInside, isOpened, onToggle, onOpen }: MemberRowProps) {
  const styles = useStyles();
  const b = useBatchTexts();
  const { t } = useWords();
  const textId = useId();
  const [isUnfolded, setUnfolded] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const { excerpt, sender } = member;
  const subject = member.subject || t.noSubject;
  const inOutlook = () => void onOpen("outlook").then((isOpen) => setRefused(!isOpen));
  const press = () => {
    if (excerpt === undefined) return inOutlook();
    if (!isUnfolded) void onOpen("here");
    setUnfolded(!isUnfolded);
  };
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <div className={styles.box}>
          <Checkbox
            checked={isInside}
            onChange={onToggle}
            label={
              <span className={styles.label}>
                <bdi className={mergeClasses(!isInside && styles.out)}>{subject}</bdi>
                {sender && <bdi className={styles.quiet}>{sender}</bdi>}
              </span>
            }
          />
        </div>
        <Button
          className={styles.open}
          size="small"
          appearance={isOpened ? "subtle" : "secondary"}
          icon={isOpened ? <CheckmarkCircleFilled className={styles.opened} /> : null}
          aria-label={isOpened ? b.openedWhat(subject) : b.openWhat(subject)}
          aria-expanded={excerpt === undefined ? undefined : isUnfolded}
          aria-controls={isUnfolded ? textId : undefined}
          onClick={press}
        >
          {isOpened ? b.opened : b.open}
        </Button>
      </div>
      {isUnfolded && excerpt !== undefined && (
        <div className={styles.text} id={textId}>
          <p className={styles.excerpt} dir="auto">
            {excerpt || b.noText}
          </p>
          <Link as="button" className={styles.inOutlook} onClick={inOutlook}>
            {b.inOutlook}
          </Link>
        </div>
      )}
      {isRefused && <p className={styles.quiet}>{b.notOpened}</p>}
    </li>
  );
}

/** Messages that are alike: what they are said to be, who has to be opened first, and one press for all. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkFilled } from "@fluentui/react-icons/svg/checkmark";
import { useId } from "react";
import { confidenceWord } from "../../triage/choices.ts";
import type { DepartmentView } from "../../triage/department.ts";
import { frameLook, quietLook } from "../looks.ts";
import { CallLine } from "../triage/CallLine.tsx";
import { nameOf } from "../triage/nameOf.ts";
import { useWords } from "../words.tsx";
import type { Batch } from "./batch.ts";
import { useBatchTexts } from "./batchWords.ts";
import { MemberRow } from "./MemberRow.tsx";
import type { BatchState, Group, Member } from "./state.ts";

const useStyles = makeStyles({
  card: frameLook,
  quiet: quietLook,
  list: { display: "grid", gap: "4px", margin: 0, padding: 0, listStyleType: "none", minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  all: { justifySelf: "start", minHeight: "24px" },
  confirm: { width: "100%", minHeight: "40px", overflowWrap: "anywhere" },
});

interface GroupCardProps {
  group: Group;
  state: BatchState;
  department: DepartmentView | undefined;
  batch: Pick<Batch, "open" | "toggle" | "confirm">;
}

export function GroupCard({ group, state, department, batch }: GroupCardProps) {
  const styles = useStyles();
  const b = useBatchTexts();
  const words = useWords();
  const { t, f } = words;
  const [title, hint] = [useId(), useId()];
  const category = department ? nameOf(department.taxonomy, group.call.category, words) : group.call.category;
  const row = (member: Member) => (
    <MemberRow
      key={member.id}
      member={member}
      isInside={!state.out.includes(member.id)}
      isOpened={state.opened.includes(member.id)}
      onToggle={() => batch.toggle(member.id)}
      onOpen={(where) => batch.open(member.id, where)}
    />
  );
  const isDrawn = ({ id }: Member) => group.drawn.includes(id);
  const others = group.members.filter((member) => !isDrawn(member));
  return (
    <section className={styles.card} aria-labelledby={title}>
      <CallLine id={title} title={category} priority={group.call.priority} />
      <p className={styles.quiet}>
        {b.atLeast(
          group.members.length,
          t.confidenceWithNumber(
            t.confidence[confidenceWord(group.probability)],
            f.percent(group.probability),
          ),
        )}
      </p>
      <h3 className={styles.heading}>{b.openFirst}</h3>
      <p className={styles.quiet}>{b.openFirstWhy}</p>
      <ul className={styles.list}>{group.members.filter(isDrawn).map(row)}</ul>
      <h3 className={styles.heading}>{b.theOthers(others.length)}</h3>
      <ul className={styles.list}>{others.map(row)}</ul>
      <Button
        className={styles.confirm}
        appearance="primary"
        icon={<CheckmarkFilled />}
        disabledFocusable={!group.mayConfirm}
        aria-describedby={hint}
        onClick={() => batch.confirm(group.key)}
      >
        {b.confirm(group.inside.length, t.both(category, t.priorities[group.call.priority]))}
      </Button>
      <p className={styles.quiet} id={hint}>
        {group.mayConfirm ? b.notAgreement : group.isEnough ? b.missing(group.missing) : b.tooFew}
      </p>
    </section>
  );
}

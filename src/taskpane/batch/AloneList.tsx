/** What is not confirmed together with others, and why: select it by itself in Outlook. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { quietLook } from "../looks.ts";
import { useWords } from "../words.tsx";
import { useBatchTexts } from "./batchWords.ts";
import type { Alone, Member } from "./state.ts";

const useStyles = makeStyles({
  part: { display: "grid", gap: "8px", minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: "grid", gap: "8px", margin: 0, padding: 0, listStyleType: "none", minWidth: 0 },
  item: { display: "grid", minWidth: 0, overflowWrap: "anywhere" },
  quiet: quietLook,
});

export function AloneList({ alone }: { alone: readonly { member: Member; why: Alone }[] }) {
  const styles = useStyles();
  const b = useBatchTexts();
  const { t } = useWords();
  if (alone.length === 0) return null;
  const said = (why: Alone) => (why === "other" ? b.other : why === "few" ? b.few : t.failures[why]);
  return (
    <section className={styles.part}>
      <h2 className={styles.title}>{b.oneByOne(alone.length)}</h2>
      <p className={styles.quiet}>{b.oneByOneHint}</p>
      <ul className={styles.list}>
        {alone.map(({ member, why }) => (
          <li key={member.id} className={styles.item}>
            <bdi>{member.subject || t.noSubject}</bdi>
            <span className={styles.quiet}>{said(why)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

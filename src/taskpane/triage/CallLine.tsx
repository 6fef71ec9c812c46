/** A category and a priority, said large: the answer of the screen. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Priority } from "../../triage/taxonomy.ts";
import { PriorityMark } from "./PriorityMark.tsx";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    columnGap: "12px",
    flexWrap: "wrap",
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  priority: { alignSelf: "center" },
});

export function CallLine({
  title,
  priority,
  id,
}: {
  title: ReactNode;
  priority?: Priority | undefined;
  id?: string;
}) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      {priority && (
        <span className={styles.priority}>
          <PriorityMark priority={priority} />
        </span>
      )}
    </div>
  );
}

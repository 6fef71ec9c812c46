/** The narrow rail of Outlook's parts; only mail is simulated. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CalendarLtr24Regular } from "@fluentui/react-icons/svg/calendar-ltr";
import { Mail24Filled } from "@fluentui/react-icons/svg/mail";
import { People24Regular } from "@fluentui/react-icons/svg/people";
import { TaskListSquareLtr24Regular } from "@fluentui/react-icons/svg/task-list-square-ltr";
import { useSpeech } from "../words.ts";

const useStyles = makeStyles({
  rail: {
    width: "52px",
    flexShrink: 0,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "6px",
    paddingTop: "10px",
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
  },
  part: {
    width: "52px",
    height: "40px",
    display: "grid",
    placeContent: "center",
    borderLeft: "3px solid transparent",
    boxSizing: "border-box",
  },
  here: { borderLeftColor: tokens.colorBrandStroke1, color: tokens.colorBrandForeground1 },
});

export function AppRail() {
  const styles = useStyles();
  const { words } = useSpeech();
  return (
    <div className={styles.rail} aria-hidden>
      <span className={mergeClasses(styles.part, styles.here)} title={words.mail}>
        <Mail24Filled />
      </span>
      <span className={styles.part} title={words.calendar}>
        <CalendarLtr24Regular />
      </span>
      <span className={styles.part} title={words.people}>
        <People24Regular />
      </span>
      <span className={styles.part} title={words.tasks}>
        <TaskListSquareLtr24Regular />
      </span>
    </div>
  );
}

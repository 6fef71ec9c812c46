/** Another screen on its way. */
import { makeStyles } from "@fluentui/react-components";
import { LoadingCard } from "./triage/LoadingCard.tsx";

const useStyles = makeStyles({ screen: { padding: "12px" } });

export function Waiting() {
  const styles = useStyles();
  return (
    <div className={styles.screen}>
      <LoadingCard />
    </div>
  );
}

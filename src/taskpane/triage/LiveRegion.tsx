/** Says the newest sentence once and politely to screen readers. */
import { makeStyles } from "@fluentui/react-components";
import { unseenLook } from "../looks.ts";

const useStyles = makeStyles({ unseen: unseenLook });

export function LiveRegion({ text }: { text: string }) {
  const styles = useStyles();
  return (
    <div className={styles.unseen} role="status" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
}

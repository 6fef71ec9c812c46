/** Who said it, where it was not the built-in model, and what left the mailbox for it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Policy } from "../../triage/department.ts";
import { useWords } from "../words.tsx";
import type { Asking } from "./state.ts";

const useStyles = makeStyles({
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** In a blind check nothing is said of the model; that the text was sent is said always. */
export function Provenance({ asking, policy }: { asking: Asking; policy: Policy }) {
  const styles = useStyles();
  const { t } = useWords();
  const prediction = "prediction" in asking ? asking.prediction : undefined;
  const wasAsked = asking.kind !== "unpredicted" || asking.why === "modelUnavailable";
  return (
    <>
      {prediction?.by === "external" && (
        <p className={styles.line}>{t.saidByOwnModel(prediction.modelVersion)}</p>
      )}
      {prediction?.by === "fallback" && <p className={styles.line}>{t.saidByFallback}</p>}
      {policy.sending === "text" && wasAsked && <p className={styles.line}>{t.textWasSent}</p>}
    </>
  );
}

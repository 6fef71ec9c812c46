/** Signing in by a press: as a screen where nothing goes on without, as a bar where work goes on and only waits to be sent. */
import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import { useState } from "react";
import type { Failure } from "../../triage/failure.ts";
import { useWords } from "../words.tsx";
import { Quiet } from "./Quiet.tsx";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    padding: "8px 12px",
    borderBottom: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  why: { margin: 0, flexGrow: 1, flexBasis: "160px", minWidth: 0 },
});

interface SignInProps {
  failure: Failure;
  /** Why it did not come about; undefined when it did. */
  onSignIn(): Promise<Failure | undefined>;
}

/** Says why the last try failed, and before the first one why a try is needed. */
export function SignIn(props: SignInProps) {
  const { t } = useWords();
  const { why, button } = useSignIn(props);
  return (
    <Quiet icon={PersonRegular} title={t.signInTitle} hint={why}>
      {button}
    </Quiet>
  );
}

export function SignInBar(props: SignInProps) {
  const styles = useStyles();
  const { why, button } = useSignIn(props);
  return (
    <aside className={styles.bar}>
      <p className={styles.why} role="alert">
        {why}
      </p>
      {button}
    </aside>
  );
}

function useSignIn({ failure, onSignIn }: SignInProps) {
  const { t } = useWords();
  const [isBusy, setBusy] = useState(false);
  const [last, setLast] = useState<Failure>();
  const press = () => {
    setBusy(true);
    void onSignIn()
      .then(setLast)
      .finally(() => setBusy(false));
  };
  const button = (
    <Button
      appearance="primary"
      onClick={press}
      disabledFocusable={isBusy}
      icon={isBusy ? <Spinner size="tiny" /> : null}
    >
      {isBusy ? t.signingIn : t.signIn}
    </Button>
  );
  return { why: t.failures[(last ?? failure).code], button };
}

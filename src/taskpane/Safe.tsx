/** What goes wrong while a part of the pane is loaded or drawn stays in its place, and there is a way on: never a blank pane. */
import { Button, makeStyles } from "@fluentui/react-components";
import { PuzzlePieceRegular } from "@fluentui/react-icons/svg/puzzle-piece";
import { Component, createContext, type ReactNode, useContext } from "react";
import { BackButton } from "./BackButton.tsx";
import { Quiet } from "./triage/Quiet.tsx";
import { useWords } from "./words.tsx";

/** Starts the pane anew, where that loses nothing. */
export const StartAnew = createContext<() => void>(() => {});

const useStyles = makeStyles({ head: { padding: "12px 12px 0" } });

interface SafeProps {
  children: ReactNode;
  /** Tries what failed once more; absent, only a new start helps. */
  onRetry?: (() => void) | undefined;
  onLeave?: (() => void) | undefined;
}

export class Safe extends Component<SafeProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const { onRetry, onLeave } = this.props;
    const retry =
      onRetry &&
      (() => {
        onRetry();
        this.setState({ hasFailed: false });
      });
    return <Missing onRetry={retry} onLeave={onLeave} />;
  }
}

/** After an update the files of the old version are gone, so what did not help once is followed by a new start. */
function Missing({ onRetry, onLeave }: Pick<SafeProps, "onRetry" | "onLeave">) {
  const { t } = useWords();
  const startAnew = useContext(StartAnew);
  const styles = useStyles();
  return (
    <>
      {onLeave && (
        <div className={styles.head}>
          <BackButton onPress={onLeave} />
        </div>
      )}
      <Quiet isWhole icon={PuzzlePieceRegular} title={t.partMissing} hint={t.partMissingHint}>
        <Button onClick={onRetry ?? startAnew}>{t.tryAgain}</Button>
      </Quiet>
    </>
  );
}

/** A page that could not be filled: why, and the way on. */
import { Button } from "@fluentui/react-components";
import { PlugDisconnectedRegular } from "@fluentui/react-icons/svg/plug-disconnected";
import type { Failure } from "../../triage/failure.ts";
import { Quiet } from "../triage/Quiet.tsx";
import { useWords } from "../words.tsx";

export function Failed({ failure, onRetry }: { failure: Failure; onRetry(): void }) {
  const { t } = useWords();
  return (
    <Quiet icon={PlugDisconnectedRegular} title={t.faultTitle} hint={t.failures[failure.code]}>
      <Button onClick={onRetry}>{t.tryAgain}</Button>
    </Quiet>
  );
}

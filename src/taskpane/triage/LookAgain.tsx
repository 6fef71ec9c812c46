/** For the day Outlook does not say that another message was opened. */
import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { useWords } from "../words.tsx";

export function LookAgain({ onPress }: { onPress(): void }) {
  const { t } = useWords();
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<ArrowClockwiseRegular fontSize={16} />}
      title={t.lookAgain}
      aria-label={t.lookAgain}
      onClick={onPress}
    />
  );
}

/** For the day Outlook does not say that another message was opened. */
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { IconButton } from "../IconButton.tsx";
import { useWords } from "../words.tsx";

export function LookAgain({ onPress }: { onPress(): void }) {
  const { t } = useWords();
  return <IconButton icon={ArrowClockwiseRegular} size={16} label={t.lookAgain} onPress={onPress} />;
}

/** The way back, pointing to where one came from in either direction of reading. */
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { IconButton } from "./IconButton.tsx";
import { directionOf } from "./locales/catalogue.ts";
import { useWords } from "./words.tsx";

export function BackButton({ onPress }: { onPress(): void }) {
  const { t, language } = useWords();
  const icon = directionOf(language) === "rtl" ? ArrowRightRegular : ArrowLeftRegular;
  return <IconButton icon={icon} label={t.back} onPress={onPress} />;
}

/** A button that is only a picture: its name is read aloud, and shown when the pointer rests on it. */
import { Button, makeStyles } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";

const useStyles = makeStyles({ button: { flexShrink: 0 } });

interface IconButtonProps {
  icon: FluentIcon;
  label: string;
  /** Small for what stands beside a line of text. */
  size?: 16 | 18;
  /** Where it unfolds something: whether that is open. */
  isOpen?: boolean;
  onPress(): void;
}

export function IconButton({ icon: Icon, label, size = 18, isOpen, onPress }: IconButtonProps) {
  const styles = useStyles();
  return (
    <Button
      className={styles.button}
      appearance="subtle"
      size="small"
      icon={<Icon fontSize={size} />}
      title={label}
      aria-label={label}
      aria-expanded={isOpen}
      onClick={onPress}
    />
  );
}

/** The sign-in dialog of the simulated host: the person allows the add-in, or does not. */
import {
  Avatar,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Persona } from "../personas.ts";
import { useSpeech } from "./words.ts";

const useStyles = makeStyles({
  surface: { maxWidth: "420px" },
  who: { display: "flex", gap: "12px", alignItems: "center", paddingBlock: "16px" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export interface ConsentDialogProps {
  isOpen: boolean;
  persona: Persona;
  onAnswer(isGiven: boolean): void;
}

export function ConsentDialog({ isOpen, persona, onAnswer }: ConsentDialogProps) {
  const styles = useStyles();
  const { words } = useSpeech();
  return (
    <Dialog open={isOpen} modalType="alert" onOpenChange={(_, { open }) => !open && onAnswer(false)}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.consentTitle}</DialogTitle>
          <DialogContent>
            <div className={styles.who}>
              <Avatar name={persona.name} color="colorful" size={40} aria-hidden />
              <div>
                <Text size={200} block className={styles.quiet}>
                  {words.signedInAs}
                </Text>
                <Text weight="semibold" block>
                  {persona.name}
                </Text>
                <Text size={200} block>
                  {persona.address}
                </Text>
              </div>
            </div>
            <Text>{words.consentText}</Text>
          </DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={() => onAnswer(false)}>
              {words.cancel}
            </Button>
            <Button appearance="primary" onClick={() => onAnswer(true)}>
              {words.allow}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

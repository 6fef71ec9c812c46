/** A message in a window of its own, as displayMessageForm opens it. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { MessageLine } from "../../mailboxMessage.ts";
import type { ThemeName } from "../host/theme.ts";
import { useSpeech } from "../words.ts";
import { Envelope } from "./Envelope.tsx";
import { MailContent } from "./MailContent.tsx";

interface MessageWindowProps {
  message: MessageLine | undefined;
  theme: ThemeName;
  onClose(): void;
}

export function MessageWindow({ message, theme, onClose }: MessageWindowProps) {
  const { words } = useSpeech();
  if (!message) return null;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>{message.subject || words.noSubject}</DialogTitle>
          <DialogContent>
            <Envelope message={message} />
            <div style={{ display: "flex", flexDirection: "column", minHeight: "240px" }}>
              <MailContent key={message.id} message={message} theme={theme} />
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** What a message holds: its attachments by name and its body, read when the message is opened. */
import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { Attach16Regular } from "@fluentui/react-icons/svg/attach";
import { useEffect, useState } from "react";
import type { FullMessage, MessageLine } from "../../mailboxMessage.ts";
import type { ThemeName } from "../host/theme.ts";
import { readMessage } from "../mailClient.ts";
import { useSpeech } from "../words.ts";
import { MailBody } from "./MailBody.tsx";

const useStyles = makeStyles({
  files: { display: "flex", gap: "8px", flexWrap: "wrap", paddingBottom: "8px" },
  file: {
    display: "inline-flex",
    gap: "6px",
    alignItems: "center",
    padding: "4px 10px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "4px",
    fontSize: "12px",
  },
});

export function MailContent({ message, theme }: { message: MessageLine; theme: ThemeName }) {
  const styles = useStyles();
  const { words } = useSpeech();
  const [full, setFull] = useState<FullMessage | "failed">();
  useEffect(() => {
    let isCurrent = true;
    readMessage(message.id).then(
      (read) => isCurrent && setFull(read),
      () => isCurrent && setFull("failed"),
    );
    return () => {
      isCurrent = false;
    };
  }, [message.id]);
  if (message.kind === "encrypted") return <Text>{words.encrypted}</Text>;
  if (full === "failed") return <Text>{words.failed}</Text>;
  if (!full) return <Spinner size="small" label={words.loading} />;
  const files = full.attachments.filter(({ isInline }) => !isInline);
  return (
    <>
      {files.length > 0 && (
        <div className={styles.files}>
          {files.map((file) => (
            <span key={file.id} className={styles.file}>
              <Attach16Regular /> <bdi>{file.name}</bdi>
            </span>
          ))}
        </div>
      )}
      <MailBody message={full} theme={theme} />
    </>
  );
}

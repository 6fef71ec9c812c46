/** The body of a message: text as text, HTML in a frame without scripts and without requests. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { FullMessage } from "../../mailboxMessage.ts";
import type { ThemeName } from "../host/theme.ts";
import { useSpeech } from "../words.ts";
import { mailDocument, showable } from "./mailDocument.ts";

const useStyles = makeStyles({
  frame: { flex: 1, minHeight: 0, width: "100%", border: "none", borderRadius: "4px" },
  text: {
    flex: 1,
    minHeight: 0,
    overflowY: "auto",
    margin: 0,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyBase,
    fontSize: "15px",
    lineHeight: "1.5",
    color: tokens.colorNeutralForeground1,
  },
});

export function MailBody({ message, theme }: { message: FullMessage; theme: ThemeName }) {
  const styles = useStyles();
  const { words } = useSpeech();
  if (message.html === undefined)
    return (
      <pre className={styles.text} dir="auto">
        {showable(message.text)}
      </pre>
    );
  return (
    <iframe
      className={styles.frame}
      title={words.reading}
      sandbox=""
      referrerPolicy="no-referrer"
      srcDoc={mailDocument(message.html, theme)}
    />
  );
}

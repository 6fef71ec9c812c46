/** Who wrote a message, to whom and when. */
import { Avatar, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Address, MessageLine } from "../../mailboxMessage.ts";
import { longTime } from "../dates.ts";
import { useSpeech } from "../words.ts";

const useStyles = makeStyles({
  people: {
    display: "grid",
    gridTemplateColumns: "40px minmax(0,1fr)",
    columnGap: "12px",
    paddingBottom: "12px",
  },
  line: { display: "flex", columnGap: "8px", alignItems: "baseline", flexWrap: "wrap" },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "18px",
    overflowWrap: "anywhere",
  },
});

const named = ({ name, address }: Address) => (name && name !== address ? `${name} <${address}>` : address);

export function Envelope({ message }: { message: MessageLine }) {
  const styles = useStyles();
  const { words, language } = useSpeech();
  const sender = message.from.name || message.from.address || words.unknownSender;
  return (
    <div className={styles.people}>
      <Avatar name={sender} color="colorful" size={40} aria-hidden />
      <div>
        <div className={styles.line}>
          <Text weight="semibold">
            <bdi>{sender}</bdi>
          </Text>
          {message.from.address !== sender && (
            <span className={styles.quiet}>
              <bdi>&lt;{message.from.address}&gt;</bdi>
            </span>
          )}
        </div>
        <div className={styles.quiet}>
          {words.to}: <bdi>{message.to.map(named).join("; ")}</bdi>
          {message.cc.length > 0 && (
            <>
              {" · "}
              {words.cc}: <bdi>{message.cc.map(named).join("; ")}</bdi>
            </>
          )}
        </div>
        <div className={styles.quiet}>{longTime(message.receivedAt, language)}</div>
      </div>
    </div>
  );
}

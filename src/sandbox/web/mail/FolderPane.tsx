/** The folders of the person's own mailbox and the mailboxes shared with them. */
import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { Archive20Regular } from "@fluentui/react-icons/svg/archive";
import { Delete20Regular } from "@fluentui/react-icons/svg/delete";
import { Drafts20Regular } from "@fluentui/react-icons/svg/drafts";
import { MailInbox20Filled, MailInbox20Regular } from "@fluentui/react-icons/svg/mail-inbox";
import { PeopleTeam20Filled, PeopleTeam20Regular } from "@fluentui/react-icons/svg/people-team";
import { Send20Regular } from "@fluentui/react-icons/svg/send";
import type { ReactElement } from "react";
import type { Mailbox } from "../../personas.ts";
import { useSpeech } from "../words.ts";

const useStyles = makeStyles({
  pane: {
    width: "188px",
    flexShrink: 0,
    overflowY: "auto",
    padding: "8px 0",
    "@media (max-width: 1180px)": { display: "none" },
  },
  heading: { display: "block", padding: "8px 12px 4px", color: tokens.colorNeutralForeground2 },
  folder: {
    width: "100%",
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightRegular,
    border: "none",
    height: "34px",
    minWidth: 0,
    borderRadius: "4px",
  },
  still: {
    "&[aria-disabled]": { color: tokens.colorNeutralForeground2, cursor: "default" },
    "&[aria-disabled] .fui-Button__icon": { color: tokens.colorNeutralForeground2 },
  },
  name: { flex: 1, textAlign: "start", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  open: { backgroundColor: tokens.colorBrandBackground2, fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorBrandForeground1, fontSize: "12px" },
});

export interface FolderPaneProps {
  mailboxes: readonly Mailbox[];
  open: string;
  /** Unread messages in the open mailbox. */
  unread: number;
  onOpen(address: string): void;
}

export function FolderPane({ mailboxes, open, unread, onOpen }: FolderPaneProps) {
  const styles = useStyles();
  const { words } = useSpeech();
  const own = mailboxes.find(({ isShared }) => !isShared);
  const folder = (name: string, icon: ReactElement, address?: string) => (
    <Button
      key={name}
      appearance="subtle"
      icon={icon}
      className={mergeClasses(styles.folder, !address && styles.still, address === open && styles.open)}
      aria-current={address === open ? "true" : undefined}
      disabledFocusable={!address}
      onClick={() => address && onOpen(address)}
    >
      <span className={styles.name}>{name}</span>
      {address === open && unread > 0 && <span className={styles.count}>{unread}</span>}
    </Button>
  );
  return (
    <nav className={styles.pane} aria-label={words.folders}>
      <Text size={200} weight="semibold" className={styles.heading} truncate wrap={false}>
        {own?.address}
      </Text>
      {folder(
        words.inbox,
        own?.address === open ? <MailInbox20Filled /> : <MailInbox20Regular />,
        own?.address,
      )}
      {folder(words.drafts, <Drafts20Regular />)}
      {folder(words.sent, <Send20Regular />)}
      {folder(words.archive, <Archive20Regular />)}
      {folder(words.deleted, <Delete20Regular />)}
      <Text size={200} weight="semibold" className={styles.heading}>
        {words.shared}
      </Text>
      {mailboxes
        .filter(({ isShared }) => isShared)
        .map(({ name, address }) =>
          folder(name, address === open ? <PeopleTeam20Filled /> : <PeopleTeam20Regular />, address),
        )}
    </nav>
  );
}

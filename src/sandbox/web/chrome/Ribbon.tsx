/** The ribbon: Outlook's own commands for the look of it, and Concord's two, which work. */
import {
  Button,
  makeStyles,
  mergeClasses,
  Spinner,
  Toolbar,
  ToolbarDivider,
  tokens,
} from "@fluentui/react-components";
import { Archive20Regular } from "@fluentui/react-icons/svg/archive";
import { ArrowForward20Regular } from "@fluentui/react-icons/svg/arrow-forward";
import { ArrowReply20Regular } from "@fluentui/react-icons/svg/arrow-reply";
import { ArrowReplyAll20Regular } from "@fluentui/react-icons/svg/arrow-reply-all";
import { Delete20Regular } from "@fluentui/react-icons/svg/delete";
import { Mail20Regular } from "@fluentui/react-icons/svg/mail";
import { MailRead20Regular } from "@fluentui/react-icons/svg/mail-read";
import { type ReactElement, useState } from "react";
import { useSpeech } from "../words.ts";

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    margin: "8px 8px 0 0",
    padding: "4px 8px",
    gap: "2px",
    minHeight: "44px",
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: "8px",
    boxShadow: tokens.shadow2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    flexWrap: "nowrap",
    overflow: "hidden",
  },
  // Outlook's own commands look as they do there; they do nothing here and say so to assistive technology.
  still: {
    "&[aria-disabled]": { color: tokens.colorNeutralForeground2, cursor: "default" },
    "&[aria-disabled] .fui-Button__icon": { color: tokens.colorNeutralForeground2 },
  },
  stillPrimary: {
    "&[aria-disabled]": {
      backgroundColor: tokens.colorBrandBackground,
      color: tokens.colorNeutralForegroundOnBrand,
      cursor: "default",
    },
    "&[aria-disabled] .fui-Button__icon": { color: tokens.colorNeutralForegroundOnBrand },
  },
  idle: {
    fontWeight: tokens.fontWeightRegular,
    minWidth: 0,
    padding: "5px 8px",
    whiteSpace: "nowrap",
    "@media (max-width: 1440px)": { "& .label": { display: "none" } },
  },
  ours: { fontWeight: tokens.fontWeightSemibold, minWidth: 0, padding: "5px 10px", whiteSpace: "nowrap" },
  icon: { width: "20px", height: "20px", display: "block" },
});

export interface RibbonProps {
  isPaneOpen: boolean;
  hasMessage: boolean;
  onTriage(): void;
  onConfirm(): Promise<unknown>;
}

export function Ribbon({ isPaneOpen, hasMessage, onTriage, onConfirm }: RibbonProps) {
  const styles = useStyles();
  const { words } = useSpeech();
  const [isBusy, setBusy] = useState(false);
  const idle = (label: string, icon: ReactElement) => (
    <Button
      key={label}
      appearance="subtle"
      icon={icon}
      className={mergeClasses(styles.idle, styles.still)}
      disabledFocusable
      title={label}
    >
      <span className="label">{label}</span>
    </Button>
  );
  async function confirm() {
    setBusy(true);
    await onConfirm().finally(() => setBusy(false));
  }
  return (
    <section aria-label={words.mail}>
      <Toolbar className={styles.bar} aria-label={words.mail}>
        <Button
          appearance="primary"
          icon={<Mail20Regular />}
          className={styles.stillPrimary}
          disabledFocusable
        >
          {words.newMail}
        </Button>
        <ToolbarDivider />
        {idle(words.delete, <Delete20Regular />)}
        {idle(words.archive, <Archive20Regular />)}
        {idle(words.reply, <ArrowReply20Regular />)}
        {idle(words.replyAll, <ArrowReplyAll20Regular />)}
        {idle(words.forward, <ArrowForward20Regular />)}
        {idle(words.markRead, <MailRead20Regular />)}
        <ToolbarDivider />
        <Button
          appearance="subtle"
          className={styles.ours}
          icon={<img src="/assets/icon-20.png" alt="" className={styles.icon} />}
          aria-pressed={isPaneOpen}
          onClick={onTriage}
        >
          {words.triage}
        </Button>
        <Button
          appearance="subtle"
          className={styles.ours}
          icon={
            isBusy ? (
              <Spinner size="tiny" />
            ) : (
              <img src="/assets/confirm-20.png" alt="" className={styles.icon} />
            )
          }
          disabledFocusable={!hasMessage || isBusy}
          onClick={confirm}
        >
          {words.confirm}
        </Button>
      </Toolbar>
    </section>
  );
}

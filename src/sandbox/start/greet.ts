/** What the terminal says once the sandbox is there: where it is, and what to try. */
import type { MailSource } from "../mailSource.ts";

interface Greeting {
  origin: string;
  isTrusted: boolean;
  mail: MailSource;
}

export function greet(say: (line: string) => void, { origin, isTrusted, mail }: Greeting): void {
  const { messages, skipped } = mail;
  say(`\nConcord is ready: ${origin}/\n`);
  if (!isTrusted)
    say(
      "Your browser will warn about the certificate, which was made here for this computer: choose to go on,\nor start with `npm start -- --trusted-certificate`.\n",
    );
  say(`${messages.length} messages are waiting in a simulated Outlook. Try this:`);
  say("  1. Select a message; the pane at the right says what it is and how urgent.");
  say("  2. Press Enter in the pane to confirm, or another choice to correct. Undo is in the status line.");
  say("  3. Open the Sandbox panel: become Priya, the team lead, and look at the Department tab.");
  say("  4. Switch on a fault there (offline, API down) and see that nothing is lost.");
  say("  5. Open the guided story there, or jump a year ahead; one press begins it all again.\n");
  for (const { file, reason } of skipped.slice(0, 20)) say(`  left out: ${file} (${reason})`);
  if (skipped.length > 20) say(`  left out: ${skipped.length - 20} more`);
}

/** Outlook's rough edges: what hurts, what Concord does, which test shows it, and how to try it by hand in the sandbox. */

export interface RoughEdge {
  hurts: string;
  does: string;
  /** File below src, and the beginning of the test's title. */
  tests: readonly (readonly [file: string, title: string])[];
  /** Faults of the sandbox's panel, as they stand in its address. */
  faults: readonly string[];
  /** Where the sandbox is always like that, or a message or button does it: what to do. */
  byHand?: string;
}

const rough = "sandbox/e2e/rough.e2e.ts";
const states = "sandbox/e2e/states.e2e.ts";

export const roughEdges: readonly RoughEdge[] = [
  {
    hurts:
      "News of the selection is lost, comes twice or late; drafts, meetings and encrypted items come in between",
    does: "Two events, a look on focus and a slow poll while visible; the pane names the message it judged, refuses a verdict for another one, and looks again on request",
    tests: [
      [rough, "news of the selection that is lost"],
      [rough, "news that comes %s"],
      ["outlook/mailbox.test.ts", "a lost ItemChanged is made good"],
      [states, "what is no message to triage"],
    ],
    faults: ["itemChanged:lost", "itemChanged:doubled", "itemChanged:late"],
    byHand:
      "Lucía Ferrari’s mailbox holds a draft, an encrypted message and a meeting; Amara Okafor’s a report",
  },
  {
    hurts: "The item is null in the handler",
    does: "A calm empty screen, and three short looks more",
    tests: [
      [states, "when Outlook says that nothing is selected"],
      ["outlook/mailbox.test.ts", "an event that comes before its item"],
    ],
    faults: ["item:null"],
  },
  {
    hurts: "The body cannot be read after a switch (5001, 9020, 9030), or never comes",
    does: "One more try, then the subject goes by, and the pane says so",
    tests: [
      [states, "error %s"],
      [states, "once is tried again"],
      [states, "a host that answers too late"],
    ],
    faults: ["body:5001", "body:9020", "body:9030", "body:9020,bodyTimes:once", "answerDelayMs:8000"],
  },
  {
    hurts: "The pin is forgotten, and pinning reloads the pane",
    does: "A hint until pinning is seen to work; nothing is in the pane alone, so it opens again where it was",
    tests: [
      [rough, "the pin is lost"],
      ["taskpane/comeBack.test.ts", "pinning counts as seen"],
    ],
    faults: ["pin:lost"],
  },
  {
    hurts: "Several selected messages: not allowed, not offered, or failing",
    does: "Feature-tested; without it one message at a time, and what could not be read is said",
    tests: [
      ["sandbox/e2e/batch.e2e.ts", "an older Outlook hands over subjects"],
      ["outlook/several.test.ts", "a permission that does not reach it"],
    ],
    faults: ["several:off", "several:subjects", "several:unreadable", "several:failing"],
  },
  {
    hurts: "Writing categories fails, or differs between clients",
    does: "Written after the verdict is stored (at the latest when its message is opened again), best effort, removed on undo; never the source of truth",
    tests: [
      [rough, "categories that fail"],
      [states, "the Outlook category is written once the verdict is stored"],
      ["taskpane/triage/takeBack.test.ts", "a verdict that is stored only after its message was left"],
    ],
    faults: ["categories:failing"],
  },
  {
    hurts: "A shared mailbox does not say whose it is",
    does: "Found by the recipients of the message; the API decides by the person’s departments",
    tests: [
      [rough, "a shared mailbox Outlook does not name"],
      ["outlook/mailbox.test.ts", "a shared mailbox whose owner Outlook does not tell"],
    ],
    faults: ["sharedProperties:failing"],
  },
  {
    hurts: "Updates do not reach people; an old build stays in a cache or in an open pane",
    does: "Pages are never cached and parts never change; an open pane notices a newer build and offers it; a part that is gone says so and has a way on",
    tests: [
      [rough, "a pane older than the server’s"],
      ["taskpane/newer.test.ts", "a page that names another script"],
      ["taskpane/pane.test.tsx", "a room that cannot be loaded says so"],
    ],
    faults: ["version:older"],
  },
  {
    hurts: "A blank pane: office.js blocked, or Outlook hangs while the pane starts",
    does: "A page in plain HTML says what is missing and tries again",
    tests: [
      [rough, "a host that hangs while the pane starts"],
      [rough, "a network that blocks Microsoft's office.js"],
      [rough, "an Outlook that hangs in the middle"],
    ],
    faults: ["office:blocked", "host:hung"],
  },
  {
    hurts: "Signing in: no bridge, a blocked window, the wrong account, a token the API refuses",
    does: "Silently, then by a press, then in Outlook’s own window; without a valid token nothing is shown",
    tests: [
      [states, "cancelled: it is said calmly"],
      [states, "with its window blocked"],
      [states, "without nested app authentication"],
      [states, "with another account than the mailbox's"],
      [states, "with a token that is %s"],
      ["sandbox/e2e/tokens.e2e.ts", "a stronger sign-in is demanded"],
      ["sandbox/e2e/tokens.e2e.ts", "the token has expired"],
    ],
    faults: [
      "signIn:popup",
      "signIn:cancelled",
      "signIn:blocked",
      "signIn:noBridge",
      "signIn:noAccount",
      "signIn:wrongAccount",
      "token:expired",
      "token:notYetValid",
      "token:wrongAudience",
      "token:wrongIssuer",
      "token:wrongTenant",
      "token:wrongClient",
      "token:otherKey",
      "token:unsigned",
      "token:missingScope",
      "token:missingRoles",
      "token:version1",
      "api:challenged",
      "api:expired",
    ],
  },
  {
    hurts: "The theme is stale or not told",
    does: "By luminance, then the system; changed live; a setting overrules both",
    tests: [
      [rough, "Outlook's theme changes live"],
      ["outlook/outlook.test.ts", "Outlook's background decides between light and dark"],
    ],
    faults: ["officeTheme:stale"],
  },
  {
    hurts: "Office.js takes the history away, and Tab and Escape",
    does: "No router; everything is reached by keyboard inside the real Office.js",
    tests: [
      ["sandbox/e2e/keyboard.e2e.ts", "Tab comes by everything that can be pressed"],
      ["sandbox/e2e/keyboard.e2e.ts", "keys, last verdicts and settings open and close by keyboard"],
    ],
    faults: [],
    byHand: "Always so: the sandbox runs Microsoft’s own office.js",
  },
  {
    hurts: "Browser storage is blocked or partitioned",
    does: "State is on the server; what waits is kept in memory, and the pane says to leave it open",
    tests: [
      [rough, "with storage blocked, what waits is said to last"],
      [states, "with storage blocked, verdicts still arrive"],
    ],
    faults: ["storage:blocked"],
  },
  {
    hurts: "Nobody documents which content security policy an add-in may have",
    does: "A strict one of its own, under which every end-to-end test runs",
    tests: [
      [rough, "no edge raised an exception or a refusal"],
      [states, "no state raised an exception or a refusal"],
    ],
    faults: [],
    byHand: "Always so: the pane in the sandbox has the policy it ships with",
  },
  {
    hurts: "Outlook for Mac tells of a new selection by the second event only",
    does: "Both events are listened to",
    tests: [
      [rough, "where only the second event comes"],
      ["outlook/mailbox.test.ts", "a lost ItemChanged is made good"],
    ],
    faults: ["signals:second"],
  },
  {
    hurts: "Delivery reports are no messages to an add-in",
    does: "Called by their name, not triaged, nothing is asked of Outlook",
    tests: [[states, "what is no message to triage"]],
    faults: [],
    byHand: "Amara Okafor’s own mailbox: “Undeliverable”",
  },
  {
    hurts: "A platform regresses silently: calls fail that worked yesterday; network or API are away",
    does: "Each refused call is counted by its error code in the diagnostics, without content; answering goes on, and an admin can switch off by policy what Outlook breaks",
    tests: [
      [rough, "an Outlook that refuses every call"],
      ["outlook/troubles.test.ts", "what Outlook refuses is counted"],
      [states, "%s"],
    ],
    faults: ["calls:failing", "network:offline", "api:unavailable", "api:destroyed", "apiDelayMs:8000"],
  },
];

const cell = (text: string) => text.replaceAll("|", "\\|");

/** docs/rough-edges.md. */
export const roughEdgesPage = (): string => `# Outlook's rough edges

What hurts in Outlook's task panes, what Concord does about it, the test that shows it, and how to see it with your own eyes: \`npm start\`, then the
panel at the foot of the sandbox, or the faults in its address (\`/sandbox/?faults=item:null\`). This page is written from \`src/sandbox/roughEdges.ts\`
by \`ACCEPT_DOCS=1 npx jest --selectProjects unit --testPathPatterns roughEdges\`; a test holds that every test and every switch named here exists.

| # | What hurts | What Concord does | Tests | By hand |
|---|---|---|---|---|
${roughEdges
  .map(({ hurts, does, tests, faults, byHand }, at) => {
    const shown = tests.map(([file, title]) => `\`${file}\`: ${title}`).join("<br>");
    const tried = [...faults.map((fault) => `\`${fault}\``), ...(byHand ? [byHand] : [])].join("<br>");
    return `| ${[String(at + 1), hurts, does, shown, tried].map(cell).join(" | ")} |`;
  })
  .join("\n")}
`;

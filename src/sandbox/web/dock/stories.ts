/** A guided story for each kind of person: what to do next, why, and a press that brings one there. */
import type { Beginning } from "../../demo/beginning.ts";
import type { Faults } from "../../faults.ts";
import type { Role } from "../../personas.ts";

/** What a step can set going by itself. */
export type Deed =
  | { kind: "become"; persona: string }
  | { kind: "faults"; faults: Partial<Faults> }
  | { kind: "mend" };

export interface Step {
  text: string;
  /** Plays with what the demo holds then; anywhere when absent. */
  when?: Beginning;
  deed?: { label: string; does: Deed };
}

export interface Story {
  title: string;
  /** Who lives through it. */
  persona: string;
  steps: readonly Step[];
}

/** A step that plays a year later. */
const later = (text: string): Step => ({ text, when: "afterAYear" });
const mended: Step["deed"] = { label: "Mend everything", does: { kind: "mend" } };

export const stories: Record<Role, Story> = {
  staff: {
    title: "A morning’s mail",
    persona: "amara",
    steps: [
      {
        text: "You are Amara, in customer service, with a morning’s mail. Select a message. The pane at the right says what it is and how urgent, and names the words that spoke for it.",
      },
      {
        text: "Press Enter in the pane if it is right, or another choice if it is not. Either is one press, and the next message can be opened at once.",
      },
      {
        text: "Press Z to take it back, or open the clock at the foot: your last ten answers and what became of them.",
      },
      {
        text: "Now and then you are asked before you see what the model says. That is the only way to know how often it is right.",
      },
      {
        text: "The payment provider had a bad day, and many customers were charged twice. Select a message in the list and press Ctrl+A: the pane groups what is alike and sure. Open the two it has drawn, and confirm the whole group in one press.",
        when: "firstDay",
      },
      {
        text: "Cut the connection and answer a message: it waits on this computer and says so.",
        deed: { label: "Cut the connection", does: { kind: "faults", faults: { network: "offline" } } },
      },
      { text: "Mend it: what waited arrives, once.", deed: mended },
      later(
        "What does it come to? A year later, the foot of the pane tells what became of your corrections. “The monthly review” shows what your team lead sees of it.",
      ),
    ],
  },
  lead: {
    title: "The monthly review",
    persona: "priya",
    steps: [
      {
        text: "You are Priya, who leads customer service. On a first day nothing can be known: the Department tab then says what is missing, and how much of it. The next steps play a year later, with mail, answers, agreements and reviews of twelve months.",
      },
      later(
        "Open the Department tab. First comes the answer: which objectives are on target, which are off, and which are not yet known.",
      ),
      later(
        "Choose the last 52 weeks. In autumn new products came, and nobody told the model: the points by week fall. “As a table” has the same in figures.",
      ),
      later(
        "Press “More figures”: who is confused with whom, how sure the model was, when its errors changed, and whether colleagues agree with each other.",
      ),
      later(
        "Open Corrections: what staff corrected, waiting for your yes or no. Accepted ones are learned; the person who corrected is told.",
      ),
      later(
        "Open Objectives: each with its target, its owner, its evidence, and how many more checks are needed. The state is computed; nobody can set it.",
      ),
      later(
        "Open Reviews and continue the one that is open. The agenda is written already. Add a decision with an owner and a day, say how likely each objective will be met next time, and close it.",
      ),
      later(
        "Print it, or copy it as text for Teams. Below the list of reviews, save the evidence pack: it can be checked without Concord.",
      ),
    ],
  },
  admin: {
    title: "The rollout",
    persona: "tomasz",
    steps: [
      {
        text: "You are Tomasz, who runs mail. “npm run deploy:pack” has written the manifest, the registration and the texts; the pane is out. Open Admin in the pane: departments, and how many people it reached.",
      },
      {
        text: "Open Customer service and its policy: how many blind checks, how many asks a day, whether the Outlook category is written, how long messages are kept. Change the asks a day and save; each change is a version one can go back to.",
      },
      {
        text: "Open People, find a colleague and export all that is stored about them. Erasing is there too, and says what it means before it is done.",
      },
      {
        text: "Open the log: your change with you as its author, chained to all before it, so that nothing can be cut out unseen.",
      },
      {
        text: "Break the sign-in as a tenant might, and read what a colleague would be told.",
        deed: { label: "Let the person cancel", does: { kind: "faults", faults: { signIn: "cancelled" } } },
      },
      {
        text: "Block Microsoft’s office.js, as a proxy might: the page says what is missing and whom to tell.",
        deed: { label: "Block office.js", does: { kind: "faults", faults: { office: "blocked" } } },
      },
      { text: "Mend everything, and see the pane come back.", deed: mended },
      later(
        "A year later there are eight departments, and one of them is served worse than the others: choose it under Department, and look at its models under Corrections, All versions. “The monthly review” shows what a lead does about it.",
      ),
    ],
  },
};

/** The story a person sees first: that of what they may do most. */
export const storyOf = (roles: readonly Role[]): Role =>
  roles.includes("admin") ? "admin" : roles.includes("lead") ? "lead" : "staff";

/** Whose story comes after whose: from the mail, by what it comes to, to how it was rolled out. */
const order: readonly Role[] = ["staff", "lead", "admin"];

export const storyAfter = (role: Role): Role => order[(order.indexOf(role) + 1) % order.length]!;

/** A guided story for each kind of person: what to do next, why, and a press that brings one there. */
import type { Faults } from "../../faults.ts";
import type { Role } from "../../personas.ts";

/** What a step can set going by itself. */
export type Deed =
  | { kind: "become"; persona: string }
  | { kind: "faults"; faults: Partial<Faults> }
  | { kind: "mend" };

export interface Step {
  text: string;
  deed?: { label: string; does: Deed };
}

export interface Story {
  title: string;
  /** Who lives through it. */
  persona: string;
  steps: readonly Step[];
}

export const stories: Record<Role, Story> = {
  staff: {
    title: "A morning’s mail",
    persona: "amara",
    steps: [
      {
        text: "Select a message. The pane at the right says what it is and how urgent, and names the words that spoke for it.",
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
        text: "Cut the connection and answer a message: it waits on this computer and says so.",
        deed: { label: "Cut the connection", does: { kind: "faults", faults: { network: "offline" } } },
      },
      {
        text: "Mend it: what waited arrives, once.",
        deed: { label: "Mend everything", does: { kind: "mend" } },
      },
    ],
  },
  lead: {
    title: "The monthly review",
    persona: "priya",
    steps: [
      {
        text: "Open the Department tab: how often the model is right, between which ends, and from how many blind checks.",
      },
      {
        text: "Unfold the figures. Each has its number of checks; where they are too few it says “not yet known” instead of a number.",
      },
      { text: "Look at the pairs that are confused most: they are the agenda for a talk with the team." },
      {
        text: "Open Objectives and agree on a target with an owner, then Reviews to talk through what the evidence says and to decide.",
      },
    ],
  },
  admin: {
    title: "The rollout",
    persona: "tomasz",
    steps: [
      { text: "Open the administration in the pane: departments, people, log and diagnostics." },
      {
        text: "Open a department’s policy: how many blind checks, how many asks a day, whether the Outlook category is written.",
      },
      {
        text: "Break the sign-in as a tenant might, and read what a colleague would be told.",
        deed: { label: "Let the person cancel", does: { kind: "faults", faults: { signIn: "cancelled" } } },
      },
      {
        text: "Block Microsoft’s office.js, as a proxy might: the page says what is missing and whom to tell.",
        deed: { label: "Block office.js", does: { kind: "faults", faults: { office: "blocked" } } },
      },
      {
        text: "Mend everything, and see the pane come back.",
        deed: { label: "Mend everything", does: { kind: "mend" } },
      },
    ],
  },
};

/** The story a person sees first: that of what they may do most. */
export const storyOf = (roles: readonly Role[]): Role =>
  roles.includes("admin") ? "admin" : roles.includes("lead") ? "lead" : "staff";

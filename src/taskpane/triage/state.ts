/** What the triage screen shows: one tagged union, and the events and commands that carry it from one to the next. */
import type { OpenMessage, OtherKind, Selection } from "../../outlook/selection.ts";
import type { Failure, MovedTo } from "../../triage/failure.ts";
import type { MessageRef, PredictionRequest } from "../../triage/message.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { Priority } from "../../triage/taxonomy.ts";
import type { KnownVerdict, Outcome, Reason, Verdict, Wording } from "../../triage/verdict.ts";
import type { Delivered } from "../outbox/delivery.ts";
import type { NewEntry } from "../outbox/outbox.ts";
import type { Movement } from "../outbox/recents.ts";

/** A reader's own words about a verdict. */
export interface Said {
  readonly reason?: Reason;
  readonly note?: string;
}

/** What the reader has picked so far, before anything is stored. */
export interface Draft extends Said {
  readonly category?: string;
  readonly priority?: Priority;
  readonly presses: number;
}

/** A message somebody is asked about; every verdict names this message and this prediction, never "the open one". */
export interface Question {
  readonly message: OpenMessage;
  readonly messageRef: MessageRef;
  readonly departmentId: string;
  readonly predictionId: string;
  /** Present where a lead may open the message later. */
  readonly itemId?: string;
  /** Present while the API does not know of the opening. */
  readonly opening?: PredictionRequest;
  readonly bodyRead: boolean;
  /** Epoch milliseconds. */
  readonly shownAt: number;
  readonly draft: Draft;
}

export type Asking =
  | {
      readonly kind: "predicted";
      readonly question: Question;
      readonly prediction: Prediction;
      readonly evidence: readonly string[];
    }
  | {
      readonly kind: "severalFit";
      readonly question: Question;
      readonly prediction: Prediction;
      readonly evidence: readonly string[];
    }
  | { readonly kind: "yourCallFirst"; readonly question: Question }
  | {
      readonly kind: "unpredicted";
      readonly question: Question;
      readonly why: "modelUnavailable" | "offline" | "unreachable";
    };

export interface GivenWording extends Readonly<Wording> {
  readonly at: number;
}

/** A verdict of the person at this pane. */
export interface Given {
  readonly feedbackId: string;
  readonly predictionId: string;
  readonly verdict: Verdict;
  readonly isStored: boolean;
  readonly outcome?: Outcome;
  /** When it was decided, what it took, and the words that went with it; unknown of what an older API keeps. */
  readonly wording?: GivenWording;
  /** A stored wording that this one replaces: it stands again if this one is refused. */
  readonly before?: Given;
}

export type Screen =
  | { readonly kind: "nothingSelected" }
  | { readonly kind: "notAMessage"; readonly what: OtherKind }
  | { readonly kind: "loading"; readonly message: OpenMessage }
  | { readonly kind: "signInNeeded"; readonly message: OpenMessage; readonly failure: Failure }
  | { readonly kind: "chooseDepartment"; readonly message: OpenMessage }
  | { readonly kind: "fault"; readonly message: OpenMessage; readonly failure: Failure }
  | Asking
  /** `said` is what the model said: at once where it was seen, and after the blind verdict is stored. */
  | {
      readonly kind: "answered";
      readonly asking: Asking;
      readonly given: Given;
      readonly said?: Prediction;
      /** A reason or note begun after the answer: it is added by a press, or by going on to another message. */
      readonly late?: Said;
    }
  | { readonly kind: "answeredByColleague"; readonly asking: Asking; readonly known: KnownVerdict }
  | (Place & {
      readonly kind: "moved";
      readonly message: OpenMessage;
      readonly to: string;
      /** Absent where a colleague moved it: it is not this person's to fetch back. */
      readonly moveId?: string;
      /** What was asked here when it was moved; it stands again if the move is refused. */
      readonly asking?: Asking;
      /** It is being fetched back, by this move. */
      readonly backId?: string;
    });

type Place = Pick<Question, "messageRef" | "departmentId">;

export interface TriageState {
  /** Counts the selections; what comes back for an older one is dropped. */
  readonly generation: number;
  readonly fingerprint: string;
  readonly screen: Screen;
  /** What was picked of messages that were left before they were answered, in the order of leaving. */
  readonly begun?: readonly { readonly messageRef: MessageRef; readonly draft: Draft }[];
  /** One calm sentence about what just happened, until the next event that has one. */
  readonly notice?:
    | { readonly kind: "movedOn" }
    | { readonly kind: "refused"; readonly failure: Failure }
    /** A message was left with half an answer. */
    | { readonly kind: "unfinished"; readonly subject: string }
    /** Stored, but Outlook did not take the category. */
    | { readonly kind: "unlabelled" }
    /** An earlier verdict was taken back; its Outlook category can go only when its message is open again. */
    | { readonly kind: "takenBack"; readonly subject?: string; readonly isLabelled: boolean };
}

/** How an opening ended. */
export type Opening =
  | {
      readonly kind: "asking";
      readonly asking: Asking;
      readonly known?: KnownVerdict;
      readonly given?: Given;
    }
  | ({ readonly kind: "moved" } & Place & MovedTo)
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "noDepartment" };

/** What the person pressed, with what the shell adds: the time, a new id, and what Outlook has open right now. */
export interface Press {
  readonly generation: number;
  readonly current: string;
  readonly id: string;
  readonly at: number;
}

export type TriageEvent =
  | { readonly type: "selected"; readonly selection: Selection; readonly id: string }
  | { readonly type: "reopen" }
  /** Asked again behind the screen: what stands there stays until there is more to say, and whatever was begun stays for good. */
  | { readonly type: "retry" }
  | { readonly type: "opened"; readonly generation: number; readonly opening: Opening }
  | ({ readonly type: "chose"; readonly category?: string; readonly priority?: Priority } & Press)
  | ({ readonly type: "unsure" } & Press)
  | ({ readonly type: "move"; readonly to: string } & Press)
  | ({ readonly type: "moveBack" } & Press)
  /** A move of whatever message is taken back. */
  | {
      readonly type: "fetchBack";
      readonly move: Movement;
      readonly subject?: string;
      readonly id: string;
      readonly at: number;
    }
  | {
      readonly type: "noted";
      readonly generation: number;
      readonly reason?: Reason | undefined;
      readonly note?: string;
    }
  /** A reason or note after the verdict: the same verdict in a newer wording. */
  | ({ readonly type: "annotate"; readonly said: Said } & Press)
  /** A press that only looked: the list of all choices was opened. */
  | { readonly type: "looked"; readonly generation: number }
  | { readonly type: "reconsider"; readonly generation: number; readonly at: number }
  | {
      readonly type: "undo";
      readonly feedbackId: string;
      readonly predictionId: string;
      readonly departmentId: string;
      readonly lane?: string;
      /** It may carry an Outlook category, which goes when the message is open. */
      readonly isLabelled?: boolean;
      /** Of its message, where it was opened since the pane was. */
      readonly subject?: string;
      readonly at: number;
    }
  | { readonly type: "delivered"; readonly id: string; readonly delivered: Delivered }
  | { readonly type: "refused"; readonly id: string; readonly failure: Failure }
  | { readonly type: "unlabelled"; readonly fingerprint: string }
  | { readonly type: "dismiss" };

export type Command =
  | { readonly type: "open"; readonly generation: number; readonly message: OpenMessage }
  | { readonly type: "store"; readonly entry: NewEntry }
  | { readonly type: "reselect" }
  /** Best effort, and only while the message is still open. */
  | {
      readonly type: "label";
      readonly fingerprint: string;
      readonly departmentId: string;
      readonly category: string;
      readonly how: "add" | "remove";
    };

export const begin: TriageState = { generation: 0, fingerprint: "", screen: { kind: "nothingSelected" } };

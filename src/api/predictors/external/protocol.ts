/** What a protocol is: how a message is put to the model, and how its answer is read. */
import type { Features, MessageText } from "../../../triage/message.ts";
import type { ExternalModel } from "../../../triage/modelChoice.ts";
import type { Taxonomy } from "../../../triage/taxonomy.ts";
import type { Scored } from "./scores.ts";

export interface Question {
  model: ExternalModel;
  taxonomy: Taxonomy;
  features: Features;
  /** present only where the department's policy sends the text */
  text?: MessageText | undefined;
}

export interface Said {
  categories: Scored[];
  priorities: Scored[];
  /** the model's own word for its version */
  version?: string | undefined;
}

export interface ModelProtocol {
  /** What is posted. Throws ModelFault `text_withheld` where the model needs a text that the policy keeps in the mailbox. */
  request(question: Question): unknown;
  /** Throws ModelFault `answer_invalid`. */
  read(answer: unknown): Said;
}

/** Found messages → what the model may learn of them, hashed, and the faults of the rest. */
import { createHash } from "node:crypto";
import { featuresOf } from "../../classifier/features.ts";
import type { Features } from "../../triage/message.ts";
import type { Priority } from "../../triage/taxonomy.ts";
import type { Labels } from "./labels.ts";
import { type Fault, type Found, type Item, isFault } from "./record.ts";

/** A labelled message without its text. */
export interface Ready {
  place: string;
  /** digest under which the API would know the message, as from `outlook/messageRef` */
  ref: string;
  features: Features;
  category: string;
  priority: Priority | null;
  receivedAt: number | undefined;
}

export interface Checked {
  ready: Ready[];
  faults: Fault[];
  /** rows left out because an earlier one is the same message with the same labels */
  repeated: number;
}

const digest = (text: string) => createHash("sha256").update(text, "utf8").digest("base64url");

/** With mailbox and message id the same name as when it is opened in Outlook; else one of its own, the same at each import. */
const refOf = (found: Found, mailbox: string | undefined): string =>
  found.id && mailbox
    ? digest(`${mailbox.toLowerCase()}\n${found.id}`)
    : digest(`import\n${found.id || JSON.stringify([found.sender, found.subject, found.body])}`);

function readyFrom(found: Found, labels: Labels, key: string, mailbox: string | undefined): Ready | Fault {
  const { place, subject, body, sender } = found;
  if (found.category === "") return { place, reason: "no category" };
  const category = labels.category(found.category);
  if (category === undefined)
    return { place, reason: `the department has no category "${found.category.slice(0, 80)}"` };
  const priority = found.priority === "" ? null : labels.priority(found.priority);
  if (priority === undefined)
    return { place, reason: `"${found.priority.slice(0, 40)}" is no priority: low, normal, high or urgent` };
  const features = featuresOf({ subject, body, sender }, key);
  if (features.words.ids.length === 0) return { place, reason: "no words in subject or body" };
  return { place, ref: refOf(found, mailbox), features, category, priority, receivedAt: found.receivedAt };
}

/** Equal messages with different labels are a fault of the later one: nobody but a person can say which is right. */
export function checked(
  items: Iterable<Item>,
  labels: Labels,
  key: string,
  mailbox: string | undefined,
): Checked {
  const result: Checked = { ready: [], faults: [], repeated: 0 };
  const known = new Map<string, Ready>();
  for (const item of items) {
    const one = isFault(item) ? item : readyFrom(item, labels, key, mailbox);
    if ("reason" in one) {
      result.faults.push(one);
      continue;
    }
    const earlier = known.get(one.ref);
    if (!earlier) {
      known.set(one.ref, one);
      result.ready.push(one);
    } else if (earlier.category === one.category && earlier.priority === one.priority) result.repeated++;
    else
      result.faults.push({
        place: one.place,
        reason: `the same message as ${earlier.place}, labelled otherwise`,
      });
  }
  return result;
}

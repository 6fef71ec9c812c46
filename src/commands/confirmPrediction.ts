/** Confirms the model's category and priority for the open message, without the pane; never in doubt and never blind. */

import { openMessage } from "../taskpane/opening.ts";
import type { Doors } from "../taskpane/pane.ts";
import type { Opening } from "../taskpane/triage/state.ts";
import { textIn } from "../triage/text.ts";
import type { CommandTexts } from "./texts.ts";

type Asked = Extract<Opening, { kind: "asking" }>["asking"];
type Predicted = Extract<Asked, { kind: "predicted" }>;

export async function confirmPrediction(doors: Doors, language: string, t: CommandTexts): Promise<void> {
  const selection = doors.mailbox.current();
  const say = (text: string) => doors.mailbox.tell(text);
  if (selection.kind !== "message") return void (await say(t.notAMessage));
  const opening = await openMessage(doors, selection.message);
  if (opening?.kind !== "asking") return void (await say(t.failed));
  if (opening.known || opening.given) return void (await say(t.already));
  if (opening.asking.kind !== "predicted") return void (await say(t.openPane));
  // What was predicted is confirmed for that message only.
  if (doors.mailbox.current().fingerprint !== selection.fingerprint) return;
  await store(doors, opening.asking);
  const what = nameOf(doors, opening.asking, language);
  await say(doors.outbox.status().waiting === 0 ? t.saved(what) : t.savedHere(what));
}

async function store({ outbox, newId, now }: Doors, { question, prediction }: Predicted): Promise<void> {
  const { messageRef, predictionId, departmentId, shownAt } = question;
  await outbox.add({
    lane: messageRef,
    predictionId,
    departmentId,
    delivery: {
      kind: "verdict",
      request: {
        feedbackId: newId(),
        messageRef,
        verdict: {
          kind: "holds",
          category: prediction.categories[0]!.category,
          priority: prediction.priorities[0]!.priority,
        },
        presses: 1,
        handlingMs: Math.max(0, now() - shownAt),
        decidedAt: now(),
      },
    },
  });
  await outbox.hurry();
}

function nameOf({ profile }: Doors, { question, prediction }: Predicted, language: string): string {
  const department = profile.peek()?.departments.find(({ id }) => id === question.departmentId);
  const id = prediction.categories[0]?.category;
  const category = department?.taxonomy.categories.find((entry) => entry.id === id);
  return category ? textIn(category.name, language) : (id ?? "");
}

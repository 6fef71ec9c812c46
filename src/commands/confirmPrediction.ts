/** Confirms the model's category and priority for the open message, without the pane; never in doubt and never blind. */

import { loadTexts, type PaneLanguage } from "../taskpane/locales/catalogue.ts";
import { openMessage } from "../taskpane/opening/opening.ts";
import type { Doors } from "../taskpane/pane.ts";
import type { Opening } from "../taskpane/triage/state.ts";
import { confidenceWord } from "../triage/choices.ts";
import { textIn } from "../triage/text.ts";
import type { CommandTexts } from "./texts.ts";

type Asked = Extract<Opening, { kind: "asking" }>["asking"];
type Predicted = Extract<Asked, { kind: "predicted" }>;

export async function confirmPrediction(
  doors: Doors,
  language: PaneLanguage,
  t: CommandTexts,
): Promise<void> {
  const selection = doors.mailbox.current();
  const say = (text: string) => doors.mailbox.tell(text);
  if (selection.kind !== "message") return void (await say(t.notAMessage));
  const opening = await openMessage(doors, selection.message);
  if (opening?.kind !== "asking") return void (await say(t.failed));
  if (opening.known || opening.given) return void (await say(t.already));
  if (opening.asking.kind !== "predicted" || isUnsure(opening.asking)) return void (await say(t.openPane));
  // What was predicted is confirmed for that message only.
  if (doors.mailbox.current().fingerprint !== selection.fingerprint) return;
  const feedbackId = await store(doors, opening.asking);
  const { waiting, refused } = doors.outbox.status();
  if (refused.some(({ id }) => id === feedbackId)) return void (await say(t.failed));
  const what = await wordsFor(doors, opening.asking, language);
  await say(waiting === 0 ? t.saved(what) : t.savedHere(what));
}

const isUnsure = ({ prediction }: Predicted) =>
  confidenceWord(prediction.categories[0]?.probability ?? 0) === "unsure";

async function store({ outbox, newId, now }: Doors, { question, prediction }: Predicted): Promise<string> {
  const feedbackId = newId();
  const { messageRef, predictionId, departmentId, shownAt } = question;
  await outbox.add({
    lane: messageRef,
    predictionId,
    departmentId,
    delivery: {
      kind: "verdict",
      request: {
        feedbackId,
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
  return feedbackId;
}

async function wordsFor({ profile }: Doors, { question, prediction }: Predicted, language: PaneLanguage) {
  const department = profile.peek()?.departments.find(({ id }) => id === question.departmentId);
  const id = prediction.categories[0]?.category;
  const category = department?.taxonomy.categories.find((entry) => entry.id === id);
  const t = await loadTexts(language);
  const name = category ? textIn(category.name, language) : (id ?? "");
  return t.both(name, t.priorities[prediction.priorities[0]!.priority]);
}

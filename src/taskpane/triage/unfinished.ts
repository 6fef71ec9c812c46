/** An answer that was begun when its message was left: it is said, and what was picked is there again when the message is. */
import type { Screen, TriageState } from "./state.ts";

type Begun = NonNullable<TriageState["begun"]>;

const most = 10;

export function leftIn({ screen, begun = [] }: TriageState): { begun: Begun } & Pick<TriageState, "notice"> {
  if (!("question" in screen)) return { begun };
  const { message, messageRef, draft } = screen.question;
  const { presses, ...picked } = draft;
  if (Object.keys(picked).length === 0) return { begun };
  const isHalf = picked.category !== undefined || picked.priority !== undefined;
  return {
    begun: [...begun, { messageRef, draft }].slice(-most),
    ...(isHalf ? { notice: { kind: "unfinished", subject: message.subject } } : {}),
  };
}

export function takenUp(screen: Screen, begun: Begun = []): Pick<TriageState, "screen" | "begun"> {
  if (!("question" in screen)) return { screen, begun };
  const { question } = screen;
  const left = begun.findLast(({ messageRef }) => messageRef === question.messageRef);
  return {
    screen: left ? { ...screen, question: { ...question, draft: left.draft } } : screen,
    begun: begun.filter(({ messageRef }) => messageRef !== question.messageRef),
  };
}

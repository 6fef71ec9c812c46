/** Which screens may give way by themselves, when what kept the model from answering has passed. */
import { passesByItself } from "../../triage/failure.ts";
import type { Screen } from "./state.ts";

/** An answer that was begun is never taken away. */
const isUntouched = (screen: Screen) =>
  screen.kind === "unpredicted" && screen.why !== "modelUnavailable" && screen.question.draft.presses === 0;

export const canComeBack = (screen: Screen): boolean =>
  isUntouched(screen) ||
  // An administrator may add the person meanwhile.
  screen.kind === "chooseDepartment" ||
  (screen.kind === "fault" && passesByItself(screen.failure.code)) ||
  // The API's clock or keys may be what was wrong; whether Outlook knows the person does not pass.
  (screen.kind === "signInNeeded" && screen.failure.code.startsWith("token_"));

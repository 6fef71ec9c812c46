/** The shapes of the API's answers, checked on arrival; a chunk of its own, since the schemas weigh as much as a screen. */
import { Me, Moved } from "../triage/department.ts";
import { PaneConfig } from "../triage/paneConfig.ts";
import { Opened } from "../triage/prediction.ts";
import { Receipt, Undone } from "../triage/receipt.ts";
import { Summary } from "../triage/summary.ts";
import { KnownMessage } from "../triage/verdict.ts";
import { isAnswer } from "./isAnswer.ts";

const shapes = { Me, Moved, PaneConfig, Opened, Receipt, Undone, Summary, KnownMessage };

export const conforms = (shape: keyof typeof shapes, value: unknown): boolean =>
  isAnswer(shapes[shape], value);

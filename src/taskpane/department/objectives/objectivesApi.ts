/** The page's side of the API; every answer is checked against its schema on arrival. */
import {
  Objective,
  ObjectiveHistory,
  type ObjectiveRequest,
  Objectives,
  type WithdrawalRequest,
} from "../../../triage/objective.ts";
import type { ApiClient } from "../../apiClient.ts";
import { isAnswer } from "../../isAnswer.ts";

type Ask = Pick<ApiClient, "ask">;

const at = (department: string, ...rest: string[]) =>
  ["api", "departments", department, "objectives", ...rest].map(encodeURIComponent).join("/");

const isObjectives = (value: unknown): value is Objectives => isAnswer(Objectives, value);
const isObjective = (value: unknown): value is Objective => isAnswer(Objective, value);
const isHistory = (value: unknown): value is ObjectiveHistory => isAnswer(ObjectiveHistory, value);

export const loadObjectives = ({ ask }: Ask, department: string) =>
  ask({ method: "GET", path: at(department) }, isObjectives);

export const loadHistory = ({ ask }: Ask, department: string, id: string) =>
  ask({ method: "GET", path: at(department, id) }, isHistory);

export const putObjective = ({ ask }: Ask, department: string, id: string, body: ObjectiveRequest) =>
  ask({ method: "PUT", path: at(department, id), body }, isObjective);

export const withdrawObjective = ({ ask }: Ask, department: string, id: string, body: WithdrawalRequest) =>
  ask({ method: "POST", path: at(department, id, "withdrawal"), body }, isObjective);

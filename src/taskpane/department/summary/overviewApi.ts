/** The page's side of the overview; the answer is checked against its schema on arrival. */
import { Overview } from "../../../triage/overview.ts";
import type { ApiClient } from "../../apiClient.ts";
import { isAnswer } from "../../isAnswer.ts";

const isOverview = (value: unknown): value is Overview => isAnswer(Overview, value);

export const loadOverview = ({ ask }: Pick<ApiClient, "ask">, department: string) =>
  ask({ method: "GET", path: `api/departments/${encodeURIComponent(department)}/overview` }, isOverview);

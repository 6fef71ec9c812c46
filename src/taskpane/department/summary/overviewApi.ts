/** The page's side of the overview; the answer is checked against its schema on arrival. */
import Value from "typebox/value";
import { Overview } from "../../../triage/overview.ts";
import type { ApiClient } from "../../apiClient.ts";

const isOverview = (value: unknown): value is Overview => Value.Check(Overview, value);

export const loadOverview = ({ ask }: Pick<ApiClient, "ask">, department: string) =>
  ask({ method: "GET", path: `api/departments/${encodeURIComponent(department)}/overview` }, isOverview);

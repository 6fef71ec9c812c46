/** A category on its way into another one: chosen, asked once more, sent, and what has gone so far. */
import { useState } from "react";
import type { DepartmentView } from "../../../triage/department.ts";
import type { Failure } from "../../../triage/failure.ts";
import type { ApiClient } from "../../apiClient.ts";
import { mergeCategory } from "./correctionsApi.ts";

export const nothingChosen = "";

export interface Merged {
  category: string;
  into: string;
}

const none: Merged = { category: nothingChosen, into: nothingChosen };

export function useMerge(department: DepartmentView, api: Pick<ApiClient, "ask">) {
  const [chosen, setChosen] = useState(none);
  const [isAsked, setAsked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [merged, setMerged] = useState<readonly Merged[]>([]);
  const gone = new Set(merged.map(({ category }) => category));
  return {
    chosen,
    isAsked,
    isSending,
    failure,
    merged,
    /** What can still be chosen. */
    left: department.taxonomy.categories.map(({ id }) => id).filter((id) => !gone.has(id)),
    choose(wanted: Merged) {
      setChosen(wanted.category === wanted.into ? { ...wanted, into: nothingChosen } : wanted);
      setAsked(false);
      setFailure(undefined);
    },
    ask: setAsked,
    async send() {
      setSending(true);
      const done = await mergeCategory(api, department.id, chosen.category, chosen.into);
      setSending(false);
      setAsked(false);
      setFailure(done.ok ? undefined : done.failure);
      if (!done.ok) return;
      setMerged([...merged, chosen]);
      setChosen(none);
    },
  };
}

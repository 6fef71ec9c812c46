/** The department in the form beside the one that is stored: what differs outlives the form. */
import { useEffect, useMemo, useState } from "react";
import type { ConfiguredDepartment } from "../../../triage/configuration.ts";
import { type Drafts, isSameContent } from "./drafts.ts";

export interface Draft {
  draft: ConfiguredDepartment;
  stored: ConfiguredDepartment;
  isChanged: boolean;
  change(part: Partial<ConfiguredDepartment>): void;
  discard(): void;
  /** what was sent is stored now, as this version */
  settle(sent: ConfiguredDepartment, version: number): void;
}

export function useDraft(drafts: Drafts, loaded: ConfiguredDepartment): Draft {
  const [stored, setStored] = useState(loaded);
  const [draft, setDraft] = useState(() => drafts.get(loaded.id) ?? loaded);
  const isChanged = useMemo(() => !isSameContent(draft, stored), [draft, stored]);
  useEffect(() => {
    if (isChanged) drafts.set(draft.id, draft);
    else drafts.delete(draft.id);
  }, [drafts, draft, isChanged]);
  return {
    draft,
    stored,
    isChanged,
    change: (part) => setDraft((known) => ({ ...known, ...part })),
    discard: () => setDraft(stored),
    settle: (sent, version) => {
      setStored({ ...sent, version });
      setDraft((known) => ({ ...known, version }));
    },
  };
}

/** Who is asked, in which departments and with which taxonomies: from the last visit at once, and from the API as soon as it answers. */
import type { Me } from "../../triage/department.ts";
import { type FailureCode, passesByItself } from "../../triage/failure.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import type { ApiClient } from "../apiClient.ts";

export interface ProfileStore {
  read(): Promise<Me | undefined>;
  write(me: Me): Promise<void>;
  clear(): Promise<void>;
}

export interface Profile {
  /** What is known here, if need be from the last visit, without waiting for the API; begins to ask it. */
  atHand(): Promise<Me | undefined>;
  /** The newest that is known; asks the API when nothing is, or when only the last visit's is. */
  get(): Promise<ApiAnswer<Me>>;
  /** What is known without asking. */
  peek(): Me | undefined;
  refresh(): Promise<ApiAnswer<Me>>;
  choose(departmentId: string): Promise<ApiAnswer<Me>>;
  subscribe(changed: () => void): () => void;
}

export interface ProfileParts {
  api: Pick<ApiClient, "me" | "chooseDepartment">;
  store: ProfileStore;
  /** Makes addresses unreadable before they are kept. */
  digest: (text: string) => Promise<string>;
  /** What an older build kept may have another shape. */
  isMe: (value: unknown) => Promise<boolean>;
  now: () => number;
}

/** A pane that was away for longer begins as if for the first time. */
const keptMs = 30 * 86_400_000;
/** Whoever is signed out, is somebody else, or has lost the role, leaves nothing of theirs behind here. */
const endsVisit = (code: FailureCode) =>
  code === "sign_in_needed" || code === "sign_in_other_account" || code === "role_missing";

export function openProfile({ api, store, digest, isMe, now }: ProfileParts): Profile {
  let known: Me | undefined;
  let isFresh = false;
  let asking: Promise<ApiAnswer<Me>> | undefined;
  let remembering: Promise<Me | undefined> | undefined;
  const watchers = new Set<() => void>();

  const know = (me: Me) => {
    known = me;
    for (const watcher of watchers) watcher();
  };
  const forget = () => {
    remembering = Promise.resolve(undefined);
    if (!isFresh) known = undefined;
    void store.clear().catch(() => void 0);
  };
  /** From the last visit; read once. */
  const remembered = () => {
    remembering ??= store
      .read()
      .then(async (me) => (me && now() - me.now < keptMs && (await isMe(me)) ? me : undefined))
      .catch(() => undefined);
    return remembering;
  };
  const keep = (answer: ApiAnswer<Me>): ApiAnswer<Me> => {
    if (!answer.ok) {
      if (endsVisit(answer.failure.code)) forget();
      return answer;
    }
    isFresh = true;
    know(answer.value);
    void withoutAddresses(answer.value, digest)
      .then((me) => store.write(me))
      .catch(() => void 0);
    return answer;
  };
  const refresh = () => {
    asking ??= api
      .me()
      .then(keep)
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  const lastVisit = async (answer: ApiAnswer<Me>): Promise<ApiAnswer<Me>> => {
    if (answer.ok || !passesByItself(answer.failure.code) || answer.failure.code.startsWith("sign_in"))
      return answer;
    const me = await recall();
    return me ? { ok: true, value: me } : answer;
  };
  const recall = async () => {
    const kept = known ?? (await remembered());
    if (kept && !known) know(kept);
    return known;
  };

  return {
    atHand: () => {
      if (!isFresh) void refresh();
      return recall();
    },
    get: async () => (known && isFresh ? { ok: true, value: known } : lastVisit(await refresh())),
    peek: () => known,
    refresh,
    choose: async (departmentId) => keep(await api.chooseDepartment({ departmentId })),
    subscribe(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}

async function withoutAddresses(me: Me, digest: ProfileParts["digest"]): Promise<Me> {
  const departments = await Promise.all(
    me.departments.map(async (department) => ({
      ...department,
      mailboxes: await Promise.all(department.mailboxes.map(digest)),
    })),
  );
  return { ...me, person: { name: "" }, departments };
}

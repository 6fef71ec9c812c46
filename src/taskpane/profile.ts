/** Who is asked, in which departments and with which taxonomies: from the API, and from the last visit while it is away. */
import type { Me } from "../triage/department.ts";
import { passesByItself } from "../triage/failure.ts";
import type { ApiAnswer } from "./apiAnswer.ts";
import type { ApiClient } from "./apiClient.ts";

export interface ProfileStore {
  read(): Promise<Me | undefined>;
  write(me: Me): Promise<void>;
}

export interface Profile {
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
}

export function openProfile({ api, store, digest }: ProfileParts): Profile {
  let known: Me | undefined;
  let isFresh = false;
  let asking: Promise<ApiAnswer<Me>> | undefined;
  const watchers = new Set<() => void>();

  const know = (me: Me) => {
    known = me;
    for (const watcher of watchers) watcher();
  };
  const keep = (answer: ApiAnswer<Me>): ApiAnswer<Me> => {
    if (!answer.ok) return answer;
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
    const kept = known ?? (await store.read().catch(() => undefined));
    if (kept && !known) know(kept);
    return known ? { ok: true, value: known } : answer;
  };

  return {
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

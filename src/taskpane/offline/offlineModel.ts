/** The model's file kept on this computer where the policy allows it, and what it says while the API is out of reach. */
import type { DepartmentView } from "../../triage/department.ts";
import type { Features } from "../../triage/message.ts";
import type { Prediction } from "../../triage/prediction.ts";
import type { ApiClient } from "../apiClient.ts";
import type { OfflineStore } from "./offlineStore.ts";

export interface OfflineModel {
  /** After each answer: looks now and then for a newer file, and removes the file where the policy forbids it. */
  keep(department: DepartmentView, isReachable: boolean): void;
  /** Undefined where there is no file that knows the department's categories and the features' key. Never throws. */
  say(
    department: DepartmentView,
    features: Features,
    featureKeyId?: string | undefined,
  ): Promise<Prediction | undefined>;
}

export interface OfflineParts {
  api: Pick<ApiClient, "file">;
  store: () => Promise<OfflineStore>;
  /** Loaded when the first file is kept, so that it is there when nothing can be loaded any more. */
  reader: () => Promise<typeof import("./readModel.ts")>;
  now: () => number;
}

const lookEveryMs = 15 * 60_000;

export function openOfflineModel({ api, store: open, reader, now }: OfflineParts): OfflineModel {
  let opened: Promise<OfflineStore> | undefined;
  const store = () => {
    opened ??= open();
    return opened;
  };
  const lookedAt = new Map<string, number>();

  const look = async ({ id, policy }: DepartmentView) => {
    const files = await store();
    if (policy.offlineModel !== true) return files.remove(id);
    await reader();
    const known = await files.read(id);
    const answer = await api.file(`api/departments/${encodeURIComponent(id)}/model`, known?.etag);
    if (answer.ok && answer.value) await files.write(id, answer.value);
    if (!answer.ok && answer.failure.code === "not_found") await files.remove(id);
  };

  return {
    keep(department, isReachable) {
      const at = lookedAt.get(department.id);
      if (!isReachable || (at !== undefined && now() - at < lookEveryMs)) return;
      lookedAt.set(department.id, now());
      look(department).catch(() => lookedAt.delete(department.id));
    },
    async say(department, features, featureKeyId) {
      if (department.policy.offlineModel !== true) return undefined;
      try {
        const known = await (await store()).read(department.id);
        return known && (await reader()).predictionFrom(known, department, features, featureKeyId);
      } catch {
        return undefined;
      }
    },
  };
}

/** What opening a message needs from the rest of the pane. */
import type { Mailbox } from "../../outlook/mailbox.ts";
import type { OpenMessage } from "../../outlook/selection.ts";
import type { ApiClient } from "../apiClient.ts";
import type { OfflineModel } from "../offline/offlineModel.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Profile } from "../profile/profile.ts";
import type { Reader } from "../reading/reader.ts";

export interface OpeningParts {
  mailbox: Pick<Mailbox, "ownAddress" | "ownerOf" | "readBody">;
  profile: Pick<Profile, "atHand" | "get" | "refresh">;
  api: Pick<ApiClient, "predict">;
  outbox: Pick<Outbox, "latest">;
  reader: Reader;
  /** Absent where the pane never predicts by itself. */
  offline?: OfflineModel;
  refOf: (mailbox: string, message: OpenMessage) => Promise<string>;
  digest: (text: string) => Promise<string>;
  now: () => number;
  newId: () => string;
}

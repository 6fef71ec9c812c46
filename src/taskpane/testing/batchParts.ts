/** Several selected messages without Outlook and without an API: what each says, and what is predicted of it. */
import type { SelectedItemDetails } from "../../outlook/office.ts";
import type { Read } from "../../outlook/several.ts";
import type { Failure } from "../../triage/failure.ts";
import { failed } from "../apiAnswer.ts";
import type { BatchParts } from "../batch/batch.ts";
import type { NewEntry, OutboxEvents } from "../outbox/outbox.ts";
import { readHere } from "../reading/reader.ts";
import { me, now, sure } from "./samples.ts";

export interface SelectedSample {
  subject: string;
  sender?: string;
  text?: string | undefined;
  /** category and how sure; absent: to be looked at by itself */
  says?: [category: string, probability: number];
  other?: true;
}

export const itemsOf = (samples: readonly SelectedSample[]): SelectedItemDetails[] =>
  samples.map(({ subject }, i) => ({ itemId: `item-${i}`, subject, itemType: "message" }));

export interface BatchStage {
  parts: BatchParts;
  added: NewEntry[];
  labels: string[];
  events(): OutboxEvents;
  /** Taken for every call until it is mended. */
  failure: Failure | undefined;
  /** Reads nothing until it is opened. */
  gate: { opened: Promise<void> };
  isShown: boolean;
}

export function batchStage(samples: readonly SelectedSample[], random: () => number = () => 0): BatchStage {
  const heard: OutboxEvents[] = [];
  let made = 0;
  const at = (itemId: string | undefined) => samples[Number(itemId?.slice(5))]!;
  const stage: BatchStage = {
    added: [],
    labels: [],
    events: () => heard[0]!,
    failure: undefined,
    gate: { opened: Promise.resolve() },
    isShown: true,
    parts: {
      several: {
        isOffered: true,
        readsTexts: true,
        selected: async () => itemsOf(samples),
        async read({ itemId }): Promise<Read> {
          await stage.gate.opened;
          const { subject, sender = "Sender", text, other } = at(itemId);
          if (other) return { kind: "other" };
          const message = {
            fingerprint: itemId!,
            itemId: itemId!,
            internetMessageId: `<${itemId}>`,
            subject,
            senderName: sender,
          };
          return { kind: "message", message, owner: "", text };
        },
        async label(itemId, how, name) {
          stage.labels.push(`${how} ${name} ${itemId}`);
          return true;
        },
      },
      mailbox: { ownAddress: "amara@northwind.example", show: async () => stage.isShown },
      profile: {
        get: async () => ({ ok: true, value: me }),
        refresh: async () => ({ ok: true, value: me }),
        peek: () => me,
      },
      outbox: {
        add: async (entry) => void stage.added.push(entry),
        listen: (events) => void heard.push(events),
      },
      reader: readHere,
      api: {
        async predict({ messageRef, predictionId, departmentId, openedAt }) {
          if (stage.failure) return failed(stage.failure);
          const { says } = at(/item-\d+/.exec(messageRef)?.[0]);
          if (!says) return failed({ code: "ask_alone" });
          const prediction = {
            ...sure,
            categories: [
              { category: says[0], probability: says[1] },
              { category: "other", probability: 1 - says[1] },
            ],
            priorities: [{ priority: "high" as const, probability: 0.9 }],
          };
          return {
            ok: true,
            value: {
              predictionId,
              departmentId,
              messageKey: "k".repeat(43),
              taxonomyVersion: 1,
              arm: "batch",
              shown: { kind: "prediction", prediction },
              openedAt,
            },
          };
        },
      },
      refOf: async (_, message) => `ref ${message.itemId}`,
      digest: async (text) => text,
      now: () => now,
      newId: () => `0193a5d2-0000-7000-8000-${String(++made).padStart(12, "0")}`,
      random,
    },
  };
  return stage;
}

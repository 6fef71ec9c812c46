/** The way back to a message of a shared mailbox: encrypted by the tenant's key, opened for a lead only. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { bytesOf } from "../store/blob.ts";
import type { DepartmentKey, Schema } from "../store/schema.ts";

const nonceBytes = 12;
const tagBytes = 16;

/** Bound to its message: a row that is put in another's place does not open. */
const placeOf = (department: DepartmentKey, messageKey: string) =>
  Buffer.from(`${department}\n${messageKey}`);

/** AES-256-GCM; nonce, tag and ciphertext in one. */
export function sealReference(
  key: Buffer,
  department: DepartmentKey,
  messageKey: string,
  itemId: string,
  nonce: Buffer = randomBytes(nonceBytes),
): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(placeOf(department, messageKey));
  const text = Buffer.concat([cipher.update(itemId, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Undefined where it was changed, belongs to another message, or the key is another. */
export function openReference(
  key: Buffer,
  department: DepartmentKey,
  messageKey: string,
  sealed: Uint8Array,
): string | undefined {
  try {
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes))
      .setAAD(placeOf(department, messageKey))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

/** The newest stays: an item's id changes when it is moved to another folder. */
export async function keepReference(
  db: Kysely<Schema>,
  row: { department: DepartmentKey; message_key: string; value: Uint8Array; stored_at: number },
): Promise<void> {
  const { value, stored_at } = row;
  await db
    .insertInto("message_reference")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["department", "message_key"]).doUpdateSet({ value, stored_at }),
    )
    .execute();
}

export async function referenceOf(
  db: Kysely<Schema>,
  department: DepartmentKey,
  predictionId: string,
): Promise<{ messageKey: string; sealed: Uint8Array } | undefined> {
  const row = await db
    .selectFrom("answer")
    .innerJoin("message_reference", (join) =>
      join
        .onRef("message_reference.department", "=", "answer.department")
        .onRef("message_reference.message_key", "=", "answer.message_key"),
    )
    .select(["answer.message_key", "message_reference.value"])
    .where("answer.department", "=", department)
    .where("answer.prediction_id", "=", predictionId)
    .executeTakeFirst();
  return row && { messageKey: row.message_key, sealed: bytesOf(row.value) };
}

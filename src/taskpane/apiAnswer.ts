/** What came of a request: a value, or a failure a person can understand. */
import type { Failure } from "../triage/failure.ts";

export type ApiAnswer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const failed = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });

/** Everything that can go wrong and be understood: one closed list of codes, and the HTTP status of each. */
import { type Static, Type } from "typebox";
import { Slug, Uuid } from "./text.ts";

/** What the API can answer, as RFC 9457 problem documents. */
export const statusOf = {
  request_invalid: 400,
  token_missing: 401,
  token_invalid: 401,
  token_expired: 401,
  scope_missing: 403,
  role_missing: 403,
  not_found: 404,
  department_unknown: 404,
  prediction_unknown: 404,
  message_unknown: 404,
  verdict_unknown: 404,
  method_not_allowed: 405,
  verdict_for_other_message: 409,
  feedback_id_reused: 409,
  message_moved: 409,
  ask_alone: 409,
  answered_already: 409,
  changed_meanwhile: 409,
  features_outdated: 409,
  review_closed: 409,
  body_too_large: 413,
  media_type_unsupported: 415,
  category_unknown: 422,
  configuration_invalid: 422,
  rate_limited: 429,
  internal: 500,
  store_unavailable: 503,
  overloaded: 503,
  timeout: 503,
} as const;
export type ApiFailureCode = keyof typeof statusOf;

/** What can go wrong before the API is reached, or after it answered. */
export const paneFailureCodes = [
  "offline",
  "api_unreachable",
  "answer_invalid",
  "sign_in_needed",
  "sign_in_cancelled",
  "sign_in_blocked",
  "sign_in_unavailable",
  "sign_in_other_account",
  "outlook_moved_on",
  "outlook_silent",
  "body_unreadable",
  "storage_blocked",
  "category_not_written",
] as const;
export type PaneFailureCode = (typeof paneFailureCodes)[number];

export type FailureCode = ApiFailureCode | PaneFailureCode;

/** Where a message went; with the move's own id for who sent it there and may fetch it back. */
export const MovedTo = Type.Object({ to: Slug, moveId: Type.Optional(Uuid) });
export type MovedTo = Static<typeof MovedTo>;

/** A failure as a value: shown as one calm sentence, with a way on where trying again can help. */
export interface Failure {
  readonly code: FailureCode;
  /** Seconds after which the same may work. */
  readonly retryAfter?: number;
  /** To find the matching line in the log; says nothing of the message. */
  readonly requestId?: string;
  /** Where what was sent is wrong: for forms, which show it beside the sentence. */
  readonly errors?: readonly { path: string; expected: string }[];
  /** With `message_moved`, of an opening. */
  readonly moved?: MovedTo;
}

/** RFC 9457. `detail` is for developers and never repeats what was sent. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  requestId: Type.Optional(Type.String()),
  /** Where the request does not fit its schema: JSON pointers and what was expected. */
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), expected: Type.String() }))),
  moved: Type.Optional(MovedTo),
});
export type Problem = Static<typeof Problem>;

export const isApiFailureCode = (code: string): code is ApiFailureCode => Object.hasOwn(statusOf, code);

/** Failures that pass by themselves: the outbox keeps the verdict and tries again. */
export const passesByItself = (code: FailureCode): boolean =>
  !isApiFailureCode(code)
    ? code === "offline" ||
      code === "api_unreachable" ||
      code === "answer_invalid" ||
      code.startsWith("sign_in")
    : statusOf[code] >= 500 || code === "rate_limited" || statusOf[code] === 401;

/** Failures that only a person can end, by signing in. */
export const asksForSignIn = (code: FailureCode): boolean =>
  isApiFailureCode(code) ? statusOf[code] === 401 : code.startsWith("sign_in");

/** What msal and the bridge report, as the few failures a person can act on. */
import type { Failure } from "../triage/failure.ts";

const needed = [
  "interaction_required",
  "login_required",
  "consent_required",
  "no_account_error",
  "no_tokens_found",
  "native_account_unavailable",
  "account_unavailable",
  "USER_INTERACTION_REQUIRED",
];
const cancelled = ["user_cancelled", "user_canceled", "access_denied"];
const blocked = ["popup_window_error", "empty_window_error", "block_nested_popups"];
const offline = [
  "no_network_connectivity",
  "network_error",
  "post_request_failed",
  "get_request_failed",
  "dialog_unreachable",
];
const unavailable = [
  "bridge_silent",
  "nested_app_auth_bridge_disabled",
  "native_connection_not_established",
  "no_way",
  "dialog_refused",
];

interface AuthError {
  name?: string;
  errorCode?: string;
}

export function signInFailure(error: unknown): Failure {
  const { name, errorCode = "" } = (error ?? {}) as AuthError;
  if (cancelled.includes(errorCode)) return { code: "sign_in_cancelled" };
  if (blocked.includes(errorCode)) return { code: "sign_in_blocked" };
  if (offline.includes(errorCode)) return { code: "offline" };
  if (unavailable.includes(errorCode)) return { code: "sign_in_unavailable" };
  if (name === "InteractionRequiredAuthError" || needed.includes(errorCode))
    return { code: "sign_in_needed" };
  // The address of the pane's settings could not be read: the server is not there, not the person.
  if (error instanceof TypeError) return { code: "api_unreachable" };
  return { code: "sign_in_needed" };
}

/** A refusal on its way to the error handler, which turns it into an RFC 9457 problem. */
import type { ApiFailureCode, MovedTo, Problem } from "../triage/failure.ts";

export interface RefusalDetails {
  /** For developers; never repeats what was sent. */
  detail?: string;
  retryAfter?: number;
  errors?: NonNullable<Problem["errors"]>;
  moved?: MovedTo;
}

export class Refusal extends Error {
  constructor(
    readonly failure: ApiFailureCode,
    readonly details: RefusalDetails = {},
  ) {
    super(failure);
    this.name = "Refusal";
  }
}

/** Why an external model has no answer: a closed list, told in diagnostics and logs, never with content. */
export const faults = [
  "address_refused",
  "unreachable",
  "timeout",
  "refused",
  "overloaded",
  "redirected",
  "too_large",
  "not_json",
  "answer_invalid",
  "circuit_open",
  "busy",
  "text_withheld",
  "secret_missing",
] as const;
export type FaultCode = (typeof faults)[number];

export class ModelFault extends Error {
  constructor(readonly code: FaultCode) {
    super(code);
    this.name = "ModelFault";
  }
}

/** Those that may pass within a moment; a wrong answer is wrong again. */
export const isPassing = (fault: unknown): boolean =>
  fault instanceof ModelFault && (fault.code === "unreachable" || fault.code === "overloaded");

/** Why the process cannot start, in one sentence for the person who started it; never a stack, never a secret. */

export const startFailureCodes = [
  "config_invalid",
  "port_taken",
  "port_forbidden",
  "folder_unwritable",
  "database_damaged",
  "database_newer",
  "database_foreign",
  "database_unreachable",
  "keys_unreadable",
  "pane_missing",
] as const;
export type StartFailureCode = (typeof startFailureCodes)[number];

export class StartFailure extends Error {
  readonly isStartFailure = true;
  /** What the process ends with: 78 is EX_CONFIG, 74 EX_IOERR, 69 EX_UNAVAILABLE. */
  readonly exitCode: number;

  constructor(
    readonly code: StartFailureCode,
    sentence: string,
  ) {
    super(sentence);
    this.name = "StartFailure";
    this.exitCode = code === "config_invalid" ? 78 : code.startsWith("port") ? 69 : 74;
  }
}

export const isStartFailure = (fault: unknown): fault is StartFailure =>
  fault instanceof Error && (fault as { isStartFailure?: boolean }).isStartFailure === true;

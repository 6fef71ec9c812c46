/** A store command cannot be done: one sentence for the admin, and nothing was changed. */
export class StoreFailure extends Error {
  /** What the command ends with: EX_DATAERR. */
  readonly exitCode = 65;
}

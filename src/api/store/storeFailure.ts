/** A store command cannot be done: one sentence for the admin, and nothing was changed. */
export class StoreFailure extends Error {}

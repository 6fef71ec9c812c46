/** How background work on many rows stays out of the way: small transactions, and a pause between them. */

export interface Pace {
  /** messages a transaction */
  messages: number;
  pauseMs: number;
}

/** A few milliseconds of work, then at least as many for requests. */
export const gentle: Pace = { messages: 25, pauseMs: 15 };

export const rest = ({ pauseMs }: Pace): Promise<void> => new Promise((done) => setTimeout(done, pauseMs));

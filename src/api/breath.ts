/** Lets whoever waits go first, in the middle of long work. */
export const breath = (): Promise<void> => new Promise((done) => setImmediate(done));

/** How much a long test does: a smaller, honest number by `npm test`, the full one by `npm run test:long`. */
export const isLong = process.env.LONG === "1";

/** The number belongs into the test's title, so that nobody reads more than was done. */
export const inSize = <T>({ long, short }: { long: T; short: T }): T => (isLong ? long : short);

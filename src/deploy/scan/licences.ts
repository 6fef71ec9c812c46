/** The licences of what is shipped or run in production, held to a list of those that ask for nothing but their notice. */

export const allowed: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
]);

export interface LockFile {
  packages: Record<string, { version?: string; license?: string; dev?: boolean }>;
}

/** One may choose among what `OR` joins; what `AND` joins counts together. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => allowed.has(one.trim())));

/** A sentence for each package that is not for development only and whose licence is not on the list. */
export const licenceFaults = ({ packages }: LockFile): string[] =>
  Object.entries(packages).flatMap(([place, { version, license, dev }]) =>
    place === "" || dev || (license && isAllowed(license))
      ? []
      : [`${place.replace(/^.*node_modules\//, "")} ${version}: ${license ?? "no licence named"}`],
  );

export const productionCount = ({ packages }: LockFile): number =>
  Object.entries(packages).filter(([place, { dev }]) => place !== "" && !dev).length;

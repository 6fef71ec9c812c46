/** The lock file as a test: npm ci has to work on every platform, whatever the machine that wrote the file could download. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Locked {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync(join(__dirname, "..", "package-lock.json"), "utf8")) as {
  packages: Record<string, Locked>;
};

/** Where Node would find `name` from the package at `place`: there, or in any node_modules above. */
function found(name: string, place: string): boolean {
  if (packages[`${place ? `${place}/` : ""}node_modules/${name}`]) return true;
  if (place === "") return false;
  const above = place.lastIndexOf("/node_modules/");
  return found(name, above < 0 ? "" : place.slice(0, above));
}

test("names the optional packages of every platform, not only of the one it was written on", () => {
  const missing = Object.entries(packages).flatMap(([place, locked]) =>
    Object.keys(locked.optionalDependencies ?? {}).filter((name) => !found(name, place)),
  );
  expect(missing).toEqual([]);
});

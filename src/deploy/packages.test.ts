/** Every package comes from the registry, in one version, with a checksum. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

test("every package is locked to a version and a checksum, and none comes from elsewhere", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version?: string; resolved?: string; integrity?: string; optional?: boolean }>;
  };
  const loose = Object.entries(packages).filter(
    ([place, { version, resolved, integrity, optional }]) =>
      place !== "" &&
      (!version ||
        !(resolved ?? "https://registry.npmjs.org/").startsWith("https://registry.npmjs.org/") ||
        // Binaries for other platforms, which the machine that wrote the file could not fetch.
        !(optional || integrity?.startsWith("sha512-"))),
  );
  expect(loose.map(([place]) => place)).toEqual([]);
});

test("every direct dependency is one exact version", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
  );
  expect(loose).toEqual([]);
});

/** Every package comes from the registry, in one version, with a checksum; and a server needs none of those for development. */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

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

/** All that is loaded with this file, by name; what is imported only when it is used is not followed. */
function packagesOf(entry: string): Set<string> {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, isType, name = ""] of text.matchAll(
      /^(?:import|export)\s(type\s)?(?:[^"';=]*?\sfrom\s)?"([^"]+)";/gm,
    )) {
      if (isType) continue;
      if (name.startsWith(".")) visit(resolve(dirname(file), name));
      else if (!name.startsWith("node:")) packages.add(/^(@[^/]+\/[^/]+|[^/]+)/.exec(name)![1]!);
    }
  };
  visit(join(root, entry));
  return packages;
}

test.each([
  "src/api/main.ts",
  "src/api/store.cli.ts",
  "src/api/keys.cli.ts",
  "src/api/audit.cli.ts",
  "src/api/import.cli.ts",
  "src/deploy/pack.cli.ts",
  "src/deploy/doctor.cli.ts",
  "src/deploy/manifest.cli.ts",
  "src/deploy/check.cli.ts",
])("%s runs where the packages for development were left out", (entry) => {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const used = [...packagesOf(entry)];
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
});

/** No secret lies in the repository, and every package comes from the registry with a checksum. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

const shapes: readonly (readonly [string, RegExp])[] = [
  ["a private key", /-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}/],
  ["a key of AWS", /\bAKIA[0-9A-Z]{16}\b/],
  ["a token of GitHub", /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{50,}/],
  ["a token of Slack", /\bxox[abprs]-[A-Za-z0-9-]{20,}/],
  ["a key of Google", /\bAIza[0-9A-Za-z_-]{35}\b/],
  ["a key of a model's provider", /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}/],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a client secret of Entra", /\b[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{34}\b/],
  ["a signed token", /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{40,}/],
  ["a key of Azure storage", /AccountKey=[A-Za-z0-9+/]{80,}==/],
];
const found = (text: string) => shapes.filter(([, shape]) => shape.test(text)).map(([name]) => name);

test("each shape of secret is known when it is seen", () => {
  const made = [
    `-----BEGIN PRIVATE KEY-----\n${"A".repeat(64)}`,
    `AKIA${"A".repeat(16)}`,
    `ghp_${"a".repeat(36)}`,
    `xoxb-${"1".repeat(24)}`,
    `AIza${"a".repeat(35)}`,
    `sk-${"a".repeat(40)}`,
    `npm_${"a".repeat(36)}`,
    `abc8Q~${"a".repeat(34)}`,
    `eyJ${"a".repeat(20)}.eyJ${"a".repeat(20)}.${"a".repeat(43)}`,
    `AccountKey=${"a".repeat(86)}==`,
  ];
  expect(made.map((one) => found(` ${one} `))).toEqual(shapes.map(([name]) => [name]));
});

test("no file of the repository holds a secret", () => {
  const listed = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  if (listed.status !== 0) return console.warn("This is no git repository; its files were not searched.");
  const files = listed.stdout.split("\0").filter((name) => name && !/\.(png|jpg|gif|woff2?|zip)$/.test(name));
  expect(files.length).toBeGreaterThan(100);
  const faults = files.flatMap((name) => {
    try {
      return found(readFileSync(join(root, name), "utf8")).map((what) => `${name}: ${what}`);
    } catch {
      // Deleted, but not committed yet.
      return [];
    }
  });
  expect(faults).toEqual([]);
});

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

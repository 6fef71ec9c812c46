/** The production image holds everything the API imports, and nothing it should not have. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = join(__dirname, "..", "..");
const dockerfile = readFileSync(join(root, "Dockerfile"), "utf8");
/** The last stage is what runs. */
const image = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
const copied = [...image.matchAll(/^COPY (src\/\w+) /gm)].map((match) => match[1]!);
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, "utf8").matchAll(
      /(?:from|import|import\(|new URL\()\s*["'](\.{1,2}\/[^"']+|[@a-z][^"']*)["']/g,
    ),
  ].map((match) => match[1]!);

/** Every file that runs when `main.ts` runs, and every package it needs. */
function closure(entry: string): { files: Set<string>; packages: Set<string> } {
  const [files, packages, open] = [new Set<string>(), new Set<string>(), [entry]];
  for (let file = open.pop(); file; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const name of importsOf(file)) {
      if (/\.(ts|tsx|mjs)$/.test(name) && name.startsWith(".")) open.push(resolve(dirname(file), name));
      else if (!name.startsWith(".") && !name.startsWith("node:"))
        packages.add(
          name
            .split("/")
            .slice(0, name.startsWith("@") ? 2 : 1)
            .join("/"),
        );
    }
  }
  return { files, packages };
}

const { files, packages } = closure(join(root, "src", "api", "main.ts"));

test("every folder the API imports from is in the image, with the background jobs", () => {
  expect(files.size).toBeGreaterThan(50);
  const needed = new Set([...files].map((file) => relative(root, file).split("/").slice(0, 2).join("/")));
  expect(copied).toEqual(expect.arrayContaining([...needed]));
});

test("every package the API imports is one that stays when development packages are left out", () => {
  expect(packages.size).toBeGreaterThan(5);
  expect([...packages].filter((name) => !(name in dependencies) && name !== "node")).toEqual([]);
  expect(dependencies).toHaveProperty("tsx");
});

test.each([
  "deploy/doctor",
  "deploy/pack",
  "deploy/check",
  "deploy/manifest",
  "api/store",
  "api/audit",
  "api/keys",
  "api/import",
])("the command %s needs no development package: it runs on a server that was pruned", (tool) => {
  const needed = closure(join(root, "src", `${tool}.cli.ts`)).packages;
  expect([...needed].filter((name) => !(name in dependencies) && name !== "node")).toEqual([]);
});

test("no sandbox, no test key, no deployment tool and no development package is in the image", () => {
  expect(image).not.toMatch(/src\/(sandbox|deploy|taskpane)|COPY \. |node_modules \.\/dev/);
  expect(dockerfile).toContain("npm ci --omit=dev");
  expect(image).not.toMatch(/--from=build \/app\/node_modules/);
});

test("it runs as nobody, says how it is, and holds no secret", () => {
  expect(image).toMatch(/^USER 10001:10001$/m);
  expect(image).toMatch(/^HEALTHCHECK /m);
  expect(image).toMatch(/readyz/);
  expect(image).not.toMatch(/CONCORD_KEY|DATABASE_URL|PASSWORD|TOKEN|ARG /i);
});

test("only what is needed to build is sent to the builder", () => {
  const lines = readFileSync(join(root, ".dockerignore"), "utf8").trim().split("\n");
  expect(lines[0]).toBe("*");
  const letIn = lines.slice(1).map((line) => line.replace(/^!/, ""));
  expect(readdirSync(root)).toEqual(expect.arrayContaining(letIn));
  for (const name of ["data", ".env", ".git", "node_modules", "docs"]) expect(letIn).not.toContain(name);
  for (const [, name] of dockerfile.matchAll(/^COPY (?!--from)(\S+)/gm))
    expect(letIn.some((one) => name === one || name!.startsWith(`${one}/`))).toBe(true);
});

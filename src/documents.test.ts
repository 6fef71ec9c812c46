/** What the documents name is there, and what can be set stands in one of them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { defaultPolicy, Policy } from "./triage/department.ts";

const root = join(__dirname, "..");
const documents = [
  "README.md",
  "CONTEXT.md",
  join("bench", "README.md"),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];
const textOf = (name: string) => readFileSync(join(root, name), "utf8");
const all = documents.map(textOf).join("\n");
const namesIn = (text: string, shape: RegExp) => new Set([...text.matchAll(shape)].map((match) => match[1]!));

test("every npm script a document names exists", () => {
  const { scripts } = JSON.parse(textOf("package.json"));
  const named = namesIn(all, /npm run (?:-s )?([\w:]+)/g);
  expect(named.size).toBeGreaterThan(20);
  expect([...named].filter((name) => !(name in scripts))).toEqual([]);
});

test("every file and heading a document links to is there", () => {
  const headingsOf = (text: string) =>
    [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
      match[1]!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );
  const lost = documents.flatMap((document) =>
    [...namesIn(textOf(document), /\]\(([^)\s]+)\)/g)]
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [path, heading] = link.split("#") as [string, string?];
        const target = path ? join(dirname(document), path) : document;
        return !existsSync(join(root, target)) || (heading && !headingsOf(textOf(target)).includes(heading));
      })
      .map((link) => `${document}: ${link}`),
  );
  expect(lost).toEqual([]);
});

test("every setting the API reads stands in a document for administrators, and they name no other", () => {
  const code = textOf(join("src", "api", "config.ts"));
  const read = namesIn(code, /(?:env\.|env, |whole\(|secretIn\(env, )"?([A-Z][A-Z_]+)\b/g);
  for (const name of namesIn(code, /\{ (OTEL_\w+):/g)) read.add(name);
  for (const name of namesIn(code, /, (TRACE_\w+):/g)) read.add(name);
  expect(read.size).toBeGreaterThan(15);
  const guides = ["admin", "administration", "operations"]
    .map((name) => textOf(join("docs", `${name}.md`)))
    .join("\n");
  const told = namesIn(guides, /`([A-Z]+(?:_[A-Z]+)*)`/g);
  expect([...read].filter((name) => !told.has(name))).toEqual([]);
  const isRead = (name: string) =>
    read.has(name) || read.has(name.replace(/_FILE$/, "")) || /^CONCORD_SECRET_X/.test(name);
  expect([...told].filter((name) => name.includes("_") && !isRead(name))).toEqual([]);
});

test("every setting of a policy stands in the guide with its usual value", () => {
  const guide = textOf(join("docs", "admin.md"));
  const { version: _, ...settings } = Policy.properties;
  for (const name of Object.keys(settings)) {
    const told = new RegExp(`^\\| \`${name}\` \\| (?:\`([^\`]+)\`|–) \\|`, "m").exec(guide);
    const usual =
      defaultPolicy[name as keyof typeof defaultPolicy] ?? (name === "baselineSeconds" ? undefined : false);
    expect([name, told?.[1]]).toEqual([name, usual === undefined ? undefined : String(usual)]);
    expect([name, told]).not.toEqual([name, null]);
  }
});

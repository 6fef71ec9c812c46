/** The house as a test: which folder may import which folder, and which packages. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

const root = __dirname;

interface Room {
  folders: readonly string[];
  packages: readonly (string | RegExp)[] | "any";
}

const node = /^node:/;
const rooms: Record<string, Room> = {
  // How a command ends. Only what is started from a shell comes in here.
  shell: { folders: [], packages: [node] },
  // The texts of the starter taxonomies are what the model knows of offices before any mail.
  classifier: { folders: ["triage"], packages: [] },
  triage: { folders: [], packages: [/^typebox(\/|$)/] },
  alignment: { folders: ["triage"], packages: [] },
  api: {
    folders: ["triage", "alignment", "classifier"],
    packages: [
      node,
      /^@?fastify(\/|$)/,
      /^typebox(\/|$)/,
      "kysely",
      "libsql",
      "pg",
      "pino",
      "jose",
      "uuid",
      "cockatiel",
      "prom-client",
      /^csv-parse(\/|$)/,
      "postal-mime",
      /^@opentelemetry\//,
    ],
  },
  outlook: { folders: ["triage"], packages: ["@azure/msal-browser"] },
  taskpane: {
    folders: ["triage", "outlook", "classifier"],
    packages: [/^react(-dom)?(\/|$)/, /^@fluentui\//, /^typebox(\/|$)/, "idb", "uuid"],
  },
  commands: { folders: ["triage", "outlook", "classifier", "taskpane"], packages: ["uuid"] },
  // The pack and the probe hold a deployment to the API's own rules: its settings, roles, headers.
  deploy: {
    folders: ["triage", "api"],
    packages: [
      node,
      "libxml2-wasm",
      "office-addin-manifest",
      "pngjs",
      "playwright-core",
      "uuid",
      /^@secretlint\//,
    ],
  },
  sandbox: {
    folders: ["triage", "alignment", "classifier", "api", "outlook", "taskpane", "deploy"],
    packages: "any",
  },
};

/** Command-line tools of a room: they may read files, whatever their room may do. */
const isTool = (file: string) => file.endsWith(".cli.ts");
const isEntry = (file: string) => isTool(file) || /[\\/](api[\\/]main|sandbox[\\/]start)\.ts$/.test(file);
const isTest = (file: string) => /\.(test|store-test|e2e)\.tsx?$|[\\/](testing|e2e)[\\/]/.test(file);

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, "utf8").matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*["']([^"']+)["']/g),
    ...readFileSync(file, "utf8").matchAll(/\bimport\s*\(?\s*(?:\/\*.*?\*\/\s*)?["']([^"']+)["']/g),
  ].map((match) => match[1]!);

const roomOf = (file: string) => relative(root, file).split(sep)[0]!;

function broken(file: string): string[] {
  const room = rooms[roomOf(file)];
  if (!room || isTest(file)) return [];
  return importsOf(file).flatMap((name) => {
    const place = relative(root, file);
    if (name.startsWith(".")) {
      const target = roomOf(resolve(dirname(file), name));
      const isOpen = target === "shell" && isEntry(file);
      return isOpen || target === roomOf(file) || room.folders.includes(target)
        ? []
        : [`${place} → ${target}`];
    }
    const allowed =
      room.packages === "any" ||
      room.packages.some((p) => (typeof p === "string" ? p === name : p.test(name)));
    return allowed || (isTool(file) && node.test(name)) ? [] : [`${place} → ${name}`];
  });
}

const all = filesOf(root);

test("every folder of src is a room of the house", () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const folder of folders) expect(Object.keys(rooms)).toContain(folder.name);
});

test.each(Object.keys(rooms))("%s imports only what the house allows", (name) => {
  expect(all.filter((file) => roomOf(file) === name).flatMap(broken)).toEqual([]);
});

test("only src/outlook says Office. or msal, only api/config.ts reads the environment", () => {
  const said = all.filter((file) => !isTest(file) && roomOf(file) !== "sandbox");
  const code = (file: string) =>
    readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"(?:[^"\\\n]|\\.)*"/gm, "");
  expect(said.filter((file) => roomOf(file) !== "outlook" && /\bOffice\.(?!js)\w/.test(code(file)))).toEqual(
    [],
  );
  // A command-line tool may ask where npm was called from, so that paths mean what its user meant.
  const reading = (file: string) => (isTool(file) ? /process\.env(?!\.INIT_CWD\b)/ : /process\.env/);
  const readers = said.filter((file) => reading(file).test(code(file))).map((file) => relative(root, file));
  expect(readers.filter((file) => file !== join("api", "config.ts"))).toEqual([]);
});

test("no folder is a drawer for things without a name", () => {
  const drawers = all.filter((file) => /[\\/](utils?|helpers?|types|hooks|common|misc)[\\/]/.test(file));
  expect(drawers).toEqual([]);
});

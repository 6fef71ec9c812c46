/** The least a pane of this make can weigh: the same React and Fluent parts it imports, and not a line of its own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import webpack, { type Configuration } from "webpack";
import { brotliBytes, root } from "./weight.ts";

const statement = /import\s+\{([^}]+)\}\s+from\s+"((?:react|react-dom|@fluentui)[^"]*)"/g;

/** What the pane imports by name from React and Fluent, types left out. */
function importedBy(folder: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const file of files.filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.|testing|department|settings/.test(name),
  ))
    for (const [, names, source] of readFileSync(join(folder, file), "utf8").matchAll(statement)) {
      const values = names!.split(",").map((name) => name.trim());
      const known = found.get(source!) ?? new Set();
      for (const name of values) if (name && !name.startsWith("type ")) known.add(name.replace(/ as .*/, ""));
      found.set(source!, known);
    }
  return found;
}

/** An entry that keeps every import alive and draws nothing. */
function entryFor(imports: Map<string, Set<string>>): string {
  const lines = [...imports].map(([source, names], i) => {
    const list = [...names];
    const renamed = list.map((name, j) => `${name} as n${i}_${j}`).join(", ");
    return `import { ${renamed} } from "${source}";\nkept.push(${list.map((_, j) => `n${i}_${j}`).join(", ")});`;
  });
  return `const kept = (globalThis.kept = []);\n${lines.join("\n")}\n`;
}

/** Builds the floor with the pane's own webpack settings; bytes after brotli. */
export async function floorBytes(): Promise<number> {
  const { default: configOf } = (await import(join(root, "webpack.config.js"))) as {
    default: (env: object) => Configuration[];
  };
  const [pane] = configOf({ production: true });
  const folder = mkdtempSync(join(tmpdir(), "concord-floor-"));
  try {
    writeFileSync(join(folder, "floor.js"), entryFor(importedBy(join(root, "src", "taskpane"))));
    await build({
      ...pane!,
      entry: join(folder, "floor.js"),
      output: { path: folder, filename: "built.js" },
      plugins: [],
      cache: false,
      resolve: { ...pane!.resolve, modules: [join(root, "node_modules")] },
    });
    return brotliBytes(readFileSync(join(folder, "built.js")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const build = (config: Configuration) =>
  new Promise<void>((done, fail) => {
    const compiler = webpack(config)!;
    compiler.run((fault, stats) => {
      if (fault ?? stats?.hasErrors()) return fail(fault ?? new Error(stats!.toString("errors-only")));
      compiler.close(() => done());
    });
  });

/** There is one Portuguese, Brazil's: in the manifest, in the pane and in the starter taxonomies. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const source = join(__dirname, "..", "..");
const read = (file: string) => readFileSync(join(source, file), "utf8");
const files = readdirSync(source, { recursive: true, encoding: "utf8" });
const catalogues = files.filter((file) => /(words|locales)[\\/]pt\.ts$/.test(file));
const starters = files.filter((file) => /starter[\\/]\w+\.ts$/.test(file) && !file.includes("test"));

/** What only Portugal says, or says of something else: screen, file, team, record, saved, undo, sign-in. */
const fromPortugal =
  /(?<!\p{L})(ecrã|ficheiros?|equipas?|registos?|guardad[oa]s? (como|neste)|anular|eliminar|início de sessão|iniciar sessão|ligação|palavras?-passe|partilhad[oa]s?|percebi|demasiad[oa]s?|receção|percentagem|telemóvel|morada|encriptad[ao]|a (ler|guardar|carregar)…)(?!\p{L})/iu;

test("every catalogue and starter was looked through", () => {
  expect(catalogues.length).toBeGreaterThan(5);
  expect(starters.length).toBeGreaterThan(3);
});

test("no word of the pane or the sandbox is Portugal’s", () => {
  for (const file of catalogues)
    expect([file, fromPortugal.exec(read(file))?.[0]]).toEqual([file, undefined]);
});

test("no name or definition of a starter taxonomy is Portugal’s", () => {
  for (const file of starters) {
    const own = read(file)
      .split("\n")
      .filter((line) => /^\s*pt: "/.test(line));
    expect([file, fromPortugal.exec(own.join("\n"))?.[0]]).toEqual([file, undefined]);
  }
});

test("the manifest says the same", () => {
  const manifest = readFileSync(join(source, "..", "manifest.xml"), "utf8");
  expect([...new Set(manifest.match(/Locale="pt[^"]*"/g))]).toEqual(['Locale="pt-BR"']);
  // By the platform as well: `pt` alone is Brazil's.
  expect(new Intl.Locale("pt").maximize().region).toBe("BR");
});

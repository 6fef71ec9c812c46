/**
 * Microsoft's schemas, where they are at hand, accept what is good and refuse what is not.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderManifest } from "./manifest.ts";
import { hasSchemas, loadSchemas, type Schemas } from "./schema.ts";
import { goodManifests } from "./testing/goodManifests.ts";
import { lineOf } from "./testing/manifestEdits.ts";
import { schemaBreaks } from "./testing/schemaBreaks.ts";

const root = join(__dirname, "..", "..");
const folder = join(root, "..", "shared", "outlook", "xsd");
const real = readFileSync(join(root, "manifest.xml"), "utf8");
const present = hasSchemas(folder);
const withSchemas = present ? describe : describe.skip;

if (!present)
  test.skip(`schemas are not checked, because ${join("..", "shared", "outlook", "xsd")} is not there`, () => {});

withSchemas("with the schemas of Microsoft", () => {
  let schemas: Schemas;
  beforeAll(() => {
    schemas = loadSchemas(folder);
  });
  afterAll(() => schemas.dispose());

  test.each(goodManifests)("a good manifest is accepted: $title", ({ edit }) => {
    expect(schemas.validate(edit(real))).toEqual([]);
  });

  test.each(schemaBreaks)("a broken manifest is refused on its line: $title", ({ edit, at }) => {
    const xml = edit(real);
    const found = schemas.validate(xml);
    expect(found.map(({ line }) => line)).toContain(lineOf(xml, at));
    expect(found.every(({ code, sentence }) => code === "schema" && sentence.length > 10)).toBe(true);
  });

  test("what is rendered for an organisation is accepted, with and without category writing and batches", () => {
    const origin = "https://concord.example.com";
    for (const categoryWriting of [true, false])
      for (const batch of [true, false])
        expect(schemas.validate(renderManifest(real, { origin, categoryWriting, batch }))).toEqual([]);
  });
});

/**
 * The manifest rendered for an organisation is the template in another place, and nothing else.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { lintManifest } from "./lint.ts";
import { RenderingRefused, renderManifest } from "./manifest.ts";
import { projectFiles } from "./projectFiles.ts";
import { both, swap } from "./testing/manifestEdits.ts";

const root = join(__dirname, "..", "..");
const template = readFileSync(join(root, "manifest.xml"), "utf8");
const templateId = "997999c2-0c6d-45b0-ae99-bfa740006fe5";
const { readAsset } = projectFiles(root);
const categoryWriting = true;

const origins = fc
  .tuple(fc.domain(), fc.option(fc.integer({ min: 1, max: 65_535 })))
  .map(([domain, port]) => new URL(`https://${domain}${port === null ? "" : `:${port}`}`).origin);

test("for any origin, every address moves there and the lint finds nothing", () => {
  fc.assert(
    fc.property(origins, fc.boolean(), (origin, writes) => {
      const xml = renderManifest(template, { origin, categoryWriting: writes });
      expect(xml).not.toContain("localhost");
      expect(xml.split(`"${origin}/`).length).toBe(template.split('"https://localhost:3000/').length);
      expect(lintManifest(xml, { readAsset, categoryWriting: writes, production: true })).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("rendered there and back again, it is what it was", () => {
  fc.assert(
    fc.property(origins, (origin) => {
      const there = renderManifest(template, { origin, categoryWriting });
      const back = renderManifest(there, {
        origin: "https://localhost:3000",
        categoryWriting,
        id: templateId,
      });
      expect(back).toBe(template);
    }),
    { numRuns: 40 },
  );
});

test("nothing but addresses, Id, Version and Permissions differs", () => {
  const xml = renderManifest(template, {
    origin: "https://c.example",
    categoryWriting: false,
    version: "1.2.0.0",
  });
  const id = /<Id>(.*)<\/Id>/.exec(xml)![1]!;
  const expected = both(
    swap(templateId, id),
    swap("1.0.0.0", "1.2.0.0"),
    swap("<Permissions>ReadWriteItem", "<Permissions>ReadItem"),
  )(template);
  expect(xml).toBe(expected.replaceAll("https://localhost:3000", "https://c.example"));
});

test("the flavour for several selected messages differs by its permission and one line, and the lint finds nothing", () => {
  const files = projectFiles(root);
  for (const writes of [true, false]) {
    const rendering = { origin: "https://c.example", categoryWriting: writes };
    const usual = renderManifest(template, rendering);
    const batch = renderManifest(template, { ...rendering, batch: true });
    const line = "<SupportsMultiSelect>true</SupportsMultiSelect>";
    expect(batch.split("\n").filter((one) => one.trim() === line)).toHaveLength(1);
    const isPermission = (one: string) => one.includes("<Permissions>");
    const others = (xml: string) =>
      xml.split("\n").filter((one) => one.trim() !== line && !isPermission(one));
    expect(others(batch)).toEqual(others(usual));
    expect(batch).toContain("<Permissions>ReadWriteMailbox</Permissions>");
    expect(lintManifest(batch, { ...files, categoryWriting: writes, production: true })).toEqual([]);
    const codes = (xml: string) =>
      lintManifest(xml, { ...files, categoryWriting: writes, production: true }).map(({ code }) => code);
    expect(codes(batch.replace(line, ""))).toEqual(["permission-too-high"]);
    expect(codes(batch.replace("ReadWriteMailbox", "ReadWriteItem"))).toEqual(["permission-too-low"]);
  }
});

test("an origin keeps its Id, and two origins never share one", () => {
  const idOf = (origin: string) =>
    /<Id>(.*)<\/Id>/.exec(renderManifest(template, { origin, categoryWriting }))![1];
  expect(idOf("https://c.example")).toBe(idOf("https://C.example/"));
  expect(
    new Set(["https://c.example", "https://test.c.example", "https://localhost:3000"].map(idOf)).size,
  ).toBe(3);
  expect(idOf("https://localhost:3000")).toBe(templateId);
});

test("an Id given is kept, so that a move to another origin is an update", () => {
  const xml = renderManifest(template, {
    origin: "https://new.example",
    categoryWriting,
    id: templateId.toUpperCase(),
  });
  expect(xml).toContain(`<Id>${templateId}</Id>`);
});

test.each([
  ["http://concord.example.com", /https only/],
  ["concord.example.com", /not an address/],
  ["", /not an address/],
  ["https://concord.example.com/app", /without a path/],
  ["https://concord.example.com?x=1", /without a path/],
  ["https://concord.example.com/#x", /without a path/],
  ["https://me:secret@concord.example.com", /user name or password/],
  ["https://*.example.com", /not a host name/],
  ['https://"><Evil', /not an address|not a host name/],
  ["javascript:alert(1)", /https only/],
])("an origin like %s is refused in one sentence", (origin, sentence) => {
  const render = () => renderManifest(template, { origin, categoryWriting });
  expect(render).toThrow(RenderingRefused);
  expect(render).toThrow(sentence);
});

test.each(["1.0", "0.9.0.0", "1.0.0.0-beta", "1.0.0.100000"])("the version %s is refused", (version) => {
  expect(() => renderManifest(template, { origin: "https://c.example", categoryWriting, version })).toThrow(
    /four numbers/,
  );
});

test("an Id that is no GUID is refused", () => {
  expect(() =>
    renderManifest(template, { origin: "https://c.example", categoryWriting, id: "concord" }),
  ).toThrow(/not a GUID/);
});

test("a template that is not XML or has no page is refused, not rendered", () => {
  expect(() => renderManifest("<OfficeApp>", { origin: "https://c.example", categoryWriting })).toThrow(
    RenderingRefused,
  );
  expect(() => renderManifest("<OfficeApp/>", { origin: "https://c.example", categoryWriting })).toThrow(
    RenderingRefused,
  );
});

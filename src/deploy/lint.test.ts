/**
 * The lint judges every manifest rightly, and says where.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lintManifest } from "./lint.ts";
import type { Surroundings } from "./manifestTree.ts";
import { projectFiles } from "./projectFiles.ts";
import { brokenAddresses } from "./testing/brokenAddresses.ts";
import { brokenCommands } from "./testing/brokenCommands.ts";
import { brokenFrames } from "./testing/brokenFrames.ts";
import { brokenTexts } from "./testing/brokenTexts.ts";
import { goodManifests } from "./testing/goodManifests.ts";
import { drop, lineOf, swap } from "./testing/manifestEdits.ts";

const root = join(__dirname, "..", "..");
const real = readFileSync(join(root, "manifest.xml"), "utf8");

const brokenManifests = [...brokenFrames, ...brokenCommands, ...brokenAddresses, ...brokenTexts];

const around: Surroundings = {
  readAsset: projectFiles(root).readAsset,
  pages: new Set(["/taskpane.html", "/commands.html"]),
  outlookSource: "item.body.getAsync(type, done); item.categories.addAsync([name], done);",
  commandsSource: 'associate("confirmPrediction", confirm);',
  categoryWriting: true,
  production: false,
};

test("at least sixty manifests are judged", () => {
  expect(goodManifests.length + brokenManifests.length).toBeGreaterThanOrEqual(60);
});

test.each(goodManifests)("nothing is found in a good manifest: $title", (good) => {
  expect(lintManifest(good.edit(real), { ...around, ...good.around })).toEqual([]);
});

test.each(brokenManifests)("the fault and its line are found, and nothing else: $title", (broken) => {
  const xml = broken.edit(real);
  const found = lintManifest(xml, { ...around, ...broken.around });
  const places = (broken.finds ?? []).map(([code, place]) => `${code} on line ${lineOf(xml, place)}`);
  expect(found.map(({ code, line }) => `${code} on line ${line}`).sort()).toEqual(places.sort());
  for (const { sentence } of found) expect(sentence).toMatch(/^.{15,}[.]$/s);
});

test("a finding in a tag broken over lines stands where the tag begins", () => {
  const broken = swap(
    '<bt:Url id="CommandsUrl" DefaultValue="https:',
    '<bt:Url\n id="CommandsUrl"\n DefaultValue="http:',
  );
  const xml = broken(real);
  expect(lintManifest(xml, around)).toMatchObject([
    { code: "address-not-https", line: lineOf(xml, "<bt:Url\n") },
  ]);
});

describe("against the manifest that is deployed now", () => {
  const change = swap('DefaultValue="Confirm"', 'DefaultValue="Agree"');
  const codes = (xml: string, previous: string) =>
    lintManifest(xml, { ...around, previous }).map(({ code, line }) => [code, line]);

  test("the same manifest may be deployed again", () => {
    expect(codes(real, real)).toEqual([]);
  });
  test("a changed comment is no change", () => {
    expect(
      codes(
        drop("<!-- To write the Outlook category; ReadItem is enough where that is switched off. -->")(real),
        real,
      ),
    ).toEqual([]);
  });
  test("a change without a higher version is found", () => {
    expect(codes(change(real), real)).toEqual([["version-not-raised", lineOf(real, "<Version>")]]);
  });
  test("a change with a higher version is right, and the parts are compared as numbers", () => {
    const nine = swap("1.0.0.0", "1.0.9.0")(real);
    expect(codes(swap("1.0.0.0", "1.0.10.0")(change(real)), nine)).toEqual([]);
  });
  test("a lower version is found", () => {
    expect(codes(real, swap("1.0.0.0", "1.0.0.1")(real))).toEqual([
      ["version-not-raised", lineOf(real, "<Version>")],
    ]);
  });
  test("another Id is found, for it would add a second Concord", () => {
    expect(codes(real, swap("997999c2", "997999c3")(real))).toEqual([["id-changed", lineOf(real, "<Id>")]]);
  });
});

test("the manifest of the repository keeps its promises about the code beside it", () => {
  const files = projectFiles(root);
  expect(lintManifest(real, { ...files, categoryWriting: true, production: false })).toEqual([]);
});

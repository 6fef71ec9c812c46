/** The two commands of the README, run as an administrator runs them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "concord-manifest-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}
const tool = (name: string, ...args: string[]) =>
  run("--import", require.resolve("tsx"), join(root, "src", "deploy", `${name}.cli.ts`), ...args);

test("an organisation's manifest is written, passes the check and is understood by Microsoft's own reader", () => {
  const file = join(folder, "concord.xml");
  const origin = "https://concord.example.com";
  expect(tool("manifest", "--origin", origin, "--version", "1.2.3.4", "--out", file).status).toBe(0);
  expect(tool("check", file, "--production")).toMatchObject({ status: 0 });

  const reader = join(root, "node_modules", "office-addin-manifest", "lib", "main.js");
  const script = `require(${JSON.stringify(reader)}).OfficeAddinManifest.readManifestFile(process.argv[1])
    .then((read) => console.log(JSON.stringify(read)))`;
  expect(JSON.parse(run("-e", script, file).stdout)).toMatchObject({
    displayName: "Concord",
    defaultLocale: "en-US",
    hosts: ["Mailbox"],
    iconUrl: `${origin}/assets/icon-64.png`,
    highResolutionIconUrl: `${origin}/assets/icon-128.png`,
    officeAppType: "MailApp",
    permissions: "ReadWriteItem",
    supportUrl: `${origin}/assets/support.html`,
    version: "1.2.3.4",
  });
});

test("without --out the manifest is what is printed, and nothing else", () => {
  const { status, stdout } = tool("manifest", "--origin", "https://localhost:3000");
  expect(status).toBe(0);
  expect(stdout).toBe(readFileSync(join(root, "manifest.xml"), "utf8"));
});

test.each([
  [["--origin", "http://concord.example.com"], /https only/],
  [["--origin", "https://concord.example.com/app"], /without a path/],
  [["--orgin", "https://concord.example.com"], /--orgin/],
  [["--origin", "https://c.example", "--out", "/no/such/folder/m.xml"], /could not be written \(ENOENT\)/],
  [[], /--origin https/],
])("what is wrong with %j is said, and nothing is printed", (args, sentence) => {
  const { status, stdout, stderr } = tool("manifest", ...args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("a fault is told with file, line and sentence, and the check fails", () => {
  const file = join(folder, "broken.xml");
  const xml = readFileSync(join(root, "manifest.xml"), "utf8");
  writeFileSync(file, xml.replace("icon-128", "icon-64"));
  const { status, stderr } = tool("check", file);
  expect(status).toBe(1);
  expect(stderr).toContain(`${file}:24 icon-size-wrong: `);
});

test("an update is checked against what is deployed: the version must rise", () => {
  const [deployed, next] = [join(folder, "deployed.xml"), join(folder, "next.xml")];
  const render = (file: string, ...more: string[]) =>
    tool("manifest", "--origin", "https://concord.example.com", "--out", file, ...more);
  render(deployed);
  render(next, "--no-category-writing");
  const check = () => tool("check", next, "--production", "--no-category-writing", "--previous", deployed);
  expect(check().stderr).toContain("version-not-raised");
  render(next, "--no-category-writing", "--version", "1.0.1.0");
  expect(check()).toMatchObject({ status: 0 });
});

test("a manifest that is not there is one sentence, not a trace", () => {
  const { status, stderr } = tool("check", "nowhere.xml");
  expect(status).toBe(1);
  expect(stderr.trim()).toBe("nowhere.xml cannot be read (ENOENT).");
});

test("where the schemas are not at hand, the check says so", () => {
  expect(tool("check", "--schemas", join(folder, "none")).stdout).toContain("Schemas skipped: ");
});

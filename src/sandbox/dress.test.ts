/** Claims about the dressed page and about which file answers which CDN address. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { officeFile } from "./cdn.ts";
import { dress } from "./dress.ts";

const shipped = readFileSync(join(__dirname, "fixtures", "probe", "taskpane.html"), "utf8");
const dressing = { preludeUrl: "/sandbox/assets/bridge.js", officeUrl: "/sandbox/office/office.js" };

test("a dressed page differs in nothing but office.js, the prelude before it, and the base", () => {
  const dressed = dress(shipped, dressing);
  expect(dressed.indexOf("bridge.js")).toBeLessThan(dressed.indexOf("office/office.js"));
  const undressed = dressed
    .replace('<base href="/">', "")
    .replace(`<script src="${dressing.preludeUrl}"></script>`, "")
    .replace(dressing.officeUrl, "https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
  expect(undressed).toBe(shipped);
});

test.each([
  `<script src="https://officeapis.public.onecdn.static.microsoft/1/office.js"></script>`,
  `<script defer src='https://appsforoffice.microsoft.com/lib/1/hosted/office.js' crossorigin="anonymous" onerror="x()"></script>`,
])("both of Microsoft's addresses are known: %s", (tag) => {
  const dressed = dress(`<head>${tag}</head>`, dressing);
  expect(dressed).toContain(dressing.officeUrl);
  expect(dressed).not.toContain("microsoft");
});

test("a page that never loads office.js is refused", () => {
  expect(() => dress("<head></head>", dressing)).toThrow("office.js");
});

test.each([
  ["/lib/1/hosted/office.js", "office.js"],
  ["/lib/1.1/hosted/outlook-web-16.01.js?v=2", "outlook-web-16.01.js"],
  ["/1/de-de/office_strings.js", "de-de/office_strings.js"],
  ["/lib/1/hosted/AgaveErrorUX/index.html#x", "agaveerrorux/index.html"],
  ["telemetry/oteljs_agave.js", "telemetry/oteljs_agave.js"],
  ["/lib/1/hosted/../../../package.json", undefined],
  ["/1/%00".replace("%00", "\0"), undefined],
])("%s is answered by %s", (path, file) => {
  expect(officeFile(path)).toBe(file);
});

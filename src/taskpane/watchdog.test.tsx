/** The page that is there when nothing else is: in the reader's language, right to left where it must be, and gone once the pane has started. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { waitFor } from "@testing-library/react";
import axe from "axe-core";

const html = readFileSync(join(__dirname, "taskpane.html"), "utf8");
const script = readFileSync(join(__dirname, "watchdog.js"), "utf8");
const body = html.slice(html.indexOf("<body>") + 6, html.indexOf("</body>"));

function begin(...languages: string[]) {
  document.body.innerHTML = body;
  jest.spyOn(navigator, "languages", "get").mockReturnValue(languages);
  new Function(script)();
  return document.getElementById("watchdog")!;
}
afterEach(() => jest.restoreAllMocks());

test.each([
  ["en-GB", "ltr", "Concord could not start", "Try again"],
  ["de-AT", "ltr", "Concord konnte nicht starten", "Noch einmal versuchen"],
  ["fr", "ltr", "Concord n’a pas pu démarrer", "Réessayer"],
  ["es-MX", "ltr", "Concord no pudo iniciarse", "Intentar de nuevo"],
  ["pt-BR", "ltr", "O Concord não pôde iniciar", "Tentar de novo"],
  ["ja", "ltr", "Concord を開始できませんでした", "もう一度試す"],
  ["ar-EG", "rtl", "تعذّر بدء Concord", "حاول مرة أخرى"],
  ["fi", "ltr", "Concord could not start", "Try again"],
])(
  "without office.js it says so in %s, names the host that may be blocked, and offers a way on",
  async (language, dir, title, again) => {
    const page = begin(language);
    expect(page.hidden).toBe(false);
    expect(page.dir || "ltr").toBe(dir);
    expect(page.querySelector("h1")?.textContent).toBe(title);
    expect(page.querySelector("button")?.textContent).toBe(again);
    const shown = [...page.querySelectorAll("p")]
      .filter(({ hidden }) => !hidden)
      .map(({ textContent }) => textContent);
    expect(shown.join(" ")).toContain("appsforoffice.microsoft.com");
    expect(shown).toHaveLength(3);
    const { violations } = await axe.run(page, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  },
);

test("a reader of English and German is spoken to in English", () => {
  expect(begin("en-US", "de-DE").querySelector("h1")?.textContent).toBe("Concord could not start");
});

test("once the pane has started after all, the page is gone", async () => {
  const page = begin("en");
  document.getElementById("root")!.append(document.createElement("div"));
  await waitFor(() => expect(page.hidden).toBe(true));
});

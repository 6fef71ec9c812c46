/** A screen's own words: loaded once, and English when a chunk does not come. */
import { loadSection, type Section } from "./section.ts";

const sectionOf = (german: () => Promise<string>): Section<string> => {
  const english = async () => "Objectives";
  return {
    en: "Objectives",
    others: new Proxy({} as Section<string>["others"], {
      get: (_, language) => (language === "de" ? german : english),
    }),
  };
};

test("a language is fetched once", async () => {
  let fetched = 0;
  const section = sectionOf(async () => {
    fetched++;
    return "Ziele";
  });
  expect(await loadSection(section, "de")).toBe("Ziele");
  expect(await loadSection(section, "de")).toBe("Ziele");
  expect(await loadSection(section, "en")).toBe("Objectives");
  expect(fetched).toBe(1);
});

test("a chunk that does not come leaves English, and is tried again", async () => {
  let isDown = true;
  const section = sectionOf(async () => {
    if (isDown) throw new Error("chunk");
    return "Ziele";
  });
  expect(await loadSection(section, "de")).toBe("Objectives");
  isDown = false;
  expect(await loadSection(section, "de")).toBe("Ziele");
});

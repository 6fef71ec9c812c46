/** Where the form sends its reader, everything is called what it is called there. */
import { correctionSection } from "../../department/corrections/correctionWords.ts";
import { roomSection } from "../../department/roomWords.ts";
import { loadTexts, paneLanguages } from "../../locales/catalogue.ts";
import { loadSection } from "../../locales/section.ts";
import { adminSection } from "../adminWords.ts";

test.each(paneLanguages)(
  "the ways to the versions and to merging are named as they are there, in %s",
  async (language) => {
    const { editing, sections } = await loadSection(adminSection, language);
    const { department } = await loadTexts(language);
    const { pages } = await loadSection(roomSection, language);
    const { allVersions, merge } = await loadSection(correctionSection, language);
    for (const name of [department, pages.corrections, allVersions])
      expect(editing.modelVersions).toContain(name);
    for (const name of [department, pages.corrections, merge]) expect(editing.merging).toContain(name);
    expect(editing.faults.reads).toContain(sections.policy);
  },
);

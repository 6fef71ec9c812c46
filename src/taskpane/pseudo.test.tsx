/** In a language nobody speaks, every word that is not in the catalogue stands out. */
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PanePicture, type Picture } from "./testing/panePicture.tsx";
import { pseudo, pseudoWords } from "./testing/pseudo.ts";
import { invoice, me, type ScreenName, screenNames, screens, service } from "./testing/samples.ts";
import type { Screen } from "./triage/state.ts";

beforeAll(() => {
  Element.prototype.scrollIntoView ??= () => {};
});
afterEach(cleanup);

const words = pseudoWords();
const staff = { ...me, departments: [{ ...service, role: "staff" as const }] };
const draw = (name: ScreenName, more: Partial<Picture> = {}) =>
  render(
    <PanePicture
      state={{ generation: 1, fingerprint: "invoice", screen: screens[name] as Screen }}
      words={words}
      me={staff}
      {...more}
    />,
  );

/** What comes from the message, from people, from the build and from the keyboard is nobody's word to translate. */
const given = [
  invoice.subject,
  invoice.senderName,
  "Jonas Weber",
  "invoice",
  "wrong amount",
  "credit note",
  "refund",
  "third time",
  "Enter",
  "Concord",
  "Esc",
];

/** Texts and names on the page with two Latin letters in a row that no catalogue turned. */
function untranslated(container: Element): string[] {
  const texts = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const said: string[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (!node.parentElement?.closest("pre, option[lang]")) said.push(node.textContent ?? "");
  for (const element of container.querySelectorAll("*"))
    for (const name of ["aria-label", "title", "placeholder", "alt"])
      if (element.hasAttribute(name)) said.push(element.getAttribute(name)!);
  const left = (text: string) => given.reduce((rest, known) => rest.replaceAll(known, ""), text);
  // Times are Intl's: "8:12 AM", "Nov 23".
  return said.filter((text) => /[A-Za-z]{2}/.test(left(text).replace(/\b(AM|PM|Nov)\b/g, "")));
}

test("the pseudo-language is longer, and no letter of it is plain", () => {
  expect(pseudo("Undo")).toBe("Úñđó··");
  expect(untranslatedOf(`<p>Undo</p><b title="Undo">${pseudo("Undo")}</b>`)).toEqual(["Undo", "Undo"]);
});

function untranslatedOf(html: string) {
  const box = document.createElement("div");
  box.innerHTML = html;
  return untranslated(box);
}

test.each(screenNames)("the screen “%s” says no word that is not in the catalogue", (name) => {
  expect(untranslated(draw(name).container)).toEqual([]);
});

test("neither do the hints, the panels and the lists", async () => {
  const refused = {
    id: "r",
    order: "1",
    lane: "l",
    predictionId: "p",
    departmentId: service.id,
    tries: 1,
    notBefore: 0,
    refused: "category_unknown",
    delivery: { kind: "undo", feedbackId: "f" },
  } as const;
  const { container } = draw("predicted", {
    settings: { stepsRead: 0 },
    isOnline: false,
    status: { waiting: 3, refused: [refused] },
  });
  const press = (name: string) => userEvent.click(screen.getAllByRole("button", { name })[0]!);
  for (const name of [words.t.keys, words.t.lastVerdicts, words.t.refused(1), words.t.more]) {
    await press(name);
    expect(untranslated(container)).toEqual([]);
  }
  await userEvent.click(screen.getByText(words.t.addReason));
  await press(words.t.otherDepartment);
  expect(untranslated(container)).toEqual([]);
});

test("nor do the settings", async () => {
  const { container } = draw("predicted");
  await userEvent.click(screen.getByRole("button", { name: words.t.settings }));
  await screen.findByRole("combobox", { name: words.t.theme });
  expect(untranslated(container)).toEqual([]);
});

/** Claims about what a model knows of offices before any mail. */
import { featuresOf } from "./features.ts";
import { createModel, predictorOf } from "./model.ts";
import { languageOf } from "./officeTopics.ts";
import { type Prediction, predict } from "./predictor.ts";

const key = "a key";

function startedFrom(texts: Readonly<Record<string, readonly string[]>>): (body: string) => Prediction {
  const categories = Object.entries(texts).map(([id, own]) => ({ id, texts: own }));
  const predictor = predictorOf(createModel({ categories, priorities: [], key, seed: 1 }));
  return (body) => predict(predictor, featuresOf({ subject: "", body }, key));
}

const helpDesk = startedFrom({
  hardware: ["Hardware", "Computers and screens", "laptop does not start"],
  access: ["Access", "Access to systems", "reset my password", "cannot log in"],
  network: ["Network", "VPN and wireless network", "no connection to the internet"],
  leave: ["Leave", "holiday and absence", "vacation days left"],
});

test("a department like an office is known by words that stand in none of its texts", () => {
  const first = (body: string) => helpDesk(body).categories[0]!.id;
  expect(first("my docking station and headset broke")).toBe("hardware");
  expect(first("authenticator app shows no second factor")).toBe("access");
});

test("a department unlike any office hears only its own texts", () => {
  const zoo = startedFrom({
    lions: ["lions roar at dusk", "manes and prides"],
    otters: ["otters swim upstream", "rivers full of trout"],
    parrots: ["parrots mimic whistles", "feathers in the aviary"],
  });
  const shares = zoo("my docking station and headset broke").categories.map(({ probability }) => probability);
  expect(Math.max(...shares)).toBeLessThan(0.5);
  expect(zoo("the trout and the otters").categories[0]!.id).toBe("otters");
});

test.each([
  ["en", "the printer is out of paper and I cannot print"],
  ["de", "Ich kann mich nicht anmelden, das Passwort ist abgelaufen"],
  ["fr", "impossible de me connecter à mon compte"],
  ["ja", "パスワードを忘れました"],
])("texts in %s are held against topics in that language", (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test("a text of no known word has no language", () => {
  expect(languageOf("zorvel quampi brintak")).toBeUndefined();
});

/** In which looks a scene is drawn: theme, width and language. */

export const themes = ["light", "dark", "contrast"] as const;
/** `contrast` is the system's forced colours, over the light theme. */
export type LookTheme = (typeof themes)[number];
export const widths = [320, 600] as const;
export const languages = ["en", "de", "ar"] as const;

export interface Look {
  theme: LookTheme;
  width: number;
  language: string;
}

export const lookName = ({ theme, width, language }: Look) => `${theme}-${width}-${language}`;

export const allLooks: readonly Look[] = themes.flatMap((theme) =>
  widths.flatMap((width) => languages.map((language) => ({ theme, width, language }))),
);

/** Japanese wraps anywhere, so a few scenes tell; the pseudo-language is a third longer than English. */
const fewScenes = ["triage/predicted", "triage/your call first", "triage/corrected", "triage/settings"];
export const moreLooks = (scene: string): readonly Look[] => [
  ...(fewScenes.includes(scene) ? [{ theme: "light", width: 320, language: "ja" } as const] : []),
  { theme: "light", width: 320, language: "pseudo" },
];

/** One look of each scene, drawn from its name, so that a new scene changes none of the others. */
export function lookByName(scene: string): Look {
  const lot = [...scene].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
  return {
    theme: themes[lot % 3]!,
    // Narrow is what hurts: three of four.
    width: lot % 4 === 3 ? 600 : 320,
    language: ["en", "de", "ar", "pseudo", "en"][lot % 5]!,
  };
}

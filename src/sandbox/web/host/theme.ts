/** Outlook's themes as the four colours an add-in is told. */

export const themeNames = ["light", "dark", "contrast"] as const;
export type ThemeName = (typeof themeNames)[number];

export interface OfficeColours {
  bodyBackgroundColor: string;
  bodyForegroundColor: string;
  controlBackgroundColor: string;
  controlForegroundColor: string;
}

export const officeThemes: Record<ThemeName, OfficeColours> = {
  light: {
    bodyBackgroundColor: "#ffffff",
    bodyForegroundColor: "#242424",
    controlBackgroundColor: "#f5f5f5",
    controlForegroundColor: "#242424",
  },
  dark: {
    bodyBackgroundColor: "#292929",
    bodyForegroundColor: "#ffffff",
    controlBackgroundColor: "#1f1f1f",
    controlForegroundColor: "#ffffff",
  },
  contrast: {
    bodyBackgroundColor: "#000000",
    bodyForegroundColor: "#ffffff",
    controlBackgroundColor: "#000000",
    controlForegroundColor: "#ffff00",
  },
};

/** The payload of OfficeThemeChanged: JSON text with each colour as 0xRRGGBB. */
export const themePayload = (name: ThemeName): [string] => [
  JSON.stringify(
    Object.fromEntries(
      Object.entries(officeThemes[name]).map(([part, colour]) => [
        part,
        Number.parseInt(colour.slice(1), 16),
      ]),
    ),
  ),
];

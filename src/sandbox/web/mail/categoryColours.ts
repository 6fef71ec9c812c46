/** Outlook's colours of categories, light enough to write on. */

const presets: Record<string, string> = {
  Preset0: "#ffb3b3",
  Preset1: "#ffd2a6",
  Preset2: "#e5c9a8",
  Preset3: "#fff1a3",
  Preset4: "#b9e6a8",
  Preset5: "#a8e6dc",
  Preset6: "#d6dba0",
  Preset7: "#b3d4fc",
  Preset8: "#d3c1f5",
  Preset9: "#f3b8dc",
  Preset10: "#cfd8dc",
  Preset11: "#b0bec5",
  Preset12: "#dcdcdc",
};

export const colourOf = (preset: string | undefined): string => presets[preset ?? ""] ?? "#dcdcdc";

/** A name keeps its colour, whatever list it comes from. */
export function presetFor(index: number): string {
  const usable = [7, 4, 1, 8, 5, 3, 9, 0, 6, 2, 10];
  return `Preset${usable[index % usable.length]}`;
}

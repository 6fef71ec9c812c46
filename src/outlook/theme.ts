/** Light or dark: what the person set, else what Outlook's colours say, else what the system prefers. */
import { ask } from "./ask.ts";
import { type OfficeGlobal, themeChanged } from "./office.ts";

export type Theme = "light" | "dark";
export type ThemeSetting = Theme | "auto";

const timeoutMs = 5_000;

/** Relative luminance (WCAG) of #rrggbb, 0 to 1; undefined for anything else. */
export function luminanceOf(colour: string | undefined): number | undefined {
  const digits = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? "");
  if (!digits) return undefined;
  const [red, green, blue] = digits.slice(1).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

export function themeFrom(
  setting: ThemeSetting,
  background: string | undefined,
  prefersDark: boolean,
): Theme {
  if (setting !== "auto") return setting;
  const luminance = luminanceOf(background);
  if (luminance === undefined) return prefersDark ? "dark" : "light";
  return luminance < 0.2 ? "dark" : "light";
}

export interface ThemeSource {
  background(): string | undefined;
  prefersDark(): boolean;
  /** Calls back on every change; returns how to stop. */
  onChange(changed: () => void): () => void;
}

interface ThemeEvent {
  officeTheme?: { bodyBackgroundColor?: string };
}

export function openTheme(office: OfficeGlobal | undefined, media: MediaQueryList | undefined): ThemeSource {
  let told: string | undefined;
  return {
    background: () => told ?? office?.context.officeTheme?.bodyBackgroundColor,
    prefersDark: () => media?.matches ?? false,
    onChange(changed) {
      const box = office?.context.mailbox;
      const onTheme = (event: unknown) => {
        told = (event as ThemeEvent).officeTheme?.bodyBackgroundColor ?? told;
        changed();
      };
      void ask<void>((done) => box?.addHandlerAsync?.(themeChanged, onTheme, done), timeoutMs);
      media?.addEventListener("change", changed);
      return () => {
        media?.removeEventListener("change", changed);
        void ask<void>((done) => box?.removeHandlerAsync?.(themeChanged, done), timeoutMs);
      };
    },
  };
}

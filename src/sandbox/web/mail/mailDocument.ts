/** An HTML mail as a document that can do nothing but be read: no scripts, no requests, no forms. */
import type { ThemeName } from "../host/theme.ts";

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Outlook shows light mail on dark by turning its colours round; pictures are turned back. */
const turned = (share: number) =>
  `html{background:#fff;filter:invert(${share}) hue-rotate(180deg)}img,video,[style*='background-image']{filter:invert(1) hue-rotate(180deg)}`;
const colours: Record<ThemeName, string> = {
  light: "html{background:#fff}",
  dark: turned(0.84),
  contrast: turned(1),
};

const base =
  "html{color-scheme:light}body{margin:0;padding:4px 2px 24px;font:15px/1.5 'Segoe UI',-apple-system,BlinkMacSystemFont,Roboto,'Helvetica Neue',sans-serif;color:#242424;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}blockquote{border-inline-start:2px solid #c8c8c8;margin-inline:0;padding-inline-start:12px;color:#555}a{color:#0f6cbd}";

/** A text of megabytes would stop the page; the pane still gets all of it. */
export const shownCharacters = 400_000;
/** One letter with a million marks is one glyph to lay out: a few say as much. */
const mostMarks = 20;
const longMarks = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, "gu");

export const showable = (text: string): string => text.replace(longMarks, "$1").slice(0, shownCharacters);

/** Our policy comes before anything of the mail's own; what the mail says of policies and addresses comes too late. */
export function mailDocument(html: string, theme: ThemeName): string {
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset="utf-8"><style>${base}${colours[theme]}</style>`;
  return `<!doctype html><html dir="auto"><head>${head}</head><body dir="auto">${showable(html)}</body></html>`;
}

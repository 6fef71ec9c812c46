/** The index page of the storyboard: each scene in all its looks, side by side. */
import { type Look, lookName } from "./looks.ts";

export interface Shot {
  scene: string;
  look: Look;
  file: string;
  faults: readonly string[];
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const figure = ({ scene, look, file, faults }: Shot) => `<figure class="${faults.length > 0 ? "bad" : ""}">
<img loading="lazy" src="${file}" width="${look.width}" alt="${escaped(scene)}, ${lookName(look)}">
<figcaption>${lookName(look)}${faults.map((fault) => `<br>${escaped(fault)}`).join("")}</figcaption></figure>`;

export function galleryPage(shots: readonly Shot[]): string {
  const scenes = [...new Set(shots.map(({ scene }) => scene))];
  const rows = scenes.map(
    (scene) => `<h2 id="${escaped(scene)}">${escaped(scene)}</h2>
<div>${shots
      .filter((shot) => shot.scene === scene)
      .map(figure)
      .join("\n")}</div>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Storyboard</title><style>
body { font: 14px/1.5 system-ui; margin: 2rem; background: #f3f2f1; color: #242424 }
div { display: flex; gap: 1rem; overflow-x: auto; align-items: start }
figure { margin: 0; padding: 8px; background: #fff; border-radius: 8px } figure.bad { outline: 3px solid #c50f1f }
img { display: block; border: 1px solid #e0e0e0 }
</style><h1>${shots.length} pictures of ${scenes.length} screens and states</h1>
${rows.join("\n")}</html>`;
}

/** All pictures of the storyboard by room; another room adds its own list here. */

import { administration } from "./admin.tsx";
import { batch } from "./batch.tsx";
import { department } from "./department.tsx";
import type { Scene } from "./scene.ts";
import { triage } from "./triage.tsx";

export const rooms: Readonly<Record<string, readonly Scene[]>> = {
  triage,
  batch,
  department,
  administration,
};

export const sceneNames: readonly string[] = Object.entries(rooms).flatMap(([room, scenes]) =>
  scenes.map(({ name }) => `${room}/${name}`),
);

export function sceneOf(fullName: string): Scene {
  const [room = "", ...name] = fullName.split("/");
  const scene = rooms[room]?.find((one) => one.name === name.join("/"));
  if (!scene) throw new Error(`The storyboard has no scene ${fullName}.`);
  return scene;
}

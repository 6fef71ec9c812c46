/** One picture of the storyboard: a fixed state of the real pane, and what is pressed before it is looked at. */
import type { ReactElement } from "react";
import type { Theme } from "../../../outlook/theme.ts";
import type { Words } from "../../words.tsx";

export interface Look {
  words: Words;
  theme: Theme;
}

export interface Scene {
  /** Unique in its room. */
  name: string;
  draw(look: Look): ReactElement;
  /** Selectors of what is pressed, in order; each may be a moment late. */
  press?: readonly string[];
  /** What tells that the picture is complete, where more than the next frame is waited for. */
  until?: string;
}

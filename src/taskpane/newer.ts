/** Notices that a newer build of the pane lies on the server: the page there no longer names the script that runs here. */
import { makeStore, type Store } from "./store.ts";

export interface NewerParts {
  /** The page as it lies on the server now; rejects or is empty where it cannot be read. */
  page(): Promise<string>;
  /** The file name of the running script, with its hash. */
  own: string | undefined;
  now(): number;
}

export interface Newer extends Store<boolean> {
  /** Looks, but not more often than once a minute. */
  look(): Promise<void>;
}

const restMs = 60_000;
const anyBuild = /static\/taskpane\.[0-9a-f]+\.js/;

export function openNewer({ page, own, now }: NewerParts): Newer {
  const isNewer = makeStore(false);
  let lookedAt: number | undefined;
  return {
    ...isNewer,
    async look() {
      if (!own || isNewer.get() || (lookedAt !== undefined && now() - lookedAt < restMs)) return;
      lookedAt = now();
      const text = await page().catch(() => "");
      // A page of somebody else (a network's sign-in page) says nothing about builds.
      if (anyBuild.test(text) && !text.includes(own)) isNewer.set(true);
    },
  };
}

/** The script this page runs. */
export const ownScript = (page: Document): string | undefined =>
  [...page.scripts].map(({ src }) => anyBuild.exec(src)?.[0]).find((name) => name !== undefined);

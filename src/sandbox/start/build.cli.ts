/** Builds what `npm start` would build, and starts nothing: once, before tests that start the product side by side. */
import { resolve } from "node:path";
import { buildIfNeeded } from "./build.ts";

await buildIfNeeded(resolve(import.meta.dirname, "..", "..", ".."), (line) => console.log(line));

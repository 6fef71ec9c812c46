/** What a script of the pane weighs on its way, and how much the pane may weigh at the start. */
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { budgets } from "../src/taskpane/budgets.ts";

export const root = join(import.meta.dirname, "..");

/** `npm run budget` holds the build to it; here it stands beside what Chromium really loads. */
export const budgetBytes = budgets["taskpane.html"]!;

export const brotliBytes = (body: Uint8Array): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

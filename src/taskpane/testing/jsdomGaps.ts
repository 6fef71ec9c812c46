/** What browsers have and jsdom lacks, and the time that takes. */
import { TextDecoder, TextEncoder } from "node:util";
import { configure } from "@testing-library/dom";

Object.assign(globalThis, { TextEncoder, TextDecoder });

// Components are slow on a busy machine, which is no fault of theirs.
configure({ asyncUtilTimeout: 60_000 });

/**
 * jsdom lays nothing out and paints nothing, yet tries every rule of every style sheet on each element that is asked about.
 * Of Fluent's thousands only those are kept that decide whether something is there for people and their aids, and what it is called.
 */
const tells = /[{;]\s*(?:display|visibility|content|pointer-events|opacity|clip|clip-path):/;
const insertRule = CSSStyleSheet.prototype.insertRule;
CSSStyleSheet.prototype.insertRule = function (rule, index) {
  return tells.test(rule) ? insertRule.call(this, rule, Math.min(index ?? 0, this.cssRules.length)) : 0;
};

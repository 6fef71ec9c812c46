/** Tells secrets in a text: by secretlint's recommended rules, and by shapes of what this project deals with. */
import { lintSource } from "@secretlint/core";
import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import { ownShapes } from "./ownShapes.ts";

export interface Secret {
  /** from 1 */
  line: number;
  what: string;
}

/** Comments that switch a rule off would hide what is looked for. */
const used = rules.filter(({ meta }) => !meta.id.endsWith("filter-comments"));
const config = { rules: used.map((rule) => ({ id: rule.meta.id, rule })) };

/** Passwords of addresses that lead nowhere: the two that tests of refusals are written with. */
const standIn = /:(hunter2|secret)@/;

/** Never with the secret itself: what is told ends up in logs. */
export async function secretsIn(content: string, name: string): Promise<Secret[]> {
  const { messages } = await lintSource({
    source: { filePath: name, content, contentType: "text", ext: "" },
    options: { config, noPhysicFilePath: true },
  });
  const known = messages
    .filter(({ range }) => !standIn.test(content.slice(...range)))
    .map(({ ruleId, messageId, loc }) => ({
      line: loc.start.line,
      what: `${ruleId.replace(/^@secretlint\/secretlint-rule-/, "")} (${messageId})`,
    }));
  const own = ownShapes.flatMap(([what, shape]) =>
    [...content.matchAll(new RegExp(shape, "g"))].map(({ index }) => ({
      line: content.slice(0, index).split("\n").length,
      what,
    })),
  );
  return [...known, ...own];
}

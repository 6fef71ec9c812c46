/** What is known against the packages that run in production, by npm's own audit; or why nobody could be asked. */

export interface Advisories {
  /** Undefined where the registry gave no answer. */
  found?: string[];
  /** Why not. */
  unanswered?: string;
}

interface Report {
  message?: string;
  vulnerabilities?: Record<string, { severity: string; via: (string | { title?: string; url?: string })[] }>;
}

/** `printed`: of `npm audit --json`. */
export function advisoriesIn(printed: string): Advisories {
  let report: Report;
  try {
    report = JSON.parse(printed.slice(printed.indexOf("{"))) as Report;
  } catch {
    return { unanswered: "npm audit said nothing that can be read" };
  }
  if (!report.vulnerabilities) return { unanswered: report.message ?? "npm audit told no result" };
  return {
    found: Object.entries(report.vulnerabilities).map(([name, { severity, via }]) => {
      const why = via.map((one) => (typeof one === "string" ? `by ${one}` : (one.title ?? one.url ?? "")));
      return `${name} (${severity}): ${why.join("; ")}`;
    }),
  };
}

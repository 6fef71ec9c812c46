/** What support needs to know, without any mail or name: versions, platform, sets, and what waits. */
import { type OfficeGlobal, supports } from "../outlook/office.ts";
import type { Outbox } from "./outbox.ts";
import type { Desk } from "./triage/desk.ts";

interface Facts {
  office: OfficeGlobal;
  outbox: Pick<Outbox, "status">;
  desk: Pick<Desk, "state">;
  buildId: string;
  language: string;
  theme: string;
}

export function diagnosticsOf({ office, outbox, desk, buildId, language, theme }: Facts): string {
  const { context } = office;
  const sets = ["1.5", "1.8", "1.13", "1.14"].filter((version) => supports(office, "Mailbox", version));
  const { screen } = desk.state();
  const status = outbox.status();
  const failure = "failure" in screen ? screen.failure : status.failure;
  const lines: [string, string | number | boolean][] = [
    ["build", buildId],
    [
      "host",
      `${context.mailbox?.diagnostics?.hostName ?? "?"} ${context.mailbox?.diagnostics?.hostVersion ?? ""}`.trim(),
    ],
    ["platform", String(context.platform ?? "?")],
    ["mailbox sets", sets.join(" ") || "none"],
    ["nested app auth", supports(office, "NestedAppAuth", "1.1")],
    ["language, theme", `${language}, ${theme}`],
    ["screen", screen.kind],
    [
      "outbox",
      `${status.waiting} waiting, ${status.refused.length} refused, ${status.isDurable ? "kept" : "not kept"}`,
    ],
    ...(failure
      ? [["failure", [failure.code, failure.requestId].filter(Boolean).join(" ")] as [string, string]]
      : []),
  ];
  return lines.map(([name, value]) => `${name}: ${value}`).join("\n");
}

/** What support needs to know, without any mail or name: versions, platform, sets, and what waits. */
import { type OfficeGlobal, supports } from "../outlook/office.ts";
import type { Trouble, Troubles } from "../outlook/troubles.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { Desk } from "./triage/desk.ts";

interface Facts {
  office: OfficeGlobal;
  outbox: Pick<Outbox, "status">;
  troubles: Pick<Troubles, "list">;
  desk: Pick<Desk, "state">;
  buildId: string;
  language: string;
  theme: string;
}

export function diagnosticsOf({ office, outbox, desk, troubles, buildId, language, theme }: Facts): string {
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
    ["refused by Outlook", troublesIn(troubles.list())],
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

const troublesIn = (them: readonly Trouble[]): string =>
  them.map(({ call, code, times }) => `${call} ${code} ×${times}`).join(", ") || "nothing";

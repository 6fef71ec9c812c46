/** Says what is wrong with a live deployment, in the order in which it should be put right. */
import { guardFaults, healthFaults, tokenFaults } from "./apiChecks.ts";
import type { Complaint } from "./complaint.ts";
import { manifestFaults } from "./manifestChecks.ts";
import { assetFaults, pageFaults } from "./pageChecks.ts";
import type { Probe } from "./probe.ts";
import { certificate, clock, reaching, redirects } from "./transport.ts";
import { type Expected, type Visit, visit } from "./visit.ts";

const checks: readonly ((visit: Visit) => Complaint[])[] = [
  certificate,
  redirects,
  clock,
  pageFaults,
  assetFaults,
  healthFaults,
  guardFaults,
  tokenFaults,
  manifestFaults,
];

export interface Diagnosis {
  complaints: Complaint[];
  /** What cannot be seen from outside and has to be looked at by hand. */
  byHand: string[];
}

export async function diagnose(expected: Expected, probe: Probe, now: number): Promise<Diagnosis> {
  const seen = await visit(expected, probe, now);
  const unreachable = reaching(seen);
  return {
    complaints: unreachable.length > 0 ? unreachable : checks.flatMap((check) => check(seen)),
    byHand: byHand(expected),
  };
}

const byHand = ({ origin }: Expected): string[] => [
  `In Entra, the pane's registration has the single-page redirect URI brk-multihub://${new URL(origin).host} (the origin alone, no path), ${origin}/sign-in.html and ${origin}/assets/support.html. Without the first, nested sign-in fails with "origin is not valid".`,
  "The API's registration has requestedAccessTokenVersion 2, and the pane is an authorised client of its scope.",
  "Everybody of the ring has the role Triage.Staff, Triage.Lead or Triage.Admin.",
  "People's computers, not only this one, reach this origin, appsforoffice.microsoft.com and login.microsoftonline.com.",
];

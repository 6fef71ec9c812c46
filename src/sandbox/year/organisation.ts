/** The simulated organisation a year later: eight departments with all their people, and policies of a settled use. */
import type { OrganisedDepartment, OrganisedTenant } from "../../api/organisation.ts";
import { sandboxOrganisation } from "../organisation.ts";
import { apiClientId, paneClientId, tenantId } from "../personas.ts";
import { colleaguesOf } from "./people.ts";
import { type PlantedTruth, truths } from "./truth.ts";

/** A week, so that corrections wait for the lead on every day of it, after a weekend too. */
const acceptAfterHours = 7 * 24;

/** Lead time for the lead, a measured time from before, and enough blind checks to know something. */
const policyOf = (blindShare: number) => ({ blindShare, baselineSeconds: 45, acceptAfterHours });

function grown(truth: PlantedTruth, known: OrganisedDepartment | undefined, blindShare: number) {
  const colleagues = colleaguesOf(truth).map(({ oid }) => oid);
  const staff = [...new Set([...(known?.members?.staff ?? []), ...colleagues])];
  return {
    id: truth.id,
    name: truth.name,
    taxonomy: { starter: truth.starter },
    ...known,
    policy: { ...known?.policy, ...policyOf(blindShare) },
    members: { staff, leads: known?.members?.leads ?? colleagues.slice(0, 1) },
  };
}

/** @param blindShare in [0, 0.25] */
export function withYear<T extends OrganisedTenant>(
  organisation: { tenants: T[] },
  blindShare: number,
): { tenants: T[] } {
  return {
    tenants: organisation.tenants.map((tenant) => ({
      ...tenant,
      departments: truths.map((truth) =>
        grown(
          truth,
          tenant.departments.find(({ id }) => id === truth.id),
          blindShare,
        ),
      ),
    })),
  };
}

/** Of a year's mail; few messages need a larger share to say something. */
export const yearsBlindShare = 0.1;

const nobody = { issuer: "", jwksUri: "", scope: "" };

/** Without anybody who signs in: for a folder that is only filled. The departments are the demo's own. */
export const simulatedOrganisation = (blindShare = yearsBlindShare) =>
  withYear(
    sandboxOrganisation({ ...nobody, tenantId, audience: apiClientId, clientId: paneClientId }),
    blindShare,
  );

/** The four taxonomies a department can start from, by name. */
import type { Taxonomy } from "../taxonomy.ts";
import { customerService } from "./customerService.ts";
import { humanResources } from "./humanResources.ts";
import { itHelpDesk } from "./itHelpDesk.ts";
import { publicAdministration } from "./publicAdministration.ts";

export const starters = {
  "customer-service": customerService,
  "it-help-desk": itHelpDesk,
  "human-resources": humanResources,
  "public-administration": publicAdministration,
} as const satisfies Record<string, Taxonomy>;

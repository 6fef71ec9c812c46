/** The Outlook categories that must be in each mailbox's own list before Concord can set them. */
import type { Organisation } from "../../api/organisation.ts";
import type { TaxonomyContent } from "../../triage/configuration.ts";

export interface MasterCategory {
  displayName: string;
  /** One of Outlook's 25 colours, as Graph calls them. */
  color: string;
}

export interface DepartmentCategories {
  department: string;
  mailboxes: string[];
  categories: MasterCategory[];
}

/** Blue, green, orange, purple and so on; red is left for what people mark themselves. */
const colours = [7, 4, 1, 8, 5, 3, 9, 2, 6, 10, 22, 19, 16, 23, 20, 18, 24, 17, 21, 11, 12, 13, 14, 15];

export const masterCategories = (
  { tenants }: Organisation,
  starters: Readonly<Record<string, TaxonomyContent>>,
): DepartmentCategories[] =>
  tenants.flatMap(({ departments }) =>
    departments
      .filter(({ policy }) => policy?.categoryWriting !== false)
      .map(({ id, taxonomy, mailboxes }) => ({
        department: id,
        mailboxes: mailboxes ?? [],
        categories: listed("starter" in taxonomy ? starters[taxonomy.starter] : taxonomy),
      })),
  );

const listed = (taxonomy: TaxonomyContent | undefined): MasterCategory[] =>
  [...new Set((taxonomy?.categories ?? []).flatMap(({ outlookCategory }) => outlookCategory ?? []))].map(
    (displayName, place) => ({ displayName, color: `preset${colours[place % colours.length]}` }),
  );

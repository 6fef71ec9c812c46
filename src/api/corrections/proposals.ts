/** Proposals to the taxonomy: made by staff, decided by leads; an accepted one is a new taxonomy version at once. */
import type { Kysely } from "kysely";
import Value from "typebox/value";
import { TaxonomyContent } from "../../triage/configuration.ts";
import type { Proposal, ProposalContent, ProposalDecision } from "../../triage/proposal.ts";
import { hasCategory, type Taxonomy } from "../../triage/taxonomy.ts";
import { Refusal } from "../refusal.ts";
import { record } from "../store/audit.ts";
import { contentOf, saveDepartment } from "../store/departmentContent.ts";
import type { Department } from "../store/departments.ts";
import type { PersonKey, ProposalRow, Schema } from "../store/schema.ts";
import { asItIs } from "./asItIs.ts";

const mostShown = 100;
const mostOpen = 100;

export async function proposalsOf(
  db: Kysely<Schema>,
  { key, taxonomy }: Department,
  person: PersonKey,
): Promise<Proposal[]> {
  const rows = await db
    .selectFrom("proposal")
    .selectAll()
    .where("department", "=", key)
    .orderBy((eb) => eb.case().when("state", "=", "open").then(0).else(1).end())
    .orderBy("at", "desc")
    .limit(mostShown)
    .execute();
  return rows.map((row) => ({ ...proposalOf(row, person), ...replacedIn(taxonomy, row) }));
}

/** What an open one would take the place of. */
function replacedIn(taxonomy: Taxonomy, row: ProposalRow): Pick<Proposal, "replaces"> {
  const { definition } = taxonomy.categories.find(({ id }) => id === row.category) ?? {};
  const replaces = definition?.[row.language as keyof typeof definition];
  const isAsked = row.kind === "definition" && row.state === "open" && replaces !== undefined;
  return isAsked ? { replaces } : {};
}

const proposalOf = (row: ProposalRow, person: PersonKey): Proposal => ({
  id: row.proposal_id,
  kind: row.kind,
  category: row.category,
  language: row.language,
  ...(row.name === null ? {} : { name: row.name }),
  definition: row.definition,
  state: row.state,
  ...(row.because === null ? {} : { because: row.because }),
  isOwn: row.person === person,
  at: row.at,
  ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
});

export interface Proposing {
  department: Department;
  proposalId: string;
  content: ProposalContent;
  person: PersonKey;
  now: number;
}

/** In a transaction that holds the department. The same id again is the same proposal. */
export async function propose(
  db: Kysely<Schema>,
  { department, proposalId, content, person, now }: Proposing,
) {
  const { key, taxonomy } = department;
  if (content.kind === "definition" && !hasCategory(taxonomy, content.category))
    throw new Refusal("category_unknown");
  const known = await proposalRow(db, key, proposalId);
  if (known) {
    if (known.person !== person) throw new Refusal("feedback_id_reused");
    return proposalOf(known, person);
  }
  await refuseFlood(db, key);
  const row: ProposalRow = {
    department: key,
    proposal_id: proposalId,
    person,
    kind: content.kind,
    category: content.kind === "definition" ? content.category : freshId(taxonomy, content.name, proposalId),
    language: content.language,
    name: content.kind === "category" ? content.name : null,
    definition: content.definition,
    state: "open",
    because: null,
    at: now,
    decided_at: null,
  };
  await db.insertInto("proposal").values(row).execute();
  await record(db, key, { at: now, person, action: "propose", subject: proposalId });
  return proposalOf(row, person);
}

async function refuseFlood(db: Kysely<Schema>, department: string): Promise<void> {
  const open = await db
    .selectFrom("proposal")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("department", "=", department)
    .where("state", "=", "open")
    .executeTakeFirst();
  if ((open?.n ?? 0) >= mostOpen)
    throw new Refusal("overloaded", { detail: `At most ${mostOpen} open proposals.` });
}

const proposalRow = (db: Kysely<Schema>, department: string, id: string): Promise<ProposalRow | undefined> =>
  db
    .selectFrom("proposal")
    .selectAll()
    .where("department", "=", department)
    .where("proposal_id", "=", id)
    .executeTakeFirst();

/** From the name where its letters allow it. */
function freshId(taxonomy: Taxonomy, name: string, proposalId: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  const id = /^[a-z]/.test(plain) ? plain : `category-${proposalId.slice(-8)}`;
  return hasCategory(taxonomy, id) ? `${id.slice(0, 30)}-${proposalId.slice(-8)}` : id;
}

export interface Deciding {
  department: Department;
  proposalId: string;
  request: ProposalDecision;
  person: PersonKey;
  now: number;
}

/** In a transaction that holds the department. What is decided stays so. */
export async function decideProposal(db: Kysely<Schema>, deciding: Deciding): Promise<Proposal> {
  const { department, proposalId, request, person, now } = deciding;
  const row = await proposalRow(db, department.key, proposalId);
  if (!row) throw new Refusal("not_found");
  const state = request.decision === "accept" ? "accepted" : "declined";
  if (row.state === state) return proposalOf(row, person);
  if (row.state !== "open") throw new Refusal("changed_meanwhile");
  const decided = { state, because: request.because ?? null, decided_at: now } as const;
  await db
    .updateTable("proposal")
    .set(decided)
    .where("department", "=", department.key)
    .where("proposal_id", "=", proposalId)
    .execute();
  if (state === "accepted") await putIntoTaxonomy(db, department, row, person, now);
  await record(db, department.key, {
    at: now,
    person,
    action: `${request.decision}Proposal`,
    subject: proposalId,
  });
  return proposalOf({ ...row, ...decided }, person);
}

async function putIntoTaxonomy(
  db: Kysely<Schema>,
  department: Department,
  row: ProposalRow,
  by: PersonKey,
  now: number,
): Promise<void> {
  const content = await contentOf(db, await asItIs(db, department));
  const categories = content.taxonomy.categories.map((one) => {
    // Earlier versions accepted categories without any.
    const category = { ...one, phrases: { ...one.phrases, en: one.phrases.en ?? [] } };
    return row.kind === "definition" && category.id === row.category
      ? { ...category, definition: { ...category.definition, [row.language]: row.definition } }
      : category;
  });
  if (row.kind === "category" && !categories.some(({ id }) => id === row.category))
    categories.push({
      id: row.category,
      name: inLanguage(row.language, row.name!),
      definition: inLanguage(row.language, row.definition),
      phrases: { en: [] },
    } as (typeof categories)[number]);
  const changed = { ...content, taxonomy: { ...content.taxonomy, categories } };
  // Kept by an earlier version, or one category too many: what is written here every pane has to read.
  if (!Value.Check(TaxonomyContent, changed.taxonomy)) throw new Refusal("configuration_invalid");
  await saveDepartment(db, {
    tenant: department.tenant,
    id: department.id,
    content: changed,
    by,
    now,
  });
}

/** English is what every reader falls back to. */
const inLanguage = (language: string, text: string) =>
  language === "en" ? { en: text } : { en: text, [language]: text };

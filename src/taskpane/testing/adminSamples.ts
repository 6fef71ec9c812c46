/** Samples of the administration for tests and the storyboard, and an API that answers with them. */
import type { AdminOverview, KnownPerson } from "../../triage/administration.ts";
import type { AuditPage } from "../../triage/auditLog.ts";
import type { ConfiguredDepartment } from "../../triage/configuration.ts";
import type { ContentChange } from "../../triage/configurationChanges.ts";
import { defaultPolicy } from "../../triage/department.ts";
import type { ErasureExtent } from "../../triage/privacy.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import type { ApiClient, Ask } from "../apiClient.ts";
import { now, service } from "./samples.ts";

const day = 86_400_000;
const phrases = { en: ["wrong amount on the invoice", "refund of a payment"], de: ["Betrag ist falsch"] };
const { version: _, ...policy } = defaultPolicy;
const amara = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9001";
const jonas = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9002";
const priya = "11d6a1c4-0c1e-4a7b-8f35-5c0d1f2a9005";

export const configured: ConfiguredDepartment = {
  id: "customer-service",
  version: 4,
  name: service.name,
  taxonomy: {
    categories: service.taxonomy.categories.map((category) => ({ ...category, phrases })),
    priorities: service.taxonomy.priorities.map((priority) => ({ ...priority, phrases })),
  },
  policy,
  mailboxes: ["service@northwind.example"],
  members: { staff: [amara, jonas], leads: [priya] },
  assigned: {},
  model: { kind: "builtIn" },
};

const reach = { assigned: 14, opened: 12, saw: 12, answered: 9, days: 28, isPartial: false };

export const overview: AdminOverview = {
  open: false,
  computedAt: now,
  departments: [
    { id: "customer-service", name: service.name, version: 4, modelVersion: 12, reach },
    {
      id: "it-help-desk",
      name: { en: "IT help desk", de: "IT-Helpdesk", ar: "مكتب مساعدة تقنية المعلومات" },
      version: 2,
      modelVersion: 0,
      model: "sorter-large",
      reach: { ...reach, assigned: 6, opened: 2, saw: 2, answered: 0 },
    },
    {
      id: "returns",
      name: { en: "Returns", de: "Rückgaben", ar: "المرتجعات" },
      version: 7,
      modelVersion: 31,
      closedAt: now - 20 * day,
      heirId: "customer-service",
      reach: { ...reach, assigned: 3, opened: 0, saw: 0, answered: 0 },
    },
  ],
};

export const people: KnownPerson[] = [
  {
    oid: amara,
    name: "Amara Okafor",
    seenAt: now - 3_600_000,
    departments: [{ id: "customer-service", name: service.name, role: "staff" }],
  },
  {
    oid: priya,
    name: "Priya Raman",
    seenAt: now - 2 * day,
    departments: [{ id: "customer-service", name: service.name, role: "lead" }],
  },
  { oid: jonas, name: "", departments: [{ id: "customer-service", name: service.name, role: "staff" }] },
];

const changedIn4: ContentChange[] = [
  { kind: "part", part: "staff", added: 2, removed: 1, changed: 0 },
  { kind: "setting", setting: "blindShare", from: 0.05, to: 0.08 },
  { kind: "setting", setting: "offlineModel", from: null, to: true },
];

const hash = "5f2c9ad1".repeat(8);
const entry = (position: number, action: string, by: string, name: string | undefined, subject: string) => ({
  position,
  at: now - (220 - position) * 3_600_000,
  by,
  ...(name ? { name } : {}),
  action,
  subject,
  hash,
});

export const log: AuditPage = {
  departmentId: "customer-service",
  entries: [
    entry(214, "verdict", "person-Jx3", "Amara Okafor", "0193a5d2-7c1b-7000-8000-0d6f2b8e4a10"),
    { ...entry(213, "department", "person-T0m", "Tomasz Nowak", "4"), changes: changedIn4 },
    { ...entry(212, "policy", "person-T0m", "Tomasz Nowak", "3"), changes: changedIn4.slice(1) },
    entry(
      211,
      "retention",
      "system",
      undefined,
      "nothing before 2024-11-23: 312 messages deleted, 40 forgotten",
    ),
    entry(210, "verdict", "person-Q9z", undefined, "0193a5d2-7c1b-7000-8000-0d6f2b8e4a11"),
    {
      ...entry(
        209,
        "objective agreed",
        "person-Pr1",
        "Priya Raman",
        "0193a5d2-7c1b-7000-8000-0d6f2b8e4a12 2",
      ),
      thing: { kind: "objective", formula: { kind: "urgentRecall" } },
    },
    {
      ...entry(208, "decision", "person-Pr1", "Priya Raman", "0193a5d2-7c1b-7000-8000-0d6f2b8e4a13 retrain"),
      thing: { kind: "decision", decision: "retrain", formula: { kind: "category", category: "billing" } },
    },
    {
      ...entry(207, "review opened", "person-Pr1", "Priya Raman", "0193a5d2-7c1b-7000-8000-0d6f2b8e4a14"),
      thing: { kind: "review", openedAt: now - 3 * 86_400_000 },
    },
    {
      ...entry(206, "acceptProposal", "person-Pr1", "Priya Raman", "0193a5d2-7c1b-7000-8000-0d6f2b8e4a15"),
      thing: { kind: "proposal", proposal: "category", category: "returns", name: "Returns" },
    },
    entry(205, "moveCategory", "person-Pr1", "Priya Raman", "billing into contract"),
    entry(204, "organisation", "person-T0m", "Tomasz Nowak", "people may not choose a department"),
  ],
  categories: service.taxonomy.categories.map(({ id, name }) => ({ id, name })),
  before: 204,
  head: hash,
};

export const extent: ErasureExtent = {
  departments: [
    {
      id: "customer-service",
      name: service.name,
      messages: 1_284,
      answeredAlone: 611,
      notes: 17,
      proposals: 2,
      isMember: true,
    },
    {
      id: "it-help-desk",
      name: { en: "IT help desk", de: "IT-Helpdesk" },
      messages: 3,
      answeredAlone: 0,
      notes: 0,
      proposals: 0,
      isMember: false,
    },
  ],
  isPartial: false,
};

const applied = (version: number) => ({
  departments: [{ id: "customer-service", version, change: "changed", taxonomyVersion: 1, policyVersion: 2 }],
});

const answers: [RegExp, (ask: Ask) => unknown][] = [
  [/^GET .*overview$/, () => overview],
  [/^GET .*configuration$/, () => ({ open: false, departments: [configured] })],
  [/^PUT .*configuration/, () => applied(5)],
  [/^GET .*versions$/, () => ({ versions: [4, 3, 2, 1].map((version) => versionAt(version)) })],
  [/^GET .*versions\/\d+$/, () => withoutVersion(configured)],
  [/^GET .*departments\/[^/]+$/, () => configured],
  [/^PUT .*departments\//, () => applied(5)],
  [/^GET .*export$/, () => ({ account: amara, departments: [] })],
  [/^GET .*extent$/, () => extent],
  [/^GET .*people/, () => ({ people })],
  [/^POST .*erasure$/, erased],
  [/^GET .*audit.*before=/, () => ({ departmentId: log.departmentId, entries: [] })],
  [/^GET .*audit/, () => log],
  [
    /^GET .*diagnostics$/,
    () => ({ lines: [{ name: "database", value: "sqlite, tables up to date (number 8)" }] }),
  ],
];

const versionAt = (version: number) => ({
  version,
  at: now - (5 - version) * 3 * day,
  by: version === 1 ? "system" : "person-T0m",
  ...(version > 1 ? { name: "Tomasz Nowak" } : {}),
  ...(version === 4 ? { changes: changedIn4 } : {}),
  ...(version === 3
    ? { changes: [{ kind: "part", part: "categories", added: 1, removed: 0, changed: 2 }] }
    : {}),
});

const withoutVersion = ({ id: _id, version: _version, ...content }: ConfiguredDepartment) => content;

function erased({ body }: Ask) {
  const { erasureId } = body as { erasureId: string };
  const result = { messages: 8, notes: 1, forgotten: 0, memberships: 1 };
  return { erasureId, requestedAt: now, finishedAt: now, result };
}

export interface FakeAdminApi extends Pick<ApiClient, "ask"> {
  asked: Ask[];
}

/** `instead` answers first, where it has something to say. */
export function fakeAdminApi(
  instead: (ask: Ask) => ApiAnswer<unknown> | undefined = () => undefined,
): FakeAdminApi {
  const asked: Ask[] = [];
  return {
    asked,
    async ask(request, isAnswer) {
      asked.push(request);
      const other = instead(request);
      if (other) return other as never;
      const found = answers.find(([pattern]) => pattern.test(`${request.method} ${request.path}`));
      const value = found?.[1](request);
      return (
        isAnswer(value) ? { ok: true, value } : { ok: false, failure: { code: "answer_invalid" } }
      ) as never;
    },
  };
}

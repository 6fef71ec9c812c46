/** Claims about the simulated organisation. */
import { departmentCategories, sandboxOrganisation } from "./organisation.ts";
import { mailboxes, personas } from "./personas.ts";

const issuer = { tenantId: "t", issuer: "i", jwksUri: "j", audience: "a", clientId: "c", scope: "s" };
const [tenant] = sandboxOrganisation(issuer as never).tenants;

test("every department has people, a shared mailbox and a taxonomy to start from", () => {
  for (const { members, mailboxes: shared, taxonomy, id } of tenant!.departments) {
    expect(members.staff.length).toBeGreaterThan(0);
    expect(shared).toHaveLength(1);
    expect(taxonomy.starter).toBe(id);
  }
});

test("one person leads, one is an admin, and two colleagues share a mailbox", () => {
  expect(personas.filter(({ roles }) => roles.includes("lead"))).toHaveLength(1);
  expect(personas.filter(({ roles }) => roles.includes("admin"))).toHaveLength(1);
  const staff = personas.filter(({ roles }) => roles.length === 1);
  expect(
    staff.filter(({ mailboxes: open }) => open.includes("service@northwind.example")).length,
  ).toBeGreaterThanOrEqual(2);
});

test("nobody opens a mailbox that does not exist, and no two people are one", () => {
  const known = mailboxes.map(({ address }) => address);
  for (const { mailboxes: open } of personas) expect(known).toEqual(expect.arrayContaining([...open]));
  for (const field of ["oid", "key", "address"] as const)
    expect(new Set(personas.map((persona) => persona[field])).size).toBe(personas.length);
});

test("each mailbox offers the categories of its department, each name once", () => {
  for (const { address } of mailboxes) {
    const offered = departmentCategories(address).map(({ displayName }) => displayName);
    expect(offered.length).toBeGreaterThan(1);
    expect(new Set(offered).size).toBe(offered.length);
  }
});

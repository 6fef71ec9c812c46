/** What may be wrong with a token, for tests of the API's refusals. */

export const flaws = [
  "expired",
  "notYetValid",
  "wrongAudience",
  "wrongIssuer",
  "wrongTenant",
  "wrongClient",
  "otherKey",
  "unsigned",
  "missingScope",
  "missingRoles",
  "version1",
] as const;

export type Flaw = (typeof flaws)[number];

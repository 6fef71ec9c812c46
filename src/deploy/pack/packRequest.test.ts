/**
 * Whatever is wrong with what the administrator asks for is said, all of it at once.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { checkedRequest, type PackOptions } from "./packRequest.ts";

const starters = ["customer-service", "it-help-desk"];
const good: PackOptions = {
  origin: "https://concord.example.com",
  tenant: "11111111-2222-4333-8444-555555555555",
  client: "CCCCCCCC-1111-4222-8333-dddddddddddd",
  api: "aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb",
};
const faultsOf = (options: PackOptions): string[] => {
  const checked = checkedRequest(options, starters);
  return "faults" in checked ? checked.faults : [];
};

test("what is right is taken over, ids in one spelling", () => {
  expect(checkedRequest(good, starters)).toEqual({
    request: expect.objectContaining({
      origin: "https://concord.example.com",
      client: "cccccccc-1111-4222-8333-dddddddddddd",
      api: "aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb",
      departments: starters,
      categoryWriting: true,
    }),
  });
});

test("one registration serves as both where no second one is named", () => {
  const { api: _, ...one } = good;
  expect(checkedRequest(one, starters)).toMatchObject({
    request: { api: "cccccccc-1111-4222-8333-dddddddddddd" },
  });
});

test.each<[string, PackOptions, RegExp]>([
  ["no origin", { origin: undefined }, /^Say --origin/],
  ["an origin without https", { origin: "http://concord.example.com" }, /https only/],
  ["an origin with a path", { origin: "https://concord.example.com/app" }, /without a path/],
  ["an origin with a password", { origin: "https://a:b@concord.example.com" }, /user name or password/],
  ["the administrator's own computer", { origin: "https://localhost:3000" }, /reader's own computer/],
  ["its address", { origin: "https://127.0.0.1" }, /reader's own computer/],
  ["no address at all", { origin: "concord" }, /is not an address/],
  ["no tenant", { tenant: undefined }, /^Say --tenant/],
  ["a tenant by its domain", { tenant: "contoso.onmicrosoft.com" }, /^--tenant .* is not a GUID/],
  ["a client that is no GUID", { client: "pane" }, /^--client .* is not a GUID/],
  ["an API that is no GUID", { api: "api://x" }, /^--api .* is not a GUID/],
  ["an API without the pane", { client: undefined }, /^--api is given without --client/],
  ["the tenant given as client", { client: good.tenant }, /the same as --tenant/],
  ["a short version", { version: "1.2" }, /^--version "1.2"/],
  ["an Id that is no GUID", { id: "concord" }, /^--id/],
  ["an unknown department", { departments: "sales" }, /there is no "sales"; there are customer-service/],
  ["a department twice", { departments: "it-help-desk,it-help-desk" }, /twice/],
  ["no department", { departments: " , " }, /names none/],
  ["markup in a name", { "organisation-name": "<b>" }, /without < and >/],
  ["an empty contact", { contact: " " }, /1 to 200/],
])("%s is refused in a sentence", (_, change, sentence) => {
  const faults = faultsOf({ ...good, ...change });
  expect(faults).toEqual([expect.stringMatching(sentence)]);
  expect(faults[0]).toMatch(/[.]$/);
});

test("everything that is wrong is said at once", () => {
  expect(faultsOf({ origin: "http://x", tenant: "y", client: "z", version: "1" })).toHaveLength(4);
});

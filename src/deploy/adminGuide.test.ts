/** What the administrator's guide gives as an example is right. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configFrom, outlookHosts } from "../api/config.ts";

const docs = join(__dirname, "..", "..", "docs");
const guide = readFileSync(join(docs, "admin.md"), "utf8");

test("the organisation of the guide is one the API starts with", () => {
  const config = configFrom({ ORGANISATION_FILE: join(docs, "organisation.example.json") });
  expect(config.organisation.tenants[0]?.departments[0]?.id).toBe("service");
});

test("every host of Outlook that may show the pane stands in the guide", () => {
  for (const host of outlookHosts) expect(guide).toContain(host);
});

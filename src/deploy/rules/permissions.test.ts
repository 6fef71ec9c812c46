/**
 * The table of Office calls says what Microsoft's own type definitions say.
 * @jest-environment ./src/deploy/testing/xmlEnvironment.mjs
 */
import { readFileSync } from "node:fs";
import { type Level, neededLevel, officeCalls } from "./permissions.ts";

const spelling: Readonly<Record<string, Level>> = {
  restricted: "Restricted",
  "read item": "ReadItem",
  "read/write item": "ReadWriteItem",
  "read/write mailbox": "ReadWriteMailbox",
};

interface Member {
  owner: string;
  name: string;
  level: Level;
}

/** Every member of the Office API with the level its comment names, as `Categories`, `addAsync`, `ReadWriteItem`. */
function documentedMembers(): Member[] {
  const members: Member[] = [];
  let owner = "";
  let level: Level | undefined;
  for (const line of readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8").split("\n")) {
    owner = /^\s*(?:export )?interface (\w+)/.exec(line)?.[1] ?? owner;
    const said = /Minimum permission level[^*]*\*\*: +\*\*([\w/ ]+)\*\*/.exec(line)?.[1];
    if (said) level = spelling[said];
    const name = /^\s+(\w+)\??\s*[(:<]/.exec(line)?.[1];
    if (name && level) members.push({ owner, name, level });
    if (name) level = undefined;
  }
  return members;
}

const members = documentedMembers();
const levelsIn = (some: readonly Member[]) => [...new Set(some.map(({ level }) => level))];
const owners: Readonly<Record<string, string>> = {
  categories: "Categories",
  body: "Body",
  subject: "Subject",
};
const readingOwners = new Set(["Categories", "Body", "MessageRead", "Mailbox", "Context"]);

/** For `userProfile` the level stands at what it holds, not at itself. */
const levelsOf = (call: string): Level[] => {
  if (call === "userProfile") return levelsIn(members.filter(({ owner }) => owner === "UserProfile"));
  const [owner, name] = call.includes(".") ? call.split(".") : [undefined, call];
  const fits = members.filter(
    (member) =>
      member.name === name && (owner ? member.owner === owners[owner] : readingOwners.has(member.owner)),
  );
  return levelsIn(fits);
};

test.each(officeCalls)("$name needs $level", ({ name, level }) => {
  expect(levelsOf(name)).toEqual([level]);
});

test("every call on a message or mailbox that reaches the whole mailbox is in the table", () => {
  const reaching = members.filter(
    ({ owner, level }) => level === "ReadWriteMailbox" && (owner === "Mailbox" || owner === "MessageRead"),
  );
  expect(reaching.length).toBeGreaterThan(3);
  for (const { name } of reaching) expect(officeCalls.map((call) => call.name)).toContain(name);
});

test.each<[string, boolean, Level]>([
  ["item.body.getAsync(type, done)", true, "ReadItem"],
  ["item.body.getAsync(type, done); item.categories.addAsync(names)", true, "ReadWriteItem"],
  ["item.body.getAsync(type, done); item.categories.addAsync(names)", false, "ReadItem"],
  ["item?.categories?.removeAsync(names)", true, "ReadWriteItem"],
  ["item.categories!.removeAsync(names)", true, "ReadWriteItem"],
  ["item.categories.getAsync(done)", true, "ReadItem"],
  ["mailbox.masterCategories.getAsync(done)", true, "ReadWriteMailbox"],
  ["// mailbox.masterCategories would need more\nroamingSettings.get('x')", true, "Restricted"],
  ["/* loadItemByIdAsync */ const url = 'https://x'; item.itemId", true, "ReadItem"],
  ["nothing of Office", true, "Restricted"],
])("%s (category writing %s) needs %s", (source, categoryWriting, level) => {
  expect(neededLevel(source, { categoryWriting, batch: true }).level).toBe(level);
});

test("several selected messages need the whole mailbox, and only the flavour for them asks for it", () => {
  const source =
    "item.body.getAsync(type, done); mailbox.getSelectedItemsAsync(done); mailbox.loadItemByIdAsync(id)";
  const level = (batch: boolean) => neededLevel(source, { categoryWriting: true, batch }).level;
  expect([level(true), level(false)]).toEqual(["ReadWriteMailbox", "ReadItem"]);
});

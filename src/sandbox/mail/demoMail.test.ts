/** The demo mail is what a department's mailbox is like: real files, many kinds, an agreed answer where there is one. */
import PostalMime from "postal-mime";
import { starters } from "../../triage/starter/starters.ts";
import { priorities } from "../../triage/taxonomy.ts";
import { mailboxes } from "../personas.ts";
import { bytesOf, demoFiles, parsedDemo, truth } from "./demoMail.ts";

const asking = ["customer-service", "it-help-desk", "human-resources"] as const;
const addressOf = (name: string) => `${name.split("/")[0]}@northwind.example`;
const departmentOf = (name: string) =>
  mailboxes.find(({ address }) => address === addressOf(name))?.department;

/** Subjects that were encoded on the wire. */
const decoded: Record<string, string> = {
  "rechnung-firma": "Rechnung 2026-11-3307: bitte Anschrift korrigieren",
  "paket-angeblich-zugestellt": "Paket laut Bote zugestellt – stimmt nicht!",
  "mail-suspect": "Courriel bizarre du « directeur »",
  "contrasena-caducada": "Contraseña caducada",
  "newsletter-wholesale": "🌱 The spring range is live: new catalogue for retailers",
  "emoji-only": "😡😡😡",
  "script-and-hidden-css": "<img src=x onerror=alert(1)> You won!",
  "long-subject-encoded":
    "Rückfrage: Übergangsgeld, Überstundenausgleich, Änderungskündigung & „größere“ Fälle – für die Mitarbeiterversammlung am 9. Dezember (bitte prüfen)",
};

test("there is mail for three departments, about as much for each", () => {
  expect(demoFiles.length).toBeGreaterThanOrEqual(66);
  for (const department of asking)
    expect(demoFiles.filter((name) => departmentOf(name) === department).length).toBeGreaterThanOrEqual(22);
});

test.each(demoFiles)("%s is a mail of its mailbox, of the last two weeks", async (name) => {
  const email = await PostalMime.parse(bytesOf(name));
  const header = (key: string) => email.headers.find((entry) => entry.key === key)?.value;
  expect(header("x-concord-mailbox")).toBe(addressOf(name));
  expect(departmentOf(name)).toBeDefined();
  expect(email.from?.address).toMatch(/^[^\s@]+@[^\s@]+\.example$/);
  expect(email.subject ?? "").not.toMatch(/=\?[\w-]+\?[bq]\?/i);
  expect(Date.parse(email.date!)).toBeGreaterThanOrEqual(Date.parse("2026-11-09T00:00:00Z"));
  expect(Date.parse(email.date!)).toBeLessThanOrEqual(Date.parse("2026-11-23T12:00:00Z"));
});

test("encoded subjects read as they were written", async () => {
  for (const [slug, subject] of Object.entries(decoded)) {
    const name = demoFiles.find((file) => file.endsWith(`-${slug}.eml`));
    expect([slug, (await parsedDemo(name!)).subject]).toEqual([slug, subject]);
  }
});

test("no two mails have one message id", async () => {
  const ids = await Promise.all(demoFiles.map(async (name) => (await parsedDemo(name)).internetMessageId));
  expect(ids.filter((id) => !/^<.+@.+>$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(demoFiles.length);
});

test.each([
  ["iso-8859-1", "helpdesk/06-mfa-neues-handy.eml", "Viele Grüße"],
  ["iso-8859-15", "service/08-widerruf-schlafsack.eml", "289,00 €"],
  ["windows-1252", "service/17-mahnung-trotz-zahlung.eml", "Gebühr für die Rechnung 38804"],
  ["iso-8859-1", "people/18-demission.eml", "Conformément à mon contrat, mon préavis"],
])("a mail in %s (%s) reads as it was written", async (charset, name, text) => {
  expect(bytesOf(name).toString("latin1").toLowerCase()).toContain(`charset="${charset}"`);
  expect((await parsedDemo(name)).text).toContain(text);
});

test("the odd kinds are there: meeting, report, encrypted, draft, without subject, without body, huge", async () => {
  const all = await Promise.all(demoFiles.map(parsedDemo));
  const said = all.map((mail) => [mail.subject !== "", mail.text.trim() !== ""].join());
  expect([...new Set(all.map((mail) => mail.kind))].sort()).toEqual([
    "draft",
    "encrypted",
    "meeting",
    "message",
    "report",
  ]);
  for (const both of ["true,true", "false,true", "true,false", "false,false"]) expect(said).toContain(both);
  expect(demoFiles.some((name) => bytesOf(name).length > 200_000)).toBe(true);
  expect(all.filter((mail) => mail.html !== undefined).length).toBeGreaterThanOrEqual(6);
  expect(all.filter((mail) => mail.attachments.length > 0).length).toBeGreaterThanOrEqual(8);
});

test("replies are threads with what they answer", async () => {
  const threadOf = async (name: string) => (await parsedDemo(name)).conversationId;
  const first = await threadOf("service/01-where-is-my-tent.eml");
  expect(await threadOf("service/02-where-is-my-tent-second.eml")).toBe(first);
  const vpn = await threadOf("helpdesk/02-vpn-drops.eml");
  expect(await threadOf("helpdesk/03-vpn-drops-again.eml")).toBe(vpn);
});

test("every mail has an answer of its department's starter, or none at all", () => {
  expect(Object.keys(truth).sort()).toEqual([...demoFiles]);
  for (const [name, answer] of Object.entries(truth)) {
    if (!answer) continue;
    const starter = starters[answer.department as keyof typeof starters];
    expect(answer.department).toBe(departmentOf(name));
    expect(starter.categories.map((category) => category.id)).toContain(answer.category);
    expect(priorities).toContain(answer.priority);
  }
});

test("the mail of the three departments asks for every category of their starters", () => {
  const asked = Object.values(truth).map((answer) => answer && `${answer.department}/${answer.category}`);
  for (const department of asking)
    for (const { id } of starters[department].categories) expect(asked).toContain(`${department}/${id}`);
});

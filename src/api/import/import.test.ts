/** Claims about reading labelled mail of the past, whatever wrote it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { customerService } from "../../triage/starter/customerService.ts";
import { checked } from "./checked.ts";
import { csvItems, delimiterOf } from "./csv.ts";
import { jsonLineItems } from "./jsonLines.ts";
import { labelsOf } from "./labels.ts";
import { mailItem } from "./mail.ts";
import { mailsOf } from "./mbox.ts";
import { type Found, type Item, isFault, usualFieldNames } from "./record.ts";
import { faultLines } from "./report.ts";
import { itemsOf } from "./sources.ts";

const found = (items: readonly Item[]): Found[] => items.filter((item): item is Found => !isFault(item));
const faults = (items: readonly Item[]) => items.filter(isFault);
const taxonomy = { ...customerService, version: 1 };
const [first, second] = taxonomy.categories;
const labels = labelsOf(taxonomy, new Map([["Rechnung", first!.id]]));

describe("CSV", () => {
  test("what a spreadsheet quotes comes back as it was, in any of its dialects", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 30 }).filter((text) => !text.includes("\ufeff"));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        (rows, delimiter, end, withMark) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = [["body", "category"], ...rows].map((row) => row.map(quoted).join(delimiter));
          const items = csvItems((withMark ? "\ufeff" : "") + lines.join(end), usualFieldNames);
          expect(faults(items)).toEqual([]);
          expect(found(items).map(({ body, category }) => [body, category])).toEqual(
            rows.map(([body, category]) => [body, category.trim()]),
          );
        },
      ),
    );
  });

  test("rows are named as the spreadsheet shows them, and columns as the administrator maps them", () => {
    const text = 'Text;Thema;Von\n"Hallo;\nWelt";billing;a@b.example\n\nzu;wenig\n';
    const names = { ...usualFieldNames, body: "Text", category: "thema", from: "Von" };
    const items = csvItems(text, names);
    expect(items[0]).toMatchObject({
      place: "row 2",
      body: "Hallo;\nWelt",
      category: "billing",
      sender: "a@b.example",
    });
    expect(items[1]).toMatchObject({ place: "row 3", reason: "2 fields where the header has 3" });
  });

  test("a missing column is said before any row is read", () => {
    expect(csvItems("text,category\nx,y\n", usualFieldNames)).toEqual([
      { place: "row 1", reason: 'no column "body" for the body; name it with --map body=COLUMN' },
    ]);
  });

  test("no text whatever makes it fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(Array.isArray(csvItems(`body,category\n${text}`, usualFieldNames))).toBe(true);
        expect(delimiterOf(text)).toMatch(/^[,;\t]$/);
      }),
    );
  });
});

describe("JSON Lines", () => {
  test("every line that is an object is read, every other one named", () => {
    const line = fc.oneof(
      fc
        .record({ body: fc.string(), category: fc.string() })
        .map((row) => ({ text: JSON.stringify(row), row })),
      fc.constantFrom("{", "[1]", "null", "7", '"x"').map((text) => ({ text, row: undefined })),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const items = jsonLineItems(lines.map(({ text }) => text).join("\n"), usualFieldNames);
        expect(items).toHaveLength(lines.length);
        lines.forEach(({ row }, i) => {
          expect(items[i]!.place).toBe(`line ${i + 1}`);
          if (row) expect(items[i]).toMatchObject({ body: row.body, category: row.category.trim() });
          else expect(items[i]).toMatchObject({ reason: "not a JSON object" });
        });
      }),
    );
  });

  test("fields that every object inherits are no fields of the file", () => {
    const names = { ...usualFieldNames, subject: "constructor" };
    expect(jsonLineItems('{"body":"x","category":"y"}', names)[0]).toMatchObject({ subject: "" });
  });
});

describe("mail", () => {
  const mail = (label: string) =>
    `From: Amara <amara@northwind.example>\r\nSubject: =?utf-8?q?R=C3=BCckgabe?=\r\nMessage-ID: <1@x>\r\n${label}Date: Mon, 23 Nov 2026 12:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello there\r\n\r\n>From here on\r\n`;

  test("a mail says its subject, text, sender and date, and its label where one stands", async () => {
    const item = await mailItem("a.eml", Buffer.from(mail("X-Gmail-Labels: Inbox,Billing\r\n")), "other");
    expect(item).toMatchObject({
      subject: "Rückgabe",
      sender: "amara@northwind.example",
      id: "<1@x>",
      category: "Billing",
      receivedAt: Date.UTC(2026, 10, 23, 12),
    });
    expect(await mailItem("a.eml", Buffer.from(mail("")), "other")).toMatchObject({ category: "other" });
  });

  test("an mbox gives back the mails that were put in", () => {
    const line = fc.constantFrom("Hello", "From now on", ">From quoted", "", "Subject: x", "from small");
    const body = fc
      .array(line, { minLength: 1, maxLength: 6 })
      .map((lines) => `Subject: t\n\n${lines.join("\n")}\n`);
    fc.assert(
      fc.property(fc.array(body, { maxLength: 6 }), (mails) => {
        const quoted = (text: string) => text.replace(/^(>*From )/gm, ">$1");
        const mbox = mails.map((one) => `From a@b Mon Nov 23 12:00:00 2026\n${quoted(one)}\n`).join("");
        expect(mailsOf(Buffer.from(mbox)).map((one) => Buffer.from(one).toString())).toEqual(
          mails.map((one) => `${one}\n`),
        );
      }),
    );
  });

  test("no bytes whatever make it fail", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        for (const one of [bytes, ...mailsOf(bytes)]) expect((await mailItem("x", one, "")).place).toBe("x");
      }),
    );
  });

  test("the folders mails lie in are their categories", async () => {
    const folder = mkdtempSync(join(tmpdir(), "concord-import-"));
    try {
      mkdirSync(join(folder, "billing"));
      writeFileSync(join(folder, "billing", "a.eml"), mail(""));
      writeFileSync(join(folder, "b.eml"), mail(""));
      writeFileSync(join(folder, "notes.txt"), "no mail");
      const reading = { names: usualFieldNames, category: "", labelHeaders: [] };
      const items = found(await itemsOf(folder, reading));
      expect(items.map(({ place, category }) => [place, category])).toEqual([
        ["b.eml", ""],
        [join("billing", "a.eml"), "billing"],
      ]);
      await expect(itemsOf(join(folder, "notes.txt"), reading)).rejects.toThrow("only .csv");
      await expect(itemsOf(join(folder, "gone.csv"), reading)).rejects.toThrow("cannot be read");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("a wrong word that stands in hundreds of rows is reported once, with where to look", () => {
  const reason = 'the department has no category "Misc"';
  const many = Array.from({ length: 300 }, (_, i) => ({ place: `row ${i + 2}`, reason }));
  expect(faultLines({ faults: [...many, { place: "row 9", reason: "no category" }] })).toEqual([
    `  row 2 and 299 more: ${reason}`,
    "  row 9: no category",
  ]);
});

describe("what may be learned", () => {
  const row = (some: Partial<Found>): Found => ({
    place: "row 2",
    subject: "Invoice",
    body: "the amount is wrong",
    sender: "",
    category: first!.id,
    priority: "",
    id: "",
    receivedAt: undefined,
    ...some,
  });
  const key = "a key for imports";

  test("categories are known by id, by name in any language and case, and by what the administrator calls them", () => {
    for (const word of [first!.id, first!.name.en.toUpperCase(), first!.name.de!, " rechnung "])
      expect(labels.category(word)).toBe(first!.id);
    expect(labels.category("constructor")).toBeUndefined();
    expect(labels.priority("URGENT")).toBe("urgent");
  });

  test("each fault names its place and reason, and the good rows stay", () => {
    const { ready, faults: bad } = checked(
      [
        row({ place: "row 2" }),
        row({ place: "row 3", category: "nonsense", body: "b" }),
        row({ place: "row 4", category: "", body: "c" }),
        row({ place: "row 5", subject: "", body: " ?! " }),
        row({ place: "row 6", priority: "soon", body: "d" }),
        { place: "row 7", reason: "2 fields where the header has 3" },
        row({ place: "row 8", category: second!.id }),
      ],
      labels,
      key,
      undefined,
    );
    expect(ready.map(({ place }) => place)).toEqual(["row 2"]);
    expect(bad.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
      'row 3: the department has no category "nonsense"',
      "row 4: no category",
      "row 5: no words in subject or body",
      'row 6: "soon" is no priority: low, normal, high or urgent',
      "row 7: 2 fields where the header has 3",
      "row 8: the same message as row 2, labelled otherwise",
    ]);
  });

  test("the same message twice is one message", () => {
    const {
      ready,
      repeated,
      faults: bad,
    } = checked([row({}), row({ place: "row 3" })], labels, key, undefined);
    expect([ready.length, repeated, bad.length]).toEqual([1, 1, 0]);
  });

  test("nothing that goes on holds a word of the message, its sender or its id", () => {
    const { ready } = checked(
      [row({ body: "zebra crossing", sender: "amara@northwind.example", id: "<secret@x>" })],
      labels,
      key,
      "service@northwind.example",
    );
    const { category: _, place: __, ...rest } = ready[0]!;
    expect(JSON.stringify(rest)).not.toMatch(/zebra|amara|northwind|secret/i);
  });
});

/** Claims about whose words are read. */
import { ownText, withoutTags } from "./ownText.ts";

const own = "Hello, the printer on the second floor is jammed again since this morning.";

test.each([
  ["a quoted reply", `${own}\n\nOn Mon, 3 Mar 2025 at 10:02, Ann <a@b.example> wrote:\n> payroll\n> payroll`],
  [
    "a German quoted reply",
    `${own}\n\nAm 3. März 2025 um 10:02 schrieb Ann <a@b.example>:\n\npayroll payroll`,
  ],
  ["Outlook's header block", `${own}\n\nFrom: Ann\nSent: Monday\nTo: Ben\nSubject: payroll\n\npayroll`],
  ["an original message", `${own}\n-----Original Message-----\npayroll`],
  ["a signature after its mark", `${own}\n-- \nAnn Payroll\nPayroll Ltd`],
  ["a signature after a closing", `${own}\n\nKind regards,\nAnn Payroll\nPayroll Ltd\n+44 20 0000`],
  ["a phone's footer", `${own}\n\nSent from my Payroll phone`],
  [
    "legal boilerplate",
    `${own}\n\nThis payroll e-mail is confidential and intended for the addressee; please delete it.`,
  ],
])("%s is not read", (_, body) => {
  expect(ownText(body)).toContain("printer");
  expect(ownText(body)).not.toMatch(/payroll/i);
});

test("a forward without words of its own is read for what it forwards", () => {
  const body = "FYI\n\n-----Original Message-----\nFrom: Ann\nSubject: payroll\n\nMy payroll is wrong.";
  expect(ownText(body)).toContain("My payroll is wrong.");
});

test("a line that begins with a header's name is no header", () => {
  const body = `${own}\nTo: be honest, this is urgent.\nThank you all for looking into the second floor soon.`;
  expect(ownText(body)).toContain("honest");
});

test("a thanks in the middle of a message ends nothing", () => {
  const body = `Thanks\n${own}\n${own}\n${own} ${own}`;
  expect(ownText(body)).toContain("printer");
});

test("text with a less-than sign keeps its words", () => {
  expect(withoutTags("if a < b and c > d")).toBe("if a < b and c > d");
});

/** A year's mail borrows sentences of the demo's own mailboxes, each of its own kind. */
import { bytesOf, truth } from "../mail/demoMail.ts";
import { parseMail } from "../parseMail.ts";
import { demoLetters, sentenceAt } from "./letters.ts";

test("a sentence comes from a letter that a sensible person would call the same", async () => {
  const letters = await demoLetters();
  const told = { department: "customer-service", category: "billing", priority: "high" };
  const alike = Object.entries(truth).filter(
    ([, one]) =>
      one?.department === told.department && one.category === told.category && one.priority === "high",
  );
  const texts = await Promise.all(
    alike.map(async ([name]) => {
      const { subject, text } = await parseMail(bytesOf(name), "nobody@none.example");
      return `${subject} ${text}`.replace(/\s+/g, " ");
    }),
  );
  for (let place = 0; place < 40; place++) {
    const sentence = sentenceAt(letters, told, place)!;
    expect(texts.some((text) => text.includes(sentence))).toBe(true);
  }
});

test("a department without a mailbox borrows nothing", async () => {
  const letters = await demoLetters();
  expect(
    sentenceAt(letters, { department: "payroll", category: "billing", priority: "high" }, 3),
  ).toBeUndefined();
});

/** What makes `npm start` build again, and what does not. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sourceStamp } from "./build.ts";

function project(folder: string) {
  const root = join(mkdtempSync(join(tmpdir(), "build-")), folder);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write("src/taskpane/main.tsx", "one");
  return { root, write };
}

test.each(["concord", "e2e", "mail"])("in a clone called %s a changed source is built", (folder) => {
  const { root, write } = project(folder);
  const before = sourceStamp(root);
  write("src/taskpane/main.tsx", "two");
  expect(sourceStamp(root)).not.toBe(before);
});

test("the simulated Outlook's own message list is built, its mail is not", () => {
  const { root, write } = project("concord");
  const before = sourceStamp(root);
  write("src/sandbox/mail/service/01.eml", "From: a@b.example");
  write("src/sandbox/e2e/morning.e2e.ts", "test");
  write("src/taskpane/main.test.tsx", "test");
  expect(sourceStamp(root)).toBe(before);
  write("src/sandbox/web/mail/MessageList.tsx", "list");
  expect(sourceStamp(root)).not.toBe(before);
});

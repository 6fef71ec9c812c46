/** Claims about what is kept of Outlook's refusals. */
import { makeTroubles } from "./troubles.ts";

const answering = (code?: number) => (done: (result: never) => void) =>
  done(
    (code === undefined
      ? { status: "succeeded", value: "text" }
      : { status: "failed", error: { code } }) as never,
  );

test("what Outlook refuses is counted by call and code, and nothing else of it is kept", async () => {
  const troubles = makeTroubles();
  await troubles.ask("body", answering(), 100);
  for (const code of [9020, 9020, 5001]) await troubles.ask("body", answering(code), 100);
  await troubles.ask("category", () => {}, 1);
  await troubles.ask(
    "owner",
    () => {
      throw new Error("Dear Dana,");
    },
    100,
  );
  expect(troubles.list()).toEqual([
    { call: "body", code: 9020, times: 2 },
    { call: "body", code: 5001, times: 1 },
    { call: "category", code: -1, times: 1 },
    { call: "owner", code: -2, times: 1 },
  ]);
});

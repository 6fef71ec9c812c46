/** Claims about noticing a newer build. */
import { openNewer } from "./newer.ts";

const page = (build: string) => `<script defer src="static/taskpane.${build}.js"></script>`;
const own = "static/taskpane.0123456789abcdef.js";

function opened(text: () => Promise<string>, script: string | undefined = own) {
  let at = 0;
  let asked = 0;
  const newer = openNewer({
    page: () => {
      asked += 1;
      return text();
    },
    own: script,
    now: () => at,
  });
  return { newer, asked: () => asked, pass: (ms: number) => (at += ms) };
}

test("a page that names another script is a newer build, and is not asked for again", async () => {
  const { newer, asked, pass } = opened(async () => page("fedcba9876543210"));
  expect(newer.get()).toBe(false);
  await newer.look();
  expect(newer.get()).toBe(true);
  pass(600_000);
  await newer.look();
  expect(asked()).toBe(1);
});

test.each([
  ["the same build", async () => page("0123456789abcdef")],
  ["a network's own sign-in page", async () => "<h1>Welcome to the hotel</h1>"],
  ["no connection", () => Promise.reject(new TypeError("Failed to fetch"))],
])("%s is no newer build", async (_, text) => {
  const { newer } = opened(text);
  await newer.look();
  expect(newer.get()).toBe(false);
});

test("it looks at most once a minute, and not at all where the script has no hash", async () => {
  const { newer, asked, pass } = opened(async () => page("0123456789abcdef"));
  for (const ms of [0, 10_000, 40_000]) {
    pass(ms);
    await newer.look();
  }
  expect(asked()).toBe(1);
  pass(20_000);
  await newer.look();
  expect(asked()).toBe(2);
  const bare = opened(async () => page("fedcba9876543210"), "");
  await bare.newer.look();
  expect(bare.asked()).toBe(0);
});

/** A thread that steps back does so alone: the one that answers requests keeps its place. */
import { getPriority } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

const steppingBack = `
  require("tsx/cjs");
  const { basename } = require("node:path");
  const { parentPort } = require("node:worker_threads");
  const own = () => require("node:os").getPriority(Number(basename(require("node:fs").readlinkSync("/proc/thread-self"))));
  const before = own();
  require(${JSON.stringify(join(__dirname, "stepBack.ts"))}).stepBack();
  parentPort.postMessage([before, own()]);
`;

const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("only the thread that asks for it gets a lower priority", async () => {
  const main = getPriority();
  const [before, after] = await new Promise<number[]>((done, fail) => {
    const worker = new Worker(steppingBack, { eval: true });
    worker.once("message", done);
    worker.once("error", fail);
  });
  expect(before).toBe(main);
  expect(after).toBe(Math.max(main, 5));
  expect(getPriority()).toBe(main);
});

/** Begins with the test files that take longest, so that at the end no core waits for one of them; also in a clean clone, where jest knows no times. */
const { join } = require("node:path");
const Sequencer = require("@jest/test-sequencer").default;

/** About how many seconds each takes alone; a file not named here is a short one. */
const seconds = require("./longest.json");

const root = join(__dirname, "..", "..", "..");
const known = new Map(Object.entries(seconds).map(([file, length]) => [join(root, file), length]));
/** Of the short ones, the larger file tells more. */
const lengthOf = ({ path, context }) => known.get(path) ?? Math.min(context.hasteFS.getSize(path) / 1e6, 1);

/** Of both kinds all the time: the ones wait for a browser while the others compute. */
function mixed(tests) {
  const isBrowsers = ({ path }) => path.endsWith(".e2e.ts");
  const lanes = [tests.filter(isBrowsers), tests.filter((test) => !isBrowsers(test))];
  const sum = (lane) => lane.reduce((total, test) => total + lengthOf(test) + 1, 0);
  const whole = lanes.map(sum);
  const order = [];
  while (lanes.some(({ length }) => length > 0)) {
    const [left, other] = lanes.map((lane, at) => (whole[at] ? sum(lane) / whole[at] : 0));
    order.push(lanes[left >= other ? 0 : 1].shift());
  }
  return order;
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    // What jest remembers of earlier runs would give another order on each computer.
    const inOrder = [...tests].sort((a, b) => lengthOf(b) - lengthOf(a) || (a.path < b.path ? -1 : 1));
    return mixed(inOrder);
  }
};

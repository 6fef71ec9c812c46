/** `npm start`: looks at the Node version before anything newer than it is loaded, then starts the sandbox. */
var needed = [20, 19];
var found = process.versions.node.split(".").map(Number);

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  console.error(
    "Concord needs Node.js " + needed.join(".") + " or later; this is " + process.versions.node + ".",
  );
  process.exit(1);
}

import("tsx/esm/api")
  .then((tsx) => {
    tsx.register();
    return import("./start.ts");
  })
  .then((start) => start.main(process.argv.slice(2)))
  .catch((fault) => {
    // None is there yet, or, on a server, only those the sandbox can do without were left.
    if (fault && fault.code === "ERR_MODULE_NOT_FOUND" && /Cannot find package/.test(fault.message)) {
      console.error(
        "Packages that the sandbox needs are not installed: run npm ci first. A server starts by npm run serve.",
      );
    } else {
      console.error(fault && fault.isStartFailure ? fault.message : fault);
    }
    process.exit(1);
  });

/** The production process: settings from the environment, the pane beside the API; a fault at start is one sentence. */

import { starters } from "../triage/starter/starters.ts";
import { configOfProcess } from "./config.ts";
import { stopOnSignal, usualPatienceMs } from "./signals.ts";
import { startApi } from "./start.ts";
import { isStartFailure } from "./startFailure.ts";

try {
  const config = configOfProcess();
  const running = await startApi({ config, starters });
  stopOnSignal(running.stop, usualPatienceMs + config.drainMs);
  console.log(`Concord listens at ${running.origin}`);
} catch (fault) {
  if (!isStartFailure(fault)) throw fault;
  console.error(fault.message);
  process.exitCode = fault.exitCode;
}

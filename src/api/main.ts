/** The production process: settings from the environment, the pane beside the API; a fault at start is one sentence. */
import { runCommand } from "../shell/command.ts";
import { starters } from "../triage/starter/starters.ts";
import { configOfProcess } from "./config.ts";
import { stopOnSignal, usualPatienceMs } from "./signals.ts";
import { startApi } from "./start.ts";

await runCommand({
  main: async () => {
    const config = configOfProcess();
    const running = await startApi({ config, starters });
    stopOnSignal(running.stop, usualPatienceMs + config.drainMs);
    console.log(`Concord listens at ${running.origin}`);
    return 0;
  },
});

/** The real API as a process of its own, for load from outside: `tsx api.ts <port> <folder> <jwks address>`. */
import { configOfProcess } from "../../src/api/config.ts";
import { stopOnSignal } from "../../src/api/signals.ts";
import { startApi } from "../../src/api/start.ts";
import { starters } from "../../src/triage/starter/starters.ts";
import { organisationOf } from "../load/people.ts";

const [port, dataDir, jwksUri] = process.argv.slice(2);
const running = await startApi({
  starters,
  config: configOfProcess({
    host: "127.0.0.1",
    port: Number(port),
    dataDir: dataDir!,
    organisation: organisationOf(jwksUri!),
  }),
});
stopOnSignal(running.stop);
console.error("is ready");

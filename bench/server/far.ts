/** A server some way off: hands on what it is sent, and what is answered, each half of the delay later: `tsx far.ts <port> <target port> <ms there and back>`. */
import { connect, createServer, type Socket } from "node:net";
import { stopOnSignal } from "../../src/api/signals.ts";

const [port, target, delayMs] = process.argv.slice(2).map(Number) as [number, number, number];

function handOn(from: Socket, to: Socket): void {
  // Equal delays keep their order.
  from.on("data", (chunk) => void setTimeout(() => to.write(chunk), delayMs / 2));
  from.on("close", () => to.destroy());
  from.on("error", () => to.destroy());
}

const far = createServer((client) => {
  const server = connect(target, "127.0.0.1");
  for (const one of [client, server]) one.setNoDelay(true);
  handOn(client, server);
  handOn(server, client);
});
far.listen(port, "127.0.0.1", () => console.error("is ready"));
stopOnSignal(async () => {});

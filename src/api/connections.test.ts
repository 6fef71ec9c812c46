/** Stopping with connections open: the answered, the silent and the one still in work. */
import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import fastify from "fastify";
import { letGoOnClose } from "./connections.ts";

async function listening() {
  const app = fastify({ forceCloseConnections: "idle" });
  letGoOnClose(app);
  let answer = () => {};
  const asked = new Promise<void>((reached) =>
    app.get("/slow", async () => {
      reached();
      await new Promise<void>((done) => {
        answer = done;
      });
      return "x".repeat(1_000_000);
    }),
  );
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  return { app, asked, port, answer: () => answer() };
}

test("a browser's connection that never asked for anything does not keep the API from stopping", async () => {
  const { app, port } = await listening();
  const silent = connect(port, "127.0.0.1");
  await once(silent, "connect");
  const closed = once(silent, "close");
  await app.close();
  await closed;
});

test("a request in work is answered to its last byte, with a silent connection beside it", async () => {
  const { app, port, asked, answer } = await listening();
  const silent = connect(port, "127.0.0.1");
  await once(silent, "connect");
  const reply = fetch(`http://127.0.0.1:${port}/slow`).then((response) => response.text());
  await asked;
  const stopping = app.close();
  answer();
  expect(await reply).toHaveLength(1_000_000);
  await stopping;
});

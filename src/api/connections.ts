/** Lets go of every connection that carries no request once the API stops: browsers open some ahead of need, and Node would wait for them. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

export function letGoOnClose(app: FastifyInstance): void {
  const sockets = new Set<Socket>();
  let running = 0;
  let isClosing = false;
  const letGo = () => {
    if (isClosing && running === 0) for (const socket of sockets) socket.destroy();
  };
  app.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  app.server.on("request", (_: IncomingMessage, response: ServerResponse) => {
    running++;
    response.once("close", () => {
      running--;
      // The last bytes of the answer are on their way first.
      setImmediate(letGo);
    });
  });
  app.addHook("preClose", async () => {
    isClosing = true;
    letGo();
  });
}

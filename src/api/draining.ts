/** Before an instance stops it says so and goes on serving for a while, so that nobody is sent to it any more. */
import type { FastifyInstance } from "fastify";

export interface Draining {
  isBegun: boolean;
}

/** Connections are given back one by one: the next request of each goes to another instance. */
export function giveConnectionsBack(app: FastifyInstance, draining: Draining): void {
  app.addHook("onRequest", (_, reply, done) => {
    if (draining.isBegun) reply.header("connection", "close");
    done();
  });
}

/** Ends requests that take too long: one queue for all of them, since all have the same patience and no timer of their own. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { Refusal } from "./refusal.ts";

/** How often it is looked; a request may take as much longer. */
const lookEveryMs = 250;

export function endWhatIsLate(app: FastifyInstance, patienceMs: number): void {
  /** since when each is answered, oldest first */
  const waiting = new Map<FastifyReply, number>();
  const look = () => {
    const latest = performance.now() - patienceMs;
    for (const [reply, since] of waiting) {
      if (since > latest) return;
      waiting.delete(reply);
      end(reply);
    }
  };
  const looking = setInterval(look, Math.min(lookEveryMs, patienceMs)).unref();
  app.addHook("onClose", async () => clearInterval(looking));
  app.addHook("onRequest", (_, reply, done) => {
    waiting.set(reply, performance.now());
    done();
  });
  // It comes for connections that broke, too.
  app.addHook("onResponse", (_, reply, done) => {
    waiting.delete(reply);
    done();
  });
}

/** An answer that has begun can only be broken off. */
function end(reply: FastifyReply): void {
  if (reply.raw.headersSent) reply.raw.destroy();
  else if (!reply.sent) void reply.send(new Refusal("timeout"));
}

/** Serves the metrics on a port of their own, which is for the operator and never for the internet. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./metrics.ts";
import { StartFailure } from "./startFailure.ts";

export interface MetricsServer {
  port: number;
  close(): Promise<void>;
}

/** Port 0 takes a free one. */
export async function serveMetrics(metrics: Metrics, host: string, port: number): Promise<MetricsServer> {
  const server = createServer((request, answer) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      answer.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => answer.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(text),
      () => answer.writeHead(500).end(),
    );
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(port, host, done);
  }).catch(() => {
    throw new StartFailure(
      "port_taken",
      `Metrics cannot be served at ${host}, port ${port}; set METRICS_PORT to a free one.`,
    );
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

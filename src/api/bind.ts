/** Binds the server to its port, or says in one sentence why it cannot. */
import type { Config } from "./config.ts";
import type { Api } from "./parts.ts";
import { StartFailure } from "./startFailure.ts";

/** The origin it listens at; throws StartFailure with the app closed. */
export async function bind(app: Api, { host, port }: Config, isHttps: boolean): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (fault) {
    await app.close();
    throw bindFailure(fault, host, port);
  }
  const address = app.server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return `${isHttps ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${bound}`;
}

function bindFailure(fault: unknown, host: string, port: number): unknown {
  const { code } = fault as { code?: string };
  if (code === "EADDRINUSE")
    return new StartFailure(
      "port_taken",
      `Port ${port} is taken by another program; set PORT to a free one.`,
    );
  if (code === "EACCES")
    return new StartFailure(
      "port_forbidden",
      `Port ${port} may not be opened by this user; set PORT to one above 1023.`,
    );
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new StartFailure(
      "config_invalid",
      `HOST names ${host}, which is not an address of this computer.`,
    );
  return fault;
}

/** Loaded before a command: the one host named is this computer's proxy, every other is unreachable. Stands in for DNS. */
import tls from "node:tls";

const [host, port] = process.env.ONLY_HERE.split(" ");
const connect = tls.connect;
tls.connect = (options, ...rest) =>
  connect(
    {
      ...options,
      host: "127.0.0.1",
      port: options.host === host ? Number(port) : 9,
      servername: options.host,
    },
    ...rest,
  );

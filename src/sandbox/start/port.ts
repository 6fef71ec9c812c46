/** The port `npm start` will listen on, taken before it builds. */
import { createServer } from "node:net";
import { StartFailure } from "../../api/startFailure.ts";

/** Held during minutes of building, so that a second start is refused at once instead of building over the first. Answers how to let go. */
export const holdPort = (host: string, port: number): Promise<() => Promise<void>> =>
  new Promise((held, fail) => {
    const probe = createServer((socket) => socket.destroy());
    const letGo = () => new Promise<void>((done) => void probe.close(() => done()));
    probe.once("error", (fault: NodeJS.ErrnoException) =>
      fault.code === "EADDRINUSE"
        ? fail(
            new StartFailure(
              "port_taken",
              `Port ${port} is taken by another program, perhaps by an npm start in another window; set PORT to a free one.`,
            ),
          )
        : held(letGo),
    );
    probe.listen(port, host, () => held(letGo));
  });

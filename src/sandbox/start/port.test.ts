/** Of two starts of one checkout the second is refused before it builds over the first. */
import { freePort } from "../../api/testing/freePort.ts";
import { holdPort } from "./port.ts";

test("while one start builds, a second one is told so at once; afterwards the port is free to listen on", async () => {
  const port = await freePort();
  const letGo = await holdPort("127.0.0.1", port);
  await expect(holdPort("127.0.0.1", port)).rejects.toThrow(
    `Port ${port} is taken by another program, perhaps by an npm start in another window; set PORT to a free one.`,
  );
  await letGo();
  await (await holdPort("127.0.0.1", port))();
});

/** Brings models into memory at start, so that the first message does not wait for one. */
import type { Config } from "../config.ts";
import { departmentsOf } from "../store/departments.ts";
import type { Store } from "../store/store.ts";
import type { BuiltIn } from "./builtIn.ts";

const warmUpMs = 5_000;

/** Models are brought into memory before anybody is told that it is ready; what takes longer goes on by itself. */
export async function warmUp({ db }: Store, model: BuiltIn, { organisation, limits }: Config): Promise<void> {
  const all = await Promise.all(organisation.tenants.map(({ tid }) => departmentsOf(db, tid.toLowerCase())));
  const loads = all
    .flat()
    .slice(0, limits.modelsInMemory)
    .map((department) => model.catchUp(department).catch(() => undefined));
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((done) => {
    timer = setTimeout(done, warmUpMs);
  });
  await Promise.race([Promise.all(loads), enough]);
  clearTimeout(timer);
}

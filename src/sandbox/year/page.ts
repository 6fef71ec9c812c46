/** The lead's page as it is opened: its requests to the API itself over a loopback connection, and how long each takes. */
import type { AddressInfo } from "node:net";
import { v7 } from "uuid";
import { buildApp } from "../../api/app.ts";
import { defaultLimits } from "../../api/config.ts";
import { tenantKeysOf } from "../../api/keys.ts";
import { makeLog } from "../../api/log.ts";
import type { Staff } from "../../api/staff.ts";
import type { Store } from "../../api/store/store.ts";
import type { Overview } from "../../triage/overview.ts";
import type { Summary } from "../../triage/summary.ts";
import { tenantId } from "../personas.ts";

/** Reads everything; who it is does not matter here, since nothing is written. */
const reader: Staff = {
  tenant: tenantId,
  person: `${tenantId}/00000000-0000-4000-9000-999999999999`,
  name: "",
  roles: ["admin"],
  appRoles: [],
  groups: [],
  hasTooManyGroups: false,
};

export interface Page {
  /** the summary and the answer above it, asked for at once, as the pane does */
  open(departmentId: string, from: string): Promise<{ summary: Summary; overview: Overview }>;
  ask(path: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function openPage(store: Store, now: number): Promise<Page> {
  const app = await buildApp({
    store,
    predictor: { predict: async () => null },
    authenticate: async () => reader,
    keysOf: tenantKeysOf(Buffer.alloc(32)),
    now: () => now,
    uuid: v7,
    log: makeLog("silent"),
    limits: { ...defaultLimits, perMinute: 1_000_000 },
    headers: { frameAncestors: [], authorities: [], isStrict: false },
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  // Counting takes the thread for seconds; a connection that is closed meanwhile must not be met again half dead.
  app.server.keepAliveTimeout = 0;
  const { port } = app.server.address() as AddressInfo;
  const ask = async (path: string): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  return {
    ask,
    async open(departmentId, from) {
      const at = `/api/departments/${departmentId}`;
      const [summary, overview] = await Promise.all([
        ask(`${at}/summary?from=${from}`),
        ask(`${at}/overview`),
      ]);
      return { summary: summary as Summary, overview: overview as Overview };
    },
    close: () => app.close(),
  };
}

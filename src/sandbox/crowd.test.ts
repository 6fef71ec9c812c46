/** Panes with their real client and outbox against an API that has too little room for them. */

import { startTestApi } from "../api/testing/api.ts";
import { amara, jonas, priya } from "../api/testing/organisation.ts";
import { damageIn } from "../api/testing/storm.ts";
import { crowd } from "./crowd.ts";

jest.setTimeout(120_000);

test("an API that is asked for too much says when to come again, and every verdict is stored once in the end", async () => {
  const api = await startTestApi({
    limits: { inFlight: 2, perMinute: 1_000_000 },
    policy: { blindShare: 0 },
  });
  const origin = await api.app.listen({ host: "127.0.0.1", port: 0 });
  const tokens = await Promise.all([amara, jonas, priya].map((oid) => api.token(oid)));
  const seen = await crowd({ origin, tokens, panes: 12, messages: 7, pauseMs: 0, haste: 20 });
  expect(seen.statuses.get(503)).toBeGreaterThan(0);
  expect([seen.withoutRetryAfter, seen.refused]).toEqual([0, []]);
  expect([seen.verdicts.size, seen.undos.size]).toEqual([12 * 7, 12]);
  const { verdicts, undos } = seen;
  expect(await damageIn(api.store, { openings: new Set(), verdicts, undos, repeats: 0 })).toEqual([]);
  await api.close();
});

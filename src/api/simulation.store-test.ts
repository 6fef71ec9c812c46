/** The acceptance through the HTTP API itself: what is planted is found again at every weekly look, of a year in the long form. */

import type { Summary } from "../triage/summary.ts";
import { startIssuer, type TestIssuer } from "./testing/issuer.ts";
import {
  anchored,
  anchoringClaims,
  naiveRateOf,
  type Planted,
  selectionClaims,
  selfSelected,
  weeklyLooks,
} from "./testing/planted.ts";
import { inSize } from "./testing/size.ts";

jest.setTimeout(240_000);

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

const weeks = inSize({ long: 52, short: 26 });
/** What a whole year would come to, of fewer weeks. */
const share = weeks / 52;
async function year(planted: Planted, claims: Record<string, (told: Summary) => boolean>): Promise<Summary> {
  const missed: string[] = [];
  let last: Summary | undefined;
  let looks = 0;
  for await (const told of weeklyLooks({ planted, seed: 7, weeks, messagesPerWeek: 20, issuer })) {
    looks++;
    for (const [claim, holds] of Object.entries(claims)) if (!holds(told)) missed.push(`${looks}: ${claim}`);
    last = told;
  }
  expect([looks, missed]).toEqual([weeks, []]);
  return last!;
}

test(`accuracy 0.80 with 40 % waved through: blind, assisted and the gap cover what was planted at each of ${weeks} weekly looks`, async () => {
  const { blind } = (await year(anchored, anchoringClaims)).agreement.category;
  expect(blind.equal + blind.different).toBeGreaterThan(200 * share);
  expect(blind.high - blind.low).toBeLessThan(0.22 / Math.sqrt(share));
});

test(`answers that select themselves: the naive rate is far off, and the headline covers 0.85 at each of them`, async () => {
  expect(naiveRateOf(await year(selfSelected, selectionClaims))).toBeLessThan(0.8);
});

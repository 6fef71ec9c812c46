/** Who is asked: from the API, and from the last visit while it is away. */
import type { Me } from "../triage/department.ts";
import { openProfile, type ProfileParts } from "./profile.ts";

const me: Me = {
  person: { name: "Amara" },
  roles: ["staff"],
  departments: [],
  otherDepartments: [],
  featureKey: "key",
  recent: [],
  receipts: { corrections: 0, nowRight: 0, stillWrong: 0, waiting: 0, declined: 0 },
  now: 0,
};
const away: ProfileParts["api"]["me"] = async () => ({ ok: false, failure: { code: "offline" } });
const parts = (asked: ProfileParts["api"]["me"]): ProfileParts => ({
  api: { me: asked, chooseDepartment: asked },
  store: { read: async () => me, write: async () => undefined },
  digest: async (text) => text,
});

test("what is known from the last visit is drawn as soon as it is read, though the API is away", async () => {
  const profile = openProfile(parts(away));
  const drawn: (Me | undefined)[] = [];
  profile.subscribe(() => drawn.push(profile.peek()));
  expect(await profile.get()).toEqual({ ok: true, value: me });
  expect(drawn).toEqual([me]);
});

test("the last visit does not stand in for the API once that is back", async () => {
  let isAway = true;
  const profile = openProfile(parts(async () => (isAway ? away() : { ok: true, value: { ...me, now: 7 } })));
  await profile.get();
  isAway = false;
  expect(await profile.get()).toMatchObject({ value: { now: 7 } });
  expect(profile.peek()?.now).toBe(7);
});

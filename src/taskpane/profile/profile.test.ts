/** Who is asked: from the last visit at once, from the API as soon as it answers. */
import type { Me } from "../../triage/department.ts";
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
const parts = (asked: ProfileParts["api"]["me"], more: Partial<ProfileParts> = {}): ProfileParts => ({
  api: { me: asked, chooseDepartment: asked },
  store: { read: async () => me, write: async () => undefined, clear: async () => undefined },
  digest: async (text) => text,
  isMe: async () => true,
  now: () => 0,
  ...more,
});
const never: ProfileParts["api"]["me"] = () => new Promise(() => {});

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

test("the last visit is at hand while the API is still thinking, and has been asked meanwhile", async () => {
  const asked = jest.fn(never);
  const profile = openProfile(parts(asked));
  expect(await profile.atHand()).toEqual(me);
  expect(profile.peek()).toEqual(me);
  expect(asked).toHaveBeenCalledTimes(1);
});

test("once the API has answered, its answer is at hand, and it is not asked again", async () => {
  const asked = jest.fn(async () => ({ ok: true as const, value: { ...me, now: 7 } }));
  const profile = openProfile(parts(asked));
  await profile.get();
  expect(await profile.atHand()).toMatchObject({ now: 7 });
  expect(await profile.get()).toMatchObject({ value: { now: 7 } });
  expect(asked).toHaveBeenCalledTimes(1);
});

test("what another build kept in another shape, or is a month old, is not at hand", async () => {
  expect(await openProfile(parts(away, { isMe: async () => false })).atHand()).toBeUndefined();
  expect(await openProfile(parts(away, { now: () => 31 * 86_400_000 })).atHand()).toBeUndefined();
});

test.each(["sign_in_needed", "sign_in_other_account", "role_missing"] as const)(
  "%s: nothing of the last visit stays on this computer, nor on the screen",
  async (code) => {
    const clear = jest.fn(async () => undefined);
    const store = { ...parts(away).store, clear };
    const profile = openProfile(parts(async () => ({ ok: false, failure: { code } }), { store }));
    expect(await profile.get()).toEqual({ ok: false, failure: { code } });
    expect(clear).toHaveBeenCalledTimes(1);
    expect(profile.peek()).toBeUndefined();
    expect(await profile.atHand()).toBeUndefined();
  },
);

test("what is kept names no person and no address, and what the API says after an erasure takes its place", async () => {
  const kept: Me[] = [];
  const store = { ...parts(away).store, write: async (one: Me) => void kept.push(one) };
  const address = "service@northwind.example";
  const department = { id: "service", mailboxes: [address] } as Me["departments"][number];
  const full: Me = {
    ...me,
    departments: [department],
    recent: [{ feedbackId: "said" } as Me["recent"][number]],
  };
  let answer = full;
  const profile = openProfile(
    parts(async () => ({ ok: true, value: answer }), { store, digest: async () => "digest" }),
  );
  await profile.refresh();
  answer = { ...full, recent: [] };
  await profile.refresh();
  await Promise.resolve();
  expect(JSON.stringify(kept)).not.toMatch(/Amara|northwind/);
  expect(kept.at(-1)?.recent).toEqual([]);
});

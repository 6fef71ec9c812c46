/** Only equal and confident predictions are put together, and nobody can choose which members they open. */
import fc from "fast-check";
import { draw, fewestMembers, groupsOf, isConfident, lookedAt } from "./batch.ts";
import type { Prediction } from "./prediction.ts";

const saying = (category: number, priority: number): Prediction => ({
  categories: [
    { category: "billing", probability: category },
    { category: "contract", probability: 1 - category },
  ],
  priorities: [
    { priority: "high", probability: priority },
    { priority: "low", probability: 1 - priority },
  ],
  likely: ["billing"],
  modelVersion: "v1",
  evidence: [],
});

test.each([
  [0.97, 0.9, true],
  [0.85, 0.6, true],
  [0.84, 0.9, false],
  [0.99, 0.59, false],
])("category %d and priority %d sure: %s", (category, priority, isSure) => {
  expect(isConfident(saying(category, priority))).toBe(isSure);
});

const member = fc.record({
  id: fc.uuid(),
  category: fc.constantFrom("billing", "contract", "delivery"),
  priority: fc.constantFrom("low" as const, "urgent" as const),
});

test("a group holds one category and one priority, and all of them from three on", () => {
  fc.assert(
    fc.property(fc.uniqueArray(member, { maxLength: 40, selector: ({ id }) => id }), (members) => {
      const { groups } = groupsOf(members, ({ category, priority }) => `${category} ${priority}`);
      for (const [, own] of groups) {
        const call = own[0]!;
        expect(own.length).toBeGreaterThanOrEqual(fewestMembers);
        const alike = members.filter((m) => m.category === call.category && m.priority === call.priority);
        expect(own).toEqual(alike);
      }
      expect(groups.map(([, own]) => own.length)).toEqual(
        groups.map(([, own]) => own.length).sort((a, b) => b - a),
      );
    }),
  );
});

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 20 });

test("two members are drawn, they stay drawn, and one that is taken out is drawn for anew", () => {
  fc.assert(
    fc.property(ids, fc.nat(), fc.integer({ min: 0, max: 2 ** 31 }), (members, out, seed) => {
      let at = seed;
      const random = () => {
        at = (at * 48_271 + 11) % 2_147_483_647;
        return at / 2_147_483_647;
      };
      const drawn = draw(members, [], random);
      expect(new Set(drawn).size).toBe(Math.min(lookedAt, members.length));
      for (const one of drawn) expect(members).toContain(one);
      expect(draw(members, drawn, random)).toEqual(drawn);
      const gone = drawn[out % drawn.length]!;
      const left = members.filter((one) => one !== gone);
      const again = draw(left, drawn, random);
      expect(again).not.toContain(gone);
      expect(again.length).toBe(Math.min(lookedAt, left.length));
      for (const one of drawn) if (one !== gone) expect(again).toContain(one);
    }),
  );
});

test("every member is drawn as often as any other", () => {
  const members = ["a", "b", "c", "d", "e"];
  const times = new Map(members.map((one) => [one, 0]));
  for (let i = 0; i < 5; i++)
    for (let j = 0; j < 4; j++) {
      const draws = [i / 5, j / 4];
      for (const one of draw(members, [], () => draws.shift()!)) times.set(one, times.get(one)! + 1);
    }
  expect([...times.values()]).toEqual([8, 8, 8, 8, 8]);
});

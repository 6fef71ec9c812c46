import { createHmac } from "node:crypto";
import fc from "fast-check";
import { type ArmQuestion, askBudget, decideArm, drawArm, raisedBlindShare, unitInterval } from "./arms.ts";

const digestOf = (text: string) => createHmac("sha256", "key of the tenant").update(text).digest();
const share = fc.double({ min: 0, max: 0.25, noNaN: true });
const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const question: ArmQuestion = {
  u: 0.01,
  blindShare: 0.05,
  askedToday: 0,
  askBudget: 6,
  blindSkipsUrgent: false,
  predictedUrgent: false,
};

test("a digest becomes a number from 0 to just under 1", () => {
  expect(unitInterval(new Uint8Array(32))).toBe(0);
  expect(unitInterval(new Uint8Array(32).fill(255))).toBe(1 - 2 ** -53);
  expect(unitInterval(Uint8Array.from([128, 0, 0, 0, 0, 0, 0]))).toBe(0.5);
  expect(() => unitInterval(new Uint8Array(6))).toThrow(RangeError);
});

test("the arm of a message is the same however often it is opened", () => {
  for (const key of ["a", "b", "c"]) {
    expect(unitInterval(digestOf(key))).toBe(unitInterval(digestOf(key)));
  }
});

test("the draw cuts at b and at 2b", () => {
  expect([0, 0.0499, 0.05, 0.0999, 0.1, 0.99].map((u) => drawArm(u, 0.05))).toEqual([
    "blind",
    "blind",
    "assisted",
    "assisted",
    "open",
    "open",
  ]);
  expect(drawArm(0, 0)).toBe("open");
});

test("a blind share that is not agreed upon is refused, never clamped", () => {
  for (const b of [-0.01, 0.26, Number.NaN]) expect(() => drawArm(0.5, b)).toThrow(RangeError);
  for (const u of [-0.01, 1, Number.NaN]) expect(() => drawArm(u, 0.05)).toThrow(RangeError);
});

test("blind and assisted are drawn at the same rate", () => {
  const arms = Array.from({ length: 40_000 }, (_, i) =>
    drawArm(unitInterval(digestOf(`message ${i}`)), 0.05),
  );
  const shareOf = (arm: string) => arms.filter((a) => a === arm).length / arms.length;
  expect(Math.abs(shareOf("blind") - 0.05)).toBeLessThan(0.005);
  expect(Math.abs(shareOf("assisted") - 0.05)).toBeLessThan(0.005);
});

test("nobody is asked more often than the budget allows, and the row says so", () => {
  expect(askBudget("blind", 5, 6)).toEqual({ arm: "blind" });
  expect(askBudget("assisted", 6, 6)).toEqual({ arm: "open", askSkipped: "budget" });
  expect(askBudget("open", 6, 6)).toEqual({ arm: "open" });
  expect(askBudget("blind", 0, 0)).toEqual({ arm: "open", askSkipped: "budget" });
});

test("urgent mail kept out of checks is open in both asked arms, and the row says why", () => {
  const urgent = { ...question, blindSkipsUrgent: true, predictedUrgent: true, askedToday: 9 };
  expect(decideArm(urgent)).toEqual({ arm: "open", blindShare: 0.05, askSkipped: "urgent" });
  expect(decideArm({ ...urgent, u: 0.07 })).toEqual({ arm: "open", blindShare: 0.05, askSkipped: "urgent" });
  expect(decideArm({ ...urgent, u: 0.5 })).toEqual({ arm: "open", blindShare: 0.05 });
  expect(decideArm({ ...question, predictedUrgent: true })).toEqual({ arm: "blind", blindShare: 0.05 });
});

test("whatever is left out, only a drawn ask is ever marked as skipped, and an ask is never made up", () => {
  fc.assert(
    fc.property(
      unit,
      share,
      fc.nat(9),
      fc.nat(9),
      fc.boolean(),
      fc.boolean(),
      (u, b, asked, budget, x, p) => {
        const drawn = drawArm(u, b);
        const decided = decideArm({
          u,
          blindShare: b,
          askedToday: asked,
          askBudget: budget,
          blindSkipsUrgent: x,
          predictedUrgent: p,
        });
        expect(decided.blindShare).toBe(b);
        expect(decided.askSkipped === undefined ? decided.arm : "open").toBe(decided.arm);
        expect(decided.askSkipped === undefined).toBe(decided.arm === drawn);
      },
    ),
  );
});

test("after a model change the blind share doubles up to its cap", () => {
  expect([0, 0.05, 0.2].map(raisedBlindShare)).toEqual([0, 0.1, 0.25]);
});

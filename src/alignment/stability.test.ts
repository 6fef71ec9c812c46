import { stabilityOf } from "./stability.ts";

const month = (billing: number, contract: number, other: number) =>
  new Map([
    ["billing", billing],
    ["contract", contract],
    ["other", other],
  ]);

test("the same mix in a busier month is steady", () => {
  const stability = stabilityOf(month(100, 60, 40), month(300, 180, 120))!;
  expect(stability.index).toBeLessThan(0.001);
  expect(stability.state).toBe("steady");
});

test("a moved mix is told, and a turned one is changed", () => {
  expect(stabilityOf(month(500, 300, 200), month(350, 400, 250))!.state).toBe("steady");
  expect(stabilityOf(month(500, 300, 200), month(330, 370, 300))!.state).toBe("moved");
  expect(stabilityOf(month(500, 300, 200), month(200, 300, 500))!.state).toBe("changed");
});

test("in a quiet month the same shift may be chance, and is not called a move", () => {
  const quiet = stabilityOf(month(15, 9, 6), month(10, 11, 9))!;
  expect(quiet.index).toBeGreaterThan(0.1);
  expect(quiet.index).toBeLessThan(quiet.byChance);
  expect(quiet.state).toBe("steady");
});

test("a category of its own appearing is seen without dividing by zero", () => {
  const stability = stabilityOf(new Map([["a", 100]]), new Map([["b", 100]]))!;
  expect(stability.index).toBeGreaterThan(1);
  expect(Number.isFinite(stability.index)).toBe(true);
});

test("with fewer than 30 predictions or a single category nothing is said", () => {
  expect(stabilityOf(month(20, 5, 4), month(300, 200, 100))).toBeNull();
  expect(stabilityOf(new Map([["a", 100]]), new Map([["a", 100]]))).toBeNull();
});

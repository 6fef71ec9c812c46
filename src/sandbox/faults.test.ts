/** Claims about faults as a value and in an address. */
import fc from "fast-check";
import { type Faults, faultChoices, faultNames, faultsAsText, faultsFrom, noFaults } from "./faults.ts";

const anyFaults = fc.record(
  Object.fromEntries(
    faultNames.map((name) => [name, fc.constantFrom(...(faultChoices[name] as readonly unknown[]))]),
  ),
) as fc.Arbitrary<Faults>;

test("without a fault everything works and the address says nothing", () => {
  expect(faultsFrom("")).toEqual(noFaults);
  expect(faultsFrom(null)).toEqual(noFaults);
  expect(faultsAsText(noFaults)).toBe("");
});

test("any faults come back from their address as they were", () => {
  fc.assert(fc.property(anyFaults, (faults) => expect(faultsFrom(faultsAsText(faults))).toEqual(faults)));
});

test("what is not known in an address changes nothing", () => {
  expect(faultsFrom("body:1234,nonsense:ok,apiDelayMs:-5,answerDelayMs:soon,toString:x,,:")).toEqual(
    noFaults,
  );
  fc.assert(
    fc.property(fc.string(), (text) =>
      expect(Object.keys(faultsFrom(text)).sort()).toEqual([...faultNames].sort()),
    ),
  );
});

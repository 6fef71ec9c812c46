import fc from "fast-check";
import type { Arm } from "../triage/prediction.ts";
import type { Verdict } from "../triage/verdict.ts";
import { type Call, contributionOf, type FeedbackRow, states } from "./contribution.ts";
import { addTo, countsOf, emptyCounts } from "./counts.ts";

const billing = { kind: "holds", category: "billing", priority: "high" } as const;
const contract = { kind: "holds", category: "contract", priority: "high" } as const;
const unsure = { kind: "unsure" } as const;

type Script = (
  | ["opened", Arm, (Call | null)?]
  | ["shown"]
  | ["verdict", Verdict]
  | ["undone"]
  | ["retracted"]
)[];

const rowsOf = (message: string, script: Script, prediction = "anna"): FeedbackRow[] =>
  script.map((step): FeedbackRow => {
    const base = { department: "service", message, prediction };
    if (step[0] === "opened") {
      const predicted = step[2] === undefined ? billing : step[2];
      return { ...base, event: "opened", arm: step[1], predicted, modelVersion: "1" };
    }
    return step[0] === "verdict" ? { ...base, event: "verdict", said: step[1] } : { ...base, event: step[0] };
  });

const told = (script: Script) => contributionOf(rowsOf("m", script))!;

test.each<[string, Script, string]>([
  ["opened only", [["opened", "open"]], "neverShown"],
  ["shown, no answer", [["opened", "open"], ["shown"]], "shown"],
  ["the same call", [["opened", "open"], ["shown"], ["verdict", billing]], "confirmed"],
  ["another category", [["opened", "open"], ["shown"], ["verdict", contract]], "corrected"],
  [
    "another priority",
    [["opened", "open"], ["shown"], ["verdict", { ...billing, priority: "low" as const }]],
    "corrected",
  ],
  ["not sure", [["opened", "open"], ["shown"], ["verdict", unsure]], "unsure"],
  ["undone", [["opened", "open"], ["shown"], ["verdict", billing], ["undone"]], "shown"],
  [
    "no prediction to judge",
    [
      ["opened", "open", null],
      ["verdict", billing],
    ],
    "unpredicted",
  ],
  ["no prediction, no answer", [["opened", "open", null], ["shown"]], "neverShown"],
])("the state of a message: %s", (_, script, state) => {
  expect(told(script).state).toBe(state);
});

test("silence is not agreement: an unanswered blind question is neither equal nor different", () => {
  const { blind } = countsOf(rowsOf("m", [["opened", "blind"], ["shown"]]));
  expect(blind).toMatchObject({ asked: 1, answered: 0, shown: 1 });
  expect(blind.both).toEqual({ equal: 0, different: 0 });
});

test("a revision after a blind reveal changes what is learned, not the agreement", () => {
  const message = told([["opened", "blind"], ["shown"], ["verdict", contract], ["verdict", billing]]);
  expect(message).toMatchObject({ arm: "blind", state: "corrected", said: contract, learned: billing });
});

test("a blind unsure that becomes a call after the reveal stays unsure in the figures", () => {
  const message = told([["opened", "blind"], ["shown"], ["verdict", unsure], ["verdict", billing]]);
  expect(message).toMatchObject({ arm: "blind", state: "unsure", learned: billing });
});

test("a fresh verdict after an undone blind one is open, and the blind question stays unanswered", () => {
  const rows = rowsOf("m", [
    ["opened", "blind"],
    ["shown"],
    ["verdict", contract],
    ["undone"],
    ["verdict", billing],
  ]);
  expect(contributionOf(rows)).toMatchObject({ drawnArm: "blind", arm: "open", state: "confirmed" });
  const counts = countsOf(rows);
  expect(counts.blind).toMatchObject({ asked: 1, answered: 0, confirmed: 0, shown: 0 });
  expect(counts.open).toMatchObject({ confirmed: 1, both: { equal: 1, different: 0 } });
});

test.each<Arm>(["open", "assisted"])("in the %s arm a revision replaces what was said", (arm) => {
  const message = told([["opened", arm], ["shown"], ["verdict", contract], ["verdict", billing]]);
  expect(message).toMatchObject({ arm, state: "confirmed", said: billing, learned: billing });
});

test("in a shared mailbox the first verdict counts, and a colleague's later one is only learned", () => {
  const rows = [
    ...rowsOf("m", [["opened", "assisted"], ["shown"], ["verdict", billing]], "anna"),
    ...rowsOf("m", [["opened", "assisted"], ["shown"], ["verdict", contract]], "ben"),
  ];
  expect(contributionOf(rows)).toMatchObject({ state: "confirmed", said: billing, learned: contract });
  const undone = [...rows, ...rowsOf("m", [["undone"]], "anna")];
  expect(contributionOf(undone)).toMatchObject({ state: "corrected", said: contract, learned: contract });
});

test("after a colleague's blind verdict nobody is blind any more", () => {
  const rows = [
    ...rowsOf("m", [["opened", "blind"], ["shown"], ["verdict", billing]], "anna"),
    ...rowsOf(
      "m",
      [
        ["opened", "blind"],
        ["verdict", contract],
      ],
      "ben",
    ),
    ...rowsOf("m", [["undone"]], "anna"),
  ];
  expect(contributionOf(rows)).toMatchObject({ arm: "open", state: "corrected" });
});

test("a verdict is judged against the prediction it was given for", () => {
  const rows = [
    ...rowsOf("m", [["opened", "open", contract], ["shown"]], "anna"),
    ...rowsOf("m", [["opened", "open", billing], ["shown"], ["verdict", billing]], "ben"),
  ];
  expect(contributionOf(rows)).toMatchObject({ predicted: billing, state: "confirmed" });
});

test("a message that moved to another department leaves the figures of this one", () => {
  expect(contributionOf(rowsOf("m", [["opened", "blind"], ["verdict", billing], ["retracted"]]))).toBeNull();
});

test.each<Arm>(["open", "assisted", "blind"])(
  "a verdict in a batch is no word on a message drawn %s",
  (drawn) => {
    const rows = [
      ...rowsOf("m", [["opened", drawn], ["shown"]], "anna"),
      ...rowsOf(
        "m",
        [
          ["opened", "batch"],
          ["verdict", billing],
        ],
        "ben",
      ),
    ];
    expect(contributionOf(rows)).toMatchObject({ arm: "batch", state: "confirmed", learned: null });
    const counts = countsOf(rows);
    expect(counts.batch).toMatchObject({ confirmed: 1, both: { equal: 0, different: 0 } });
    expect(counts[drawn]).toMatchObject({ asked: 1, answered: 0, both: { equal: 0, different: 0 } });
  },
);

test("what was one of many and is then answered by itself is volunteered", () => {
  const rows = [
    ...rowsOf("m", [["opened", "batch"], ["shown"]], "many"),
    ...rowsOf(
      "m",
      [
        ["opened", "open"],
        ["verdict", contract],
      ],
      "alone",
    ),
  ];
  expect(contributionOf(rows)).toMatchObject({ arm: "open", state: "corrected", learned: contract });
});

const call = fc.constantFrom<Verdict>(billing, contract, unsure);
const step = fc.oneof(
  fc.constant<Script[number]>(["shown"]),
  call.map<Script[number]>((said) => ["verdict", said]),
  fc.constant<Script[number]>(["undone"]),
);
const arm = fc.constantFrom<Arm>("open", "assisted", "blind");
const life = fc
  .tuple(arm, fc.array(fc.tuple(fc.constantFrom("anna", "ben"), step), { maxLength: 8 }))
  .map(([drawn, steps]) => (message: string) => [
    ...rowsOf(message, [["opened", drawn]], "anna"),
    ...rowsOf(message, [["opened", drawn]], "ben"),
    ...steps.flatMap(([who, what]) => rowsOf(message, [what], who)),
  ]);

test("every opened message is in exactly one state of one arm", () => {
  fc.assert(
    fc.property(fc.array(life, { maxLength: 12 }), (lives) => {
      const counts = countsOf(lives.flatMap((rows, i) => rows(`m${i}`)));
      const total = Object.values(counts).flatMap((c) => states.map((state) => c[state]));
      expect(total.reduce((a, b) => a + b, 0)).toBe(lives.length);
      for (const c of Object.values(counts)) {
        expect(c.both.equal + c.both.different).toBe(c.confirmed + c.corrected);
        expect(c.answered).toBeLessThanOrEqual(c.asked);
      }
    }),
  );
});

test("however many are confirmed in batches, they are counted as states and change no agreement", () => {
  const batch = fc.constantFrom<Script>(
    [["opened", "batch"], ["shown"], ["verdict", billing]],
    [["opened", "batch"], ["shown"]],
    [["opened", "batch"], ["shown"], ["verdict", billing], ["undone"]],
  );
  fc.assert(
    fc.property(fc.array(life, { maxLength: 8 }), fc.array(batch, { maxLength: 20 }), (lives, scripts) => {
      const alone = lives.flatMap((rows, i) => rows(`m${i}`));
      const { batch: counted, ...others } = countsOf([
        ...alone,
        ...scripts.flatMap((script, i) => rowsOf(`b${i}`, script)),
      ]);
      const { batch: _, ...without } = countsOf(alone);
      expect(others).toEqual(without);
      expect(counted.confirmed + counted.shown).toBe(scripts.length);
      for (const field of ["category", "priority", "both"] as const)
        expect(counted[field]).toEqual({ equal: 0, different: 0 });
    }),
  );
});

test("counting row by row, out with the old and in with the new, equals the recount", () => {
  fc.assert(
    fc.property(fc.array(life, { maxLength: 8 }), (lives) => {
      const all = lives.map((rows, i) => rows(`m${i}`));
      const running = emptyCounts();
      for (const rows of all) {
        for (let n = 1; n <= rows.length; n++) {
          const [before, after] = [contributionOf(rows.slice(0, n - 1)), contributionOf(rows.slice(0, n))];
          if (before) addTo(running, before, -1);
          if (after) addTo(running, after);
        }
      }
      expect(running).toEqual(countsOf(all.flat()));
    }),
  );
});

test("posting the same row twice changes nothing", () => {
  fc.assert(
    fc.property(life, (rows) => {
      const once = rows("m");
      expect(contributionOf(once.flatMap((row) => [row, row]))).toEqual(contributionOf(once));
    }),
  );
});

test("a blind verdict is never the second word on a message", () => {
  fc.assert(
    fc.property(life, (rows) => {
      const all = rows("m");
      const message = contributionOf(all)!;
      const first = all.find((row) => row.event === "verdict");
      if (message.arm === "blind" && message.said !== null) {
        expect(first).toMatchObject({ said: message.said });
      }
    }),
  );
});

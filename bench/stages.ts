/** What the steps of one prediction cost by themselves: processor time of this process, on the demo mail. */
import { createHmac, hash } from "node:crypto";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import { featureBytes, isWellFormed } from "../src/api/predictors/featureBytes.ts";
import { modelOptionsOf } from "../src/api/predictors/modelOptions.ts";
import { createModel, predictorOf } from "../src/classifier/model.ts";
import { loadPredictor, serialisePredictor } from "../src/classifier/predictorFile.ts";
import { servedOf } from "../src/classifier/served.ts";
import { PredictionRequest } from "../src/triage/message.ts";
import { starters } from "../src/triage/starter/starters.ts";
import { table } from "./figures.ts";
import { departmentId } from "./load/people.ts";
import { prediction } from "./load/requests.ts";

const times = 4_000;

/** Microseconds of processor time for one call, after as many calls that are not counted. */
function cost(one: (n: number) => unknown): number {
  for (let n = 0; n < times; n++) one(n);
  const before = process.cpuUsage();
  for (let n = 0; n < times; n++) one(n);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

/** A table of the steps, the costliest part of which a bare route has to pay as well. */
export async function stages(features: readonly string[], key: string): Promise<string> {
  const taxonomy = starters[departmentId]!;
  const reader = loadPredictor(serialisePredictor(predictorOf(createModel(modelOptionsOf(taxonomy, key)))));
  const bodies = Array.from({ length: 200 }, () => prediction("", features, ["-"]).body);
  const sent = bodies.map((body) => JSON.parse(body) as Required<PredictionRequest>);
  const said = sent.map((one) => servedOf(reader, one.features, "v0", true));
  const validate = TypeBoxValidatorCompiler({ schema: PredictionRequest, httpPart: "body" } as never);
  const secret = Buffer.alloc(32, 1);
  const at = <T>(all: readonly T[], n: number) => all[n % all.length]!;
  const steps: [string, (n: number) => unknown][] = [
    ["parse the body (bare too)", (n) => JSON.parse(at(bodies, n))],
    ["check it against its schema (bare too)", (n) => validate(at(sent, n))],
    ["ids ascend", (n) => isWellFormed(at(sent, n).features)],
    ["recognise the token", () => hash("sha256", "x".repeat(900), "base64")],
    [
      "name the message, draw its arm",
      (n) => [1, 2].map(() => createHmac("sha256", secret).update(`d\n${n}`).digest()),
    ],
    ["score, rank, evidence", (n) => servedOf(reader, at(sent, n).features, "v0", true)],
    ["prediction as text (bare too)", (n) => JSON.stringify(at(said, n))],
    ["features as bytes", (n) => featureBytes(at(sent, n).features)],
  ];
  const mean = (numbers: readonly number[]) =>
    Math.round(numbers.reduce((a, b) => a + b, 0) / numbers.length);
  return table(
    `One prediction by its steps: ${mean(bodies.map(({ length }) => length))} bytes arrive, ${mean(said.map((one) => JSON.stringify(one).length))} are answered and kept, ${mean(sent.map((one) => featureBytes(one.features).length))} of features are kept`,
    ["step", "CPU"],
    steps.map(([name, one]) => [name, `${cost(one).toFixed(1)} µs`]),
  );
}

/** What panes send, as fast as a driver wants it: fresh ids around the features of real demo mail. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { featuresOf } from "../../src/classifier/features.ts";
import { parseMail } from "../../src/sandbox/parseMail.ts";
import { root } from "../weight.ts";
import { departmentId } from "./people.ts";

export interface Prepared {
  method: "POST" | "PUT";
  path: string;
  headers: Record<string, string>;
  body: string;
  /** Called when it was answered with 200. */
  onStored?: () => void;
}

/** A message that was opened and can be answered. */
export interface Opening {
  predictionId: string;
  messageRef: string;
  authorization: string;
}

const json = { "content-type": "application/json" };
const refOf = (n: number) => createHash("sha256").update(`bench ${n}`).digest("base64url");

/** The demo mail of the department as features, in JSON. */
export async function featureTexts(featureKey: string): Promise<string[]> {
  const folder = join(root, "src", "sandbox", "mail", "service");
  const files = readdirSync(folder).filter((file) => file.endsWith(".eml"));
  return Promise.all(
    files.map(async (file) => {
      const { subject, text, from } = await parseMail(
        readFileSync(join(folder, file)),
        "service@northwind.example",
      );
      return JSON.stringify(
        featuresOf({ subject, body: text.slice(0, 100_000), sender: from.address }, featureKey),
      );
    }),
  );
}

let opened = 0;

/** A message nobody has opened yet; `openings` gets it as soon as it is stored. */
export function prediction(
  base: string,
  features: readonly string[],
  authorizations: readonly string[],
  openings?: Opening[],
): Prepared {
  const n = opened++;
  const authorization = authorizations[n % authorizations.length]!;
  const opening = { predictionId: v7(), messageRef: refOf(n), authorization };
  return {
    method: "POST",
    path: `${base}/predictions`,
    headers: { ...json, authorization },
    body: `{"predictionId":"${opening.predictionId}","departmentId":"${departmentId}","messageRef":"${opening.messageRef}","features":${features[n % features.length]},"bodyRead":true,"openedAt":${Date.now()}}`,
    onStored: () => void openings?.push(opening),
  };
}

const categories = ["order", "returns", "complaint"];

/** A first verdict; every fifth is "not sure". */
export function verdict(
  base: string,
  { predictionId, messageRef, authorization }: Opening,
  known: readonly string[] = categories,
): Prepared {
  const feedbackId = v7();
  const n = Number.parseInt(feedbackId.slice(-4), 16);
  const said =
    n % 5 === 0
      ? { kind: "unsure" }
      : { kind: "holds", category: known[n % known.length], priority: n % 7 === 0 ? "high" : "normal" };
  return {
    method: "PUT",
    path: `${base}/verdicts/${predictionId}`,
    headers: { ...json, authorization },
    body: JSON.stringify({
      feedbackId,
      messageRef,
      verdict: said,
      presses: 1,
      handlingMs: 1_500,
      decidedAt: Date.now(),
    }),
  };
}

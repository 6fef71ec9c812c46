/** One department's external model: asked by its protocol, guarded, its answers held against the taxonomy, its health kept. */

import type { ExternalModel, Protocol } from "../../../triage/modelChoice.ts";
import type { Prediction } from "../../../triage/prediction.ts";
import { chatProtocol } from "./chatProtocol.ts";
import { concordProtocol } from "./concordProtocol.ts";
import { type FaultCode, ModelFault } from "./fault.ts";
import { mlflowProtocol } from "./mlflowProtocol.ts";
import { postJson } from "./post.ts";
import type { ModelProtocol, Question } from "./protocol.ts";
import { type Guard, makeGuard } from "./resilience.ts";
import { likelyOf, ranked } from "./scores.ts";

/** A token, and the only origin it is ever sent to; both from the environment. */
export interface Secret {
  token: string;
  origin: string;
}

export interface ExternalParts {
  secrets: Readonly<Record<string, Secret>>;
  insideHosts: readonly string[];
  now: () => number;
  restMs?: number | undefined;
}

export interface Health {
  answered: number;
  failed: number;
  lastFault?: { code: FaultCode; at: number };
  isResting: boolean;
}

export interface External {
  /** Throws ModelFault. */
  ask(question: Omit<Question, "model">): Promise<Prediction>;
  health(): Health;
}

const protocols: Readonly<Record<Protocol, ModelProtocol>> = {
  concord: concordProtocol,
  mlflow: mlflowProtocol,
  chat: chatProtocol,
};

export function openExternal(model: ExternalModel, parts: ExternalParts): External {
  const guard: Guard = makeGuard({
    timeoutMs: model.timeoutMs,
    ...(parts.restMs === undefined ? {} : { restMs: parts.restMs }),
  });
  const health: Omit<Health, "isResting"> = { answered: 0, failed: 0 };
  return {
    async ask(asked) {
      try {
        const prediction = await answerOf(model, parts, guard, { ...asked, model });
        health.answered++;
        return prediction;
      } catch (fault) {
        health.failed++;
        if (fault instanceof ModelFault) health.lastFault = { code: fault.code, at: parts.now() };
        throw fault;
      }
    },
    health: () => ({ ...health, isResting: guard.isOpen() }),
  };
}

async function answerOf(
  model: ExternalModel,
  { secrets, insideHosts }: ExternalParts,
  guard: Guard,
  question: Question,
): Promise<Prediction> {
  const protocol = protocols[model.protocol];
  const body = protocol.request(question);
  const secret = secretFor(model, secrets);
  return guard.ask(async (signal) => {
    const said = protocol.read(await postJson({ url: model.url, body, secret, insideHosts, signal }));
    return predictionFrom(said, question);
  });
}

function secretFor(
  { secret, url }: ExternalModel,
  secrets: Readonly<Record<string, Secret>>,
): string | undefined {
  if (secret === undefined) return undefined;
  const known = secrets[secret];
  if (!known || known.origin !== new URL(url).origin) throw new ModelFault("secret_missing");
  return known.token;
}

function predictionFrom(
  { categories, priorities, version }: ReturnType<ModelProtocol["read"]>,
  { model, taxonomy }: Question,
): Prediction {
  const rankedCategories = ranked(
    categories,
    taxonomy.categories.map(({ id }) => id),
  );
  const rankedPriorities = ranked(
    priorities,
    taxonomy.priorities.map(({ id }) => id),
  );
  return {
    categories: rankedCategories.map(({ label: category, probability }) => ({ category, probability })),
    priorities: rankedPriorities.map(({ label, probability }) => ({
      priority: label as Prediction["priorities"][number]["priority"],
      probability,
    })),
    likely: likelyOf(rankedCategories),
    modelVersion: nameOf(model.name, version),
    evidence: [],
    by: "external",
  };
}

/** No control characters, no more than fits beside a figure. */
const nameOf = (name: string, version: string | undefined): string =>
  (version === undefined || version === name ? name : `${name} ${version}`)
    .replace(/[^A-Za-z0-9 ._:/-]/g, "")
    .slice(0, 64)
    .trim();

/** The only reader of the environment: every setting checked, every fault one clear sentence, no secret repeated. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Value from "typebox/value";
import { Organisation } from "./organisation.ts";
import type { Secret } from "./predictors/external/externalModel.ts";
import { StartFailure } from "./startFailure.ts";

export interface Limits {
  /** requests per person and minute */
  perMinute: number;
  /** requests in work at once, before new ones are turned away */
  inFlight: number;
  requestTimeoutMs: number;
  /** about 50 MB each */
  modelsInMemory: number;
}

export interface Config {
  host: string;
  port: number;
  dataDir: string;
  /** PostgreSQL instead of the embedded file */
  databaseUrl?: string | undefined;
  organisation: Organisation;
  /** 32 bytes as base64url; made in the data folder when absent */
  secret?: string | undefined;
  /** the built pane to serve */
  paneDir?: string | undefined;
  /** the rendered manifest to serve at /manifest.xml */
  manifestFile?: string | undefined;
  /** who may embed the pane */
  frameAncestors: readonly string[];
  limits: Limits;
  /** how long an instance that is to stop goes on serving, so that a balancer notices */
  drainMs: number;
  learnEveryMs: number;
  /** how often retention looks for what is too old */
  protectEveryMs: number;
  logLevel: string;
  /** where Prometheus scrapes; not at all when absent */
  metrics?: { host: string; port: number } | undefined;
  /** where traces go; not at all when absent */
  tracing?: { endpoint: string; share: number } | undefined;
  /** tokens of external models, each with the only origin it may be sent to */
  secrets: Readonly<Record<string, Secret>>;
  /** hosts inside the network that external models may be at */
  insideHosts: readonly string[];
}

export const outlookHosts: readonly string[] = [
  "https://outlook.cloud.microsoft",
  "https://outlook.office.com",
  "https://outlook.office365.com",
];

export const defaultLimits: Limits = {
  perMinute: 600,
  inFlight: 200,
  requestTimeoutMs: 20_000,
  modelsInMemory: 12,
};

/** Only where there may be another instance to go to. */
const usualDrainMs = 5_000;

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

const invalid = (sentence: string) => new StartFailure("config_invalid", sentence);

/** Settings from the environment; what `given` names is not looked for there. Throws StartFailure. */
export function configFrom(env: NodeJS.ProcessEnv, given: Partial<Config> = {}): Config {
  const whole = (name: string, usual: number, from: number, to: number) =>
    wholeNumber(env, name, usual, from, to);
  const { dataDir, databaseUrl } = storagePlace(env);
  return {
    host: env.HOST || "localhost",
    port: whole("PORT", 3000, 0, 65_535),
    dataDir,
    databaseUrl,
    secret: secretIn(env, "CONCORD_KEY"),
    paneDir: env.PANE_DIR ? resolve(env.PANE_DIR) : undefined,
    manifestFile: env.MANIFEST_FILE ? resolve(env.MANIFEST_FILE) : undefined,
    frameAncestors: originsIn(env.FRAME_ANCESTORS),
    limits: {
      perMinute: whole("RATE_LIMIT_PER_MINUTE", defaultLimits.perMinute, 1, 1_000_000),
      inFlight: whole("MAX_IN_FLIGHT", defaultLimits.inFlight, 1, 100_000),
      requestTimeoutMs: whole("REQUEST_TIMEOUT_MS", defaultLimits.requestTimeoutMs, 100, 600_000),
      modelsInMemory: whole("MODELS_IN_MEMORY", defaultLimits.modelsInMemory, 1, 10_000),
    },
    drainMs: whole("DRAIN_MS", databaseUrl ? usualDrainMs : 0, 0, 600_000),
    learnEveryMs: whole("LEARN_EVERY_MS", 10_000, 100, 86_400_000),
    protectEveryMs: whole("PROTECT_EVERY_MS", 3_600_000, 100, 86_400_000),
    secrets: secretsIn(env),
    insideHosts: (env.EXTERNAL_MODEL_HOSTS ?? "").split(/[\s,]+/).filter(Boolean),
    metrics: env.METRICS_PORT
      ? { host: env.METRICS_HOST || "127.0.0.1", port: whole("METRICS_PORT", 0, 0, 65_535) }
      : undefined,
    tracing: tracingIn(env),
    logLevel: oneOf(env, "LOG_LEVEL", logLevels, "info"),
    ...given,
    organisation: checkedOrganisation(given.organisation ?? organisationIn(env.ORGANISATION_FILE)),
  };
}

/** Where this process's data lie. */
export const storagePlace = (
  env: NodeJS.ProcessEnv = process.env,
): Pick<Config, "dataDir" | "databaseUrl"> => ({
  dataDir: resolve(env.DATA_DIR || "data"),
  databaseUrl: databaseUrlIn(secretIn(env, "DATABASE_URL")),
});

/** The secret this process was given, for tools that need nothing else. */
export const keySource = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  secretIn(env, "CONCORD_KEY");

/** Settings of this process. */
export const configOfProcess = (given: Partial<Config> = {}): Config => configFrom(process.env, given);

function wholeNumber(env: NodeJS.ProcessEnv, name: string, usual: number, from: number, to: number): number {
  const text = env[name];
  if (!text) return usual;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= from && value <= to) return value;
  throw invalid(`${name} must be a whole number from ${from} to ${to}.`);
}

function tracingIn(env: NodeJS.ProcessEnv): Config["tracing"] {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, TRACE_SHARE: text = "1" } = env;
  if (!endpoint) return undefined;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw invalid(
      "OTEL_EXPORTER_OTLP_ENDPOINT must be the http address of a collector, such as http://localhost:4318.",
    );
  const share = Number(text);
  if (!(share >= 0 && share <= 1)) throw invalid("TRACE_SHARE must be a number from 0 to 1.");
  return { endpoint: endpoint.replace(/\/+$/, ""), share };
}

function oneOf(env: NodeJS.ProcessEnv, name: string, values: readonly string[], usual: string): string {
  const value = env[name] || usual;
  if (values.includes(value)) return value;
  throw invalid(`${name} must be one of ${values.join(", ")}.`);
}

/** Given itself, or in the file that `NAME_FILE` names, as container and service managers hand secrets over. */
function secretIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name] || undefined;
  if (env[name]) throw invalid(`Give either ${name} or ${name}_FILE, not both.`);
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch {
    throw invalid(`${name}_FILE names ${file}, which cannot be read.`);
  }
}

function databaseUrlIn(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw invalid(
    "DATABASE_URL must begin with postgres:// or postgresql://; leave it out for the embedded database.",
  );
}

/** `CONCORD_SECRET_X` with its `CONCORD_SECRET_X_ORIGIN`: a token that may go anywhere would not stay a secret. */
function secretsIn(env: NodeJS.ProcessEnv): Record<string, Secret> {
  const names = Object.keys(env).filter((name) => /^CONCORD_SECRET_[A-Z0-9_]+$/.test(name) && env[name]);
  const secrets: Record<string, Secret> = {};
  for (const name of names.filter((one) => !one.endsWith("_ORIGIN"))) {
    const origin = env[`${name}_ORIGIN`] ?? "";
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw invalid(
        `${name}_ORIGIN must name the origin ${name} is for, such as https://models.example.com.`,
      );
    secrets[name] = { token: env[name]!, origin };
  }
  return secrets;
}

function originsIn(text: string | undefined): readonly string[] {
  if (!text) return outlookHosts;
  const origins = text.split(/[\s,]+/).filter(Boolean);
  const isOrigin = (one: string) =>
    one === "'self'" || one === "'none'" || (URL.canParse(one) && new URL(one).origin === one);
  if (origins.every(isOrigin)) return origins;
  throw invalid("FRAME_ANCESTORS must list origins such as https://outlook.office.com, separated by spaces.");
}

function organisationIn(file: string | undefined): unknown {
  if (!file)
    throw invalid(
      "ORGANISATION_FILE must name the JSON file that describes the organisation; see docs/admin.md.",
    );
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw invalid(`ORGANISATION_FILE names ${file}, which cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(`The organisation file ${file} is not JSON.`);
  }
}

function checkedOrganisation(value: unknown): Organisation {
  const [first] = organisationFaults(value);
  if (first) throw invalid(first);
  return value as Organisation;
}

/** Everything that is wrong with an organisation document, each in a sentence that names the place. */
export function organisationFaults(value: unknown): string[] {
  if (!Value.Check(Organisation, value))
    return [...Value.Errors(Organisation, value)].map(
      ({ instancePath, message }) =>
        `The organisation does not fit its schema at ${instancePath || "/"}: ${message}.`,
    );
  const tids = value.tenants.map(({ tid }) => tid.toLowerCase());
  return value.tenants.flatMap(({ tid, jwksUri, departments }, place) => {
    const ids = departments.map((department) => department.id);
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
    return [
      ...(tids.indexOf(tid.toLowerCase()) < place ? [`There are two tenants ${tid}.`] : []),
      ...(jwksUri === undefined || isSafe(jwksUri)
        ? []
        : [`jwksUri of tenant ${tid} must be https, or http on this computer.`]),
      ...twice.map((id) => `Tenant ${tid} has two departments named ${id}.`),
    ];
  });
}

export const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

/** What the API is made of; every part is an argument. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyBaseLogger, FastifyInstance, FastifyPluginOptions, RawServerDefault } from "fastify";
import type { PaneConfig } from "../triage/paneConfig.ts";
import type { Authenticate } from "./auth.ts";
import type { Limits } from "./config.ts";
import type { Draining } from "./draining.ts";
import type { HeaderParts } from "./headers.ts";
import type { TenantKeys } from "./keys.ts";
import type { BuiltIn } from "./predictors/builtIn.ts";
import type { Predictor } from "./predictors/predictor.ts";
import type { DepartmentKey } from "./store/schema.ts";
import type { Store } from "./store/store.ts";

export interface Parts {
  store: Store;
  predictor: Predictor;
  /** the built-in model's live file; absent where there is none to hand out */
  modelFile?: BuiltIn["file"] | undefined;
  authenticate: Authenticate;
  keysOf: (tenant: string) => TenantKeys;
  now: () => number;
  /** for request ids */
  uuid: () => string;
  log: FastifyBaseLogger;
  limits: Limits;
  headers: HeaderParts;
  /** told to readiness and to clients; absent where nothing stops politely */
  draining?: Draining | undefined;
  /** absent where no pane signs in */
  paneConfig?: PaneConfig | undefined;
  /** the built pane to serve */
  paneDir?: string | undefined;
  /** the manifest's text, for admin centers that take a link, and for whoever probes this deployment */
  manifest?: string | undefined;
  /** How a department's external model does, for the diagnostics. */
  modelHealth?: ((department: DepartmentKey) => string | undefined) | undefined;
  /** How the process does, in lines for its administrators. */
  status?: (() => readonly (readonly [name: string, value: string])[]) | undefined;
  /** Hooks and routes of another room, there before our own routes, so that the hooks are theirs too. */
  extend?: ((app: Api) => void | Promise<void>) | undefined;
  https?: { key: string | Buffer; cert: string | Buffer } | undefined;
}

/** Fastify with schemas as types. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
export type Routes = (app: Api, options: FastifyPluginOptions) => Promise<void>;

/** Traces by option: a span for each request, sent to an OpenTelemetry collector; routes by pattern, never a word or a name. */
import type { Span, SpanContext, Tracer } from "@opentelemetry/api";
import type { FastifyInstance, FastifyRequest } from "fastify";

export interface TracingOptions {
  /** of the collector, which takes OTLP over HTTP at /v1/traces under it */
  endpoint: string;
  /** of the requests that bring no decision of their own, in [0, 1] */
  share: number;
  version: string;
}

export interface Tracing {
  /** Traces the answers of this API from now on. */
  watch(app: FastifyInstance): void;
  /** Sends what waits. */
  close(): Promise<void>;
}

interface Traced {
  span: Span;
  admitted?: number;
  /** the request was let in: known person, fitting body, within its share */
  part?: Span;
}

/** The packages are read in here and nowhere else: who does not trace does not pay for them. */
export async function startTracing({ endpoint, share, version }: TracingOptions): Promise<Tracing> {
  const api = await import("@opentelemetry/api");
  const { BasicTracerProvider, BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler } =
    await import("@opentelemetry/sdk-trace-base");
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  const { resourceFromAttributes } = await import("@opentelemetry/resources");
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: 3_000 });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": "concord", "service.version": version }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    // A collector that is gone costs what waits here, and nothing else.
    spanProcessors: [new BatchSpanProcessor(exporter, { maxQueueSize: 2_048, scheduledDelayMillis: 1_000 })],
  });
  const tracer = provider.getTracer("concord");
  const under = (parent: SpanContext | undefined) =>
    parent ? api.trace.setSpanContext(api.ROOT_CONTEXT, parent) : api.ROOT_CONTEXT;
  return {
    watch: (app) => watch(app, tracer, under, api.SpanKind.SERVER, api.SpanStatusCode.ERROR),
    close: () => provider.shutdown().catch(() => undefined),
  };
}

function watch(
  app: FastifyInstance,
  tracer: Tracer,
  under: (parent: SpanContext | undefined) => ReturnType<typeof import("@opentelemetry/api").trace.setSpan>,
  server: number,
  error: number,
): void {
  const traced = new WeakMap<FastifyRequest, Traced>();
  const begin = (request: FastifyRequest, name: string) =>
    tracer.startSpan(name, {}, under(traced.get(request)!.span.spanContext()));
  app.addHook("onRequest", async (request) => {
    const parent = parentIn(String(request.headers.traceparent ?? ""));
    const name = nameOf(request);
    traced.set(request, { span: tracer.startSpan(name, { kind: server }, under(parent)) });
    traced.get(request)!.part = begin(request, "admit");
  });
  app.addHook("preHandler", async (request) => {
    const own = traced.get(request)!;
    own.part?.end();
    own.part = begin(request, "handle");
  });
  app.addHook("onResponse", async (request, reply) => {
    const { span, part } = traced.get(request) ?? {};
    part?.end();
    span?.setAttributes({
      "http.request.method": request.method,
      "http.route": request.routeOptions.url ?? "none",
      "http.response.status_code": reply.statusCode,
      "concord.request_id": request.id,
    });
    if (reply.statusCode >= 500) span?.setStatus({ code: error });
    span?.end();
  });
}

const nameOf = ({ method, routeOptions }: FastifyRequest) => `${method} ${routeOptions.url ?? "none"}`;

/** What a proxy or the pane's page began, in the words of W3C trace context. */
function parentIn(text: string): SpanContext | undefined {
  const found = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/.exec(text);
  if (!found) return undefined;
  const [, traceId, spanId, flags] = found as unknown as [string, string, string, string];
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}

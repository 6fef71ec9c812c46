/** Requests made of the API's own description: right, nearly right and wrong in every way, from a seed. */
import type { OpenAPIV3_1 } from "openapi-types";

export interface Fuzzed {
  /** as the description names it */
  route: string;
  method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  url: string;
  headers: Record<string, string>;
  payload?: string | undefined;
}

export interface Operation {
  route: string;
  method: Fuzzed["method"];
  operation: OpenAPIV3_1.OperationObject;
}

type Schema = OpenAPIV3_1.SchemaObject & { const?: unknown };
/** In [0, 1). */
export type Random = () => number;

/** mulberry32: small, fast, the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const operationsIn = (document: OpenAPIV3_1.Document): Operation[] =>
  Object.entries(document.paths ?? {}).flatMap(([route, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => ({
      route,
      method: method.toUpperCase() as Fuzzed["method"],
      operation: operation as OpenAPIV3_1.OperationObject,
    })),
  );

const oddStrings = [
  "",
  " ",
  "\0",
  "../../etc/passwd",
  "%00%2f",
  "<script>",
  "'; drop table feedback; --",
  "\u202eabc\u0301".repeat(20),
  "🧨".repeat(50),
  "\ud800",
  "a".repeat(5_000),
  "__proto__",
  "null",
];
const oddValues: unknown[] = [null, true, -1, 0.5, 1e308, 2 ** 53, -0, [], {}, [[[[[]]]]], { a: { b: {} } }];

/** `known` are values that mean something to this API: ids it has answered with, names of departments. */
export function makeFuzz(operations: readonly Operation[], random: Random, known: readonly string[]) {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const chance = (p: number) => random() < p;
  /** Half of the requests are meant well. */
  let isWild = false;
  const slip = (p: number) => isWild && chance(p);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const hex = (n: number) => Array.from({ length: n }, () => "0123456789abcdef"[whole(0, 15)]).join("");
  const uuid = () => `0190${hex(4)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;

  const patterns = new Map<string, RegExp>();
  const fittingOf = (pattern: string): readonly string[] => {
    const regular = patterns.get(pattern) ?? new RegExp(pattern);
    patterns.set(pattern, regular);
    const fitting = pattern === "" ? known : known.filter((name) => regular.test(name));
    // Where a name is asked for, an id would fit and mean nothing.
    const names = fitting.filter((name) => name.length < 30);
    return names.length > 0 ? names : fitting;
  };

  const text = (schema: Schema): string => {
    if (slip(0.1)) return one(oddStrings);
    const pattern = schema.pattern ?? "";
    const fitting = fittingOf(pattern);
    if (fitting.length > 0 && chance(0.7)) return one(fitting);
    if (schema.format === "uuid" || /4\}-/.test(pattern)) return uuid();
    if (/43/.test(pattern)) return Buffer.from(hex(64), "hex").toString("base64url");
    if (/\\d\{4\}-|\[0-9\]\{4\}-/.test(pattern)) return `2026-11-${String(whole(1, 30)).padStart(2, "0")}`;
    const length = whole(schema.minLength ?? 1, Math.min(schema.maxLength ?? 20, 40));
    return hex(Math.max(1, length));
  };

  const value = (schema: Schema | undefined, depth = 0): unknown => {
    if (!schema || depth > 8 || slip(0.06)) return one(oddValues);
    if (schema.const !== undefined) return schema.const;
    const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
    if (choices) return value(one(choices), depth + 1);
    if (schema.enum) return one(schema.enum);
    switch (schema.type) {
      case "string":
        return text(schema);
      case "integer":
      case "number":
        return number(schema);
      case "boolean":
        return chance(0.5);
      case "array":
        return Array.from({ length: whole(0, slip(0.04) ? 400 : 4) }, () =>
          value((schema as { items?: Schema }).items, depth + 1),
        );
      case "object":
        return object(schema, depth);
      default:
        return one(oddValues);
    }
  };

  const number = ({ type, minimum = 0, maximum = 2_000_000_000_000 }: Schema): number => {
    if (slip(0.1)) return one([minimum - 1, maximum + 1, 0.5, -0, 2 ** 53]);
    if (chance(0.2)) return one([minimum, maximum]);
    const span = minimum + random() * (Math.min(maximum, 1_800_000_000_000) - minimum);
    return type === "integer" ? Math.floor(span) : span;
  };

  const object = ({ properties = {}, required = [], ...schema }: Schema, depth: number): object => {
    const filled = Object.entries(properties)
      .filter(([name]) => (required.includes(name) ? !slip(0.04) : chance(0.5)))
      .map(([name, own]) => [name, value(own as Schema, depth + 1)]);
    const others = (schema as { additionalProperties?: Schema | boolean }).additionalProperties;
    const open = (schema as { patternProperties?: Record<string, Schema> }).patternProperties;
    const loose = typeof others === "object" ? others : open && Object.values(open)[0];
    if (loose) filled.push([one(["en", "de", "billing"]), value(loose, depth + 1)]);
    if (slip(0.04)) filled.push([one(["extra", "__proto__", "constructor"]), one(oddValues)]);
    return Object.fromEntries(filled);
  };

  /** Broken as text: cut off, doubled keys, nested far, another encoding. */
  const broken = (json: string): string =>
    one([
      json.slice(0, whole(0, json.length)),
      `{"a":1,"a":2,${json.slice(1)}`,
      "[".repeat(3_000),
      `\ufeff${json}`,
      json.replace(/"/g, "'"),
      `${json}${json}`,
      "",
      '{"__proto__":{"x":1}}',
    ]);

  return (authorization: string | undefined): Fuzzed => {
    const { route, method, operation } = one(operations);
    isWild = chance(0.5);
    const parameters = (operation.parameters ?? []) as OpenAPIV3_1.ParameterObject[];
    const inside = (place: string) => parameters.filter((parameter) => parameter.in === place);
    const url = inside("path").reduce(
      (path, { name, schema }) => path.replace(`{${name}}`, encode(String(value(schema as Schema)))),
      route,
    );
    const query = inside("query")
      .filter(({ required }) => (required ? !slip(0.06) : chance(0.5)))
      .map(({ name, schema }) => `${name}=${encode(String(value(schema as Schema)))}`);
    if (slip(0.04)) query.push("unexpected=1");
    const contents = (operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content;
    const [kind, media] = one(Object.entries(contents ?? { "": undefined }));
    const headers: Record<string, string> = authorization ? { authorization } : {};
    if (!media && !slip(0.06)) return { route, method, url: withQuery(url, query), headers };
    const json = JSON.stringify(value(media?.schema as Schema)) ?? "null";
    headers["content-type"] = slip(0.08)
      ? one([
          "text/plain",
          "application/xml",
          "multipart/form-data; boundary=x",
          "application/json; charset=utf-16",
          "nonsense",
          "",
        ])
      : kind || "application/json";
    return {
      route,
      method,
      url: withQuery(url, query),
      headers,
      payload: slip(0.1) ? broken(json) : json,
    };
  };
}

const withQuery = (url: string, query: readonly string[]) =>
  query.length > 0 ? `${url}?${query.join("&")}` : url;
const encode = (text: string) => encodeURIComponent(Buffer.from(text, "utf8").toString("utf8")) || "%20";

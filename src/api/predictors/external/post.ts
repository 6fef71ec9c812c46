/** One JSON request to a model's address: no redirects, no inner addresses unless allowed, bounded in size and time. */
import { lookup } from "node:dns";
import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { ModelFault } from "./fault.ts";
import { isPrivate } from "./privateAddress.ts";

export interface Post {
  url: string;
  body: unknown;
  /** bearer token */
  secret?: string | undefined;
  /** hosts (`models.internal`, `127.0.0.1:5000`) that may be inside, and spoken to without TLS */
  insideHosts: readonly string[];
  signal: AbortSignal;
}

export const largestAnswerBytes = 256 * 1024;

/** The parsed answer; throws ModelFault. */
export async function postJson(post: Post): Promise<unknown> {
  const url = new URL(post.url);
  const mayBeInside = post.insideHosts.some((host) => host === url.host || host === url.hostname);
  refuseAddress(url, mayBeInside);
  const answer = await send(url, post, mayBeInside);
  const { statusCode = 0 } = answer;
  if (statusCode !== 200) {
    answer.destroy();
    throw new ModelFault(faultOf(statusCode));
  }
  const text = await bounded(answer);
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelFault("not_json");
  }
}

function refuseAddress({ protocol, hostname, username, password }: URL, mayBeInside: boolean): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  const isInside = isIP(host) !== 0 && isPrivate(host);
  if (mayBeInside) return;
  if (protocol !== "https:" || isInside || username !== "" || password !== "")
    throw new ModelFault("address_refused");
}

function faultOf(status: number): ModelFault["code"] {
  if (status >= 300 && status < 400) return "redirected";
  return status === 429 || status >= 500 ? "overloaded" : "refused";
}

/** The name is looked up once, judged, and the connection made to that very address. */
const guardedLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (fault, addresses) => {
    if (fault) return done(fault, "", 0);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => isPrivate(address)))
      return done(new ModelFault("address_refused"), "", 0);
    if (options.all) return done(null, addresses);
    return done(null, first.address, first.family);
  });
};

function send(url: URL, { body, secret, signal }: Post, mayBeInside: boolean): Promise<IncomingMessage> {
  const payload = Buffer.from(JSON.stringify(body));
  const options: RequestOptions = {
    method: "POST",
    signal,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      "content-length": payload.byteLength,
      ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
    },
    ...(mayBeInside ? {} : { lookup: guardedLookup }),
  };
  return new Promise((done, fail) => {
    const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, options, done);
    request.on("error", (fault) => fail(asFault(fault, signal)));
    request.end(payload);
  });
}

function asFault(fault: unknown, signal: AbortSignal): ModelFault {
  if (fault instanceof ModelFault) return fault;
  return new ModelFault(signal.aborted ? "timeout" : "unreachable");
}

async function bounded(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      bytes += piece.byteLength;
      if (bytes > largestAnswerBytes) {
        answer.destroy();
        throw new ModelFault("too_large");
      }
      pieces.push(piece);
    }
  } catch (fault) {
    if (fault instanceof ModelFault) throw fault;
    throw new ModelFault((fault as { name?: string }).name === "AbortError" ? "timeout" : "unreachable");
  }
  return Buffer.concat(pieces).toString("utf8");
}

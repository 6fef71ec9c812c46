/** One question to a deployment, asked as Outlook would: no redirect followed, nothing repaired, everything written down. */
import { type IncomingMessage, request as plainRequest } from "node:http";
import { Agent, type RequestOptions, request } from "node:https";
import {
  checkServerIdentity,
  createSecureContext,
  type DetailedPeerCertificate,
  rootCertificates,
  type TLSSocket,
} from "node:tls";

export interface Certificate {
  validFrom: number;
  validTo: number;
  /** Set where the name asked for is not one of the certificate's. */
  wrongName?: string;
  /** OpenSSL's code where the chain does not end at somebody trusted. */
  distrust?: string;
}

export interface Reply {
  url: string;
  status: number;
  /** Lower-case names; a header sent twice has two values. */
  headers: Readonly<Record<string, readonly string[]>>;
  body: Buffer;
  /** Halfway between question and answer, by our clock. */
  at: number;
  certificate?: Certificate;
}

export interface Silence {
  url: string;
  /** As the operating system or OpenSSL calls it. */
  fault: string;
}

export type Answer = Reply | Silence;
export const isReply = (answer: Answer): answer is Reply => "status" in answer;

export interface Question {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}
export type Probe = (url: string, question?: Question) => Promise<Answer>;

export interface ProbeParts {
  now: () => number;
  /** Certificates to trust beside the usual ones, for organisations with a root of their own. */
  ca?: string | undefined;
  timeoutMs: number;
}

const mostBytes = 8 * 1024 * 1024;

export function makeProbe({ now, ca, timeoutMs }: ProbeParts): Probe {
  // Read once: there are more than a hundred roots.
  const trust = ca ? { secureContext: createSecureContext({ ca: [...rootCertificates, ca] }) } : {};
  return (url, { method = "GET", headers = {}, body } = {}) =>
    new Promise((done) => {
      const options: RequestOptions = {
        method,
        headers: { ...headers, ...(body ? { "content-length": String(Buffer.byteLength(body)) } : {}) },
        timeout: timeoutMs,
        ...(url.startsWith("https:")
          ? {
              // A session taken up again shows no certificate.
              agent: new Agent({ maxCachedSessions: 0 }),
              rejectUnauthorized: false,
              ...trust,
            }
          : {}),
      };
      const asked = now();
      const silent = (fault: NodeJS.ErrnoException) => done({ url, fault: fault.code ?? fault.message });
      const sent = (url.startsWith("https:") ? request : plainRequest)(url, options, (reply) => {
        const certificate = certificateOf(reply.socket as TLSSocket, new URL(url).hostname);
        collect(reply).then(
          (bytes) =>
            done({
              url,
              status: reply.statusCode ?? 0,
              headers: headersOf(reply.rawHeaders),
              body: bytes,
              at: (asked + now()) / 2,
              ...(certificate ? { certificate } : {}),
            }),
          silent,
        );
      });
      sent.on("timeout", () => sent.destroy(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })));
      sent.on("error", silent);
      sent.end(body);
    });
}

async function collect(reply: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of reply) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) throw Object.assign(new Error("too much"), { code: "TOO_LARGE" });
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function headersOf(raw: readonly string[]): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (let at = 0; at + 1 < raw.length; at += 2)
    headers[raw[at]!.toLowerCase()] = [...(headers[raw[at]!.toLowerCase()] ?? []), raw[at + 1]!];
  return headers;
}

function certificateOf(socket: TLSSocket, hostname: string): Certificate | undefined {
  if (typeof socket.getPeerCertificate !== "function") return undefined;
  const peer: DetailedPeerCertificate = socket.getPeerCertificate(true);
  if (!peer.valid_to) return undefined;
  const mismatch = checkServerIdentity(hostname.replace(/^\[|\]$/g, ""), peer);
  const distrust = String(socket.authorizationError ?? "");
  return {
    validFrom: Date.parse(peer.valid_from),
    validTo: Date.parse(peer.valid_to),
    ...(mismatch ? { wrongName: String(peer.subjectaltname ?? peer.subject?.CN ?? "no name") } : {}),
    ...(/SELF_SIGNED|ISSUER|LEAF|UNTRUSTED|CHAIN|INVALID_CA|SIGNATURE/.test(distrust) ? { distrust } : {}),
  };
}

/** The first value of a header, lower case and trimmed; empty where there is none. */
export const header = ({ headers }: Reply, name: string): string =>
  (headers[name]?.[0] ?? "").trim().toLowerCase();

/** Fetches from this computer by https under our own certificate, as the platform's fetch cannot be told to trust it. */
import { request } from "node:https";
import { rootCertificates } from "node:tls";
import { isLoopback } from "./config.ts";

/** Trusts `cert` for loopback addresses only; everything else goes the usual way. */
export function fetchTrusting(cert: string | Buffer): typeof fetch {
  const ca = [...rootCertificates, cert];
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return url.protocol === "https:" && isLoopback(url.hostname) ? get(url, ca, init) : fetch(input, init);
  };
}

const get = (url: URL, ca: (string | Buffer)[], init: RequestInit | undefined): Promise<Response> =>
  new Promise((done, fail) => {
    const headers = Object.fromEntries(new Headers(init?.headers));
    const sent = request(url, { ca, headers, ...(init?.signal ? { signal: init.signal } : {}) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", fail);
      answer.on("end", () => done(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 500 })));
    });
    sent.on("error", fail);
    sent.end();
  });

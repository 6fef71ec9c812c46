/** The certificate of https://localhost: made on first start and kept, or a trusted one on request. */

import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Certificate {
  key: string | Buffer;
  cert: string | Buffer;
  trusted: boolean;
}

const daysMs = (days: number) => days * 86_400_000;

/** True while the certificate is good for another week. */
const isFresh = (pem: string, now: Date) =>
  new Date(new X509Certificate(pem).validTo).getTime() > now.getTime() + daysMs(7);

/** Reads the kept certificate of the data folder, or makes one for localhost that lasts a year. */
export async function ownCertificate(folder: string, host: string, now: Date): Promise<Certificate> {
  const keyFile = join(folder, "localhost.key");
  const certFile = join(folder, "localhost.crt");
  if (existsSync(keyFile) && existsSync(certFile)) {
    const cert = readFileSync(certFile, "utf8");
    if (isFresh(cert, now)) return { key: readFileSync(keyFile, "utf8"), cert, trusted: false };
  }
  const made = await makeCertificate(host, now);
  mkdirSync(folder, { recursive: true });
  writeFileSync(keyFile, made.private, { mode: 0o600 });
  writeFileSync(certFile, made.cert);
  return { key: made.private, cert: made.cert, trusted: false };
}

async function makeCertificate(host: string, now: Date) {
  const { generate } = await import("selfsigned");
  const names = [...new Set(["localhost", host])].filter((name) => !/^[\d.:]+$/.test(name));
  return generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now.getTime() - daysMs(1)),
    notAfterDate: new Date(now.getTime() + daysMs(365)),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          { type: 7 as const, ip: "127.0.0.1" },
          { type: 7 as const, ip: "::1" },
        ],
      },
    ],
  });
}

/** A certificate that this computer trusts; the tool asks the person before it changes the trust store. */
export async function trustedCertificate(): Promise<Certificate> {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const { key, cert } = await getHttpsServerOptions();
  return { key, cert, trusted: true };
}

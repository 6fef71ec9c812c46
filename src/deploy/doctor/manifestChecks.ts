/** The manifest against the place it speaks of: one of its own, sound, and everything it names reachable. */
import { lintManifest } from "../lint.ts";
import { isLoopback } from "../rules/addresses.ts";
import { advice, type Complaint, wrong } from "./complaint.ts";
import { header, isReply } from "./probe.ts";
import type { Visit } from "./visit.ts";

export function manifestFaults(visit: Visit): Complaint[] {
  const { manifest, expected } = visit;
  if (manifest === undefined)
    return [
      advice(
        "manifest-unseen",
        "/manifest.xml",
        "The manifest was not checked: the server has none, and none was given.",
        "Set MANIFEST_FILE on the server, or give --manifest FILE or --pack FOLDER.",
      ),
    ];
  const own = pageOriginOf(manifest);
  if (own !== expected.origin)
    return [
      wrong(
        "manifest-origin",
        "/manifest.xml",
        `The manifest is for ${own ?? "no address"}, not for ${expected.origin}.`,
        `Render it for this origin: npm run manifest -- --origin ${expected.origin}`,
      ),
    ];
  return [...difference(visit), ...lint(visit, manifest), ...icons(visit)];
}

const pageOriginOf = (manifest: string): string | undefined => {
  const address = /<SourceLocation DefaultValue="([^"]+)"/.exec(manifest)?.[1];
  return address && URL.canParse(address) ? new URL(address).origin : undefined;
};

const saidIn = (manifest: string, name: string) =>
  new RegExp(`<${name}>([^<]*)<`).exec(manifest)?.[1]?.trim();

function difference({ manifest, expected }: Visit): Complaint[] {
  if (expected.manifest === undefined || manifest === undefined || same(manifest, expected.manifest))
    return [];
  const versions = [manifest, expected.manifest].map((one) => saidIn(one, "Version")).join(" and ");
  return [
    wrong(
      "manifest-differs",
      "/manifest.xml",
      `The manifest on the server is not the one of the pack (versions ${versions}).`,
      "Copy the pack's concord.xml to where MANIFEST_FILE points, and restart.",
    ),
  ];
}

const same = (one: string, other: string) =>
  one.replace(/\r\n/g, "\n").trim() === other.replace(/\r\n/g, "\n").trim();

/** The same lint as offline, with the files as they come over the network. */
function lint({ reply, expected }: Visit, manifest: string): Complaint[] {
  const found = lintManifest(manifest, {
    readAsset: (path) => (reply(path)?.status === 200 ? reply(path)?.body : undefined),
    categoryWriting: expected.categoryWriting,
    production: !isLoopback(new URL(expected.origin).hostname),
  });
  return found.map(({ code, line, sentence }) =>
    wrong(
      `manifest:${code}`,
      `/manifest.xml:${line}`,
      sentence,
      "Render the manifest again from this build, or put the file in its place.",
    ),
  );
}

function icons({ answers }: Visit): Complaint[] {
  return [...answers].flatMap(([path, answer]) => {
    if (!path.endsWith(".png") || !isReply(answer) || answer.status !== 200) return [];
    const isUnkept = header(answer, "cache-control").includes("no-store");
    const isOwnOnly = /same-(origin|site)/.test(header(answer, "cross-origin-resource-policy"));
    if (!isUnkept && !isOwnOnly) return [];
    return [
      wrong(
        isUnkept ? "icon-no-store" : "icon-own-only",
        path,
        `${path} is sent with ${isUnkept ? "no-store" : "a same-origin resource policy"}; Outlook shows an empty button.`,
        "Leave the headers of icons as Concord sends them.",
      ),
    ];
  });
}

/** Which kind of thing a mail is to Outlook: some kinds are no message to triage. */
import type { Kind } from "./mailboxMessage.ts";

const kinds: readonly Kind[] = ["message", "meeting", "report", "encrypted", "draft"];

const itemClasses: Record<Kind, string> = {
  message: "IPM.Note",
  meeting: "IPM.Schedule.Meeting.Request",
  report: "REPORT.IPM.Note.NDR",
  encrypted: "IPM.Note.SMIME",
  draft: "IPM.Note",
};

export const itemClassOf = (kind: Kind): string => itemClasses[kind];

/** `X-Concord-Kind` wins; else the content type says it, as it does in the wild. */
export function kindOf(header: (name: string) => string | undefined, isInvitation: boolean): Kind {
  const said = header("x-concord-kind") as Kind | undefined;
  if (said && kinds.includes(said)) return said;
  if (header("x-unsent") === "1") return "draft";
  const type = (header("content-type") ?? "").toLowerCase();
  if (type.includes("report-type=delivery-status") || /^multipart\/report/.test(type)) return "report";
  if (isInvitation || /^text\/calendar/.test(type) || header("content-class")?.includes("calendarmessage"))
    return "meeting";
  if (type.includes("enveloped-data") || /^multipart\/encrypted/.test(type) || type.includes("rpmsg"))
    return "encrypted";
  return "message";
}

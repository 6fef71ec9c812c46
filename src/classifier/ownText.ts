/** What the writer of a message wrote: without tags, quoted replies, signatures and legal boilerplate. */

const charactersRead = 131_072;
const enoughWords = 8;

const tags = /<\/?[a-z][^<>]{0,2000}>/gi;
/** What stands between these is nobody's words; one that never ends hides nothing. */
const hidden: readonly (readonly [open: string, close: string])[] = [
  ["<!--", "-->"],
  ["<style", "</style>"],
  ["<script", "</script>"],
  ["<head>", "</head>"],
];
const entities: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** Lines after which the rest is somebody else's words. */
const replyHeads: readonly RegExp[] = [
  /^\s*-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado)\s*-{2,}/i,
  /^\s*_{20,}\s*$/,
  /^\s*(?:on|am|le|el|il|op|em)\b.{4,160}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu)\b.{0,80}:\s*$/i,
  /^\s*begin forwarded message:\s*$/i,
];
const headerLine =
  /^\s*\*?(?:from|von|de|da|van|sent|gesendet|envoyé|enviado|to|an|à|para|a|aan|cc|subject|betreff|objet|asunto|oggetto|onderwerp|date|datum|fecha|data)\*?\s*:/i;

const signatureHeads: readonly RegExp[] = [
  /^--\s?$/,
  /^\s*(?:sent from my|get outlook for|von meinem .{0,20}gesendet|gesendet (?:mit|von) |envoyé de(?:puis)? mon|enviado desde mi)\b/i,
];
const closing =
  /^\s*(?:(?:kind|best|warm|many)\s+regards|regards|best|cheers|sincerely|yours (?:sincerely|faithfully|truly)|(?:many )?thanks(?: and regards)?|thank you|mit freundlichen grüßen|mit freundlichen gruessen|freundliche grüße|viele grüße|beste grüße|mfg|cordialement|bien à vous|bien cordialement|salutations|saludos(?: cordiales)?|un saludo|atentamente|cordiali saluti|met vriendelijke groet)\s*[,.!]?\s*$/i;
const boilerplate =
  /\b(?:intended (?:solely )?for|intended recipient|confidential(?:ity)? (?:notice|and)|vertraulich|destinataire|confidentiel|destinatario)\b/i;
const boilerplateToo =
  /\b(?:delete|disclos|distribut|prohibited|unauthori[sz]ed|notify|virus|löschen|unbefugt|supprimer|eliminar|prohibid)/i;

const wordCount = (lines: readonly string[]) =>
  lines
    .join(" ")
    .split(/\s+/, enoughWords + 1)
    .filter(Boolean).length;

/** Tags and the commonest entities become spaces and characters; plain text passes untouched. */
export function withoutTags(text: string): string {
  if (!/<[/a-z!]/i.test(text)) return text;
  const bare = withoutHidden(text).replace(tags, (tag) =>
    /^<(?:br|\/p|\/div|\/tr|\/li|\/h\d)/i.test(tag) ? "\n" : " ",
  );
  return bare.replace(/&(?:nbsp|amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? " ");
}

/** One look from left to right for each kind, however often it is opened. */
function withoutHidden(text: string): string {
  return hidden.reduce((rest, [open, close]) => {
    const lower = rest.toLowerCase();
    // Some letters change their number of characters with their case; then places would not fit.
    if (lower.length !== rest.length) return rest;
    let kept = "";
    let at = 0;
    for (;;) {
      const start = lower.indexOf(open, at);
      const end = start < 0 ? -1 : lower.indexOf(close, start + open.length);
      if (end < 0) return kept + rest.slice(at);
      kept += `${rest.slice(at, start)} `;
      at = end + close.length;
    }
  }, text);
}

/**
 * The writer's own words of a body. A forward with (almost) nothing of its own keeps what it forwards,
 * since that is what the message is about. Time is bounded: at most 131,072 characters are looked at.
 */
export function ownText(body: string): string {
  const lines = withoutTags(body.slice(0, charactersRead)).split(/\r\n|\r|\n/);
  if (lines.length === 1) return lines[0]!;
  const unquoted = lines.filter((line) => !/^\s{0,3}>/.test(line));
  const reply = unquoted.findIndex((line, at) => isReplyHead(unquoted, line, at));
  const own = withoutSignature(reply < 0 ? unquoted : unquoted.slice(0, reply));
  if (wordCount(own) >= enoughWords) return own.join("\n");
  return lines
    .map((line) => line.replace(/^[\s>]+/, ""))
    .filter((line) => !headerLine.test(line))
    .join("\n");
}

/** "From: … Sent: … Subject: …" counts as a head only where at least three header lines stand together. */
function isReplyHead(lines: readonly string[], line: string, at: number): boolean {
  if (line.length > 400) return false;
  if (replyHeads.some((head) => head.test(line))) return true;
  if (!headerLine.test(line)) return false;
  return lines.slice(at, at + 6).filter((next) => headerLine.test(next)).length >= 3;
}

function withoutSignature(lines: readonly string[]): string[] {
  const kept = lines.filter((line) => !(boilerplate.test(line.slice(0, 2000)) && boilerplateToo.test(line)));
  const mark = kept.findIndex((line) => signatureHeads.some((head) => head.test(line)));
  const body = mark < 0 ? kept : kept.slice(0, mark);
  const end = body.findLastIndex((line) => line.length < 60 && closing.test(line));
  const tail = end < 0 ? [] : body.slice(end + 1).filter((line) => line.trim());
  const isSignature = end > 0 && tail.length <= 12 && tail.every((line) => line.trim().length <= 90);
  return isSignature ? body.slice(0, end) : body;
}

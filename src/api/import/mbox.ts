/** An mbox file → its mails (RFC 4155): each begins with a line "From " after an empty line. */

const from = Buffer.from("From ");
const newline = 0x0a;
const carriage = 0x0d;

/** The bytes of each mail without its "From " line; quoted ">From " lines lose one ">". */
export function mailsOf(mbox: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(mbox.buffer, mbox.byteOffset, mbox.byteLength);
  const starts: number[] = [];
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1))
    if (at === 0 || (bytes[at - 1] === newline && followsEmptyLine(bytes, at))) starts.push(at);
  return starts.map((start, i) => {
    const head = bytes.indexOf(newline, start);
    const end = starts[i + 1] ?? bytes.length;
    return head < 0 || head >= end ? new Uint8Array() : unquoted(bytes.subarray(head + 1, end));
  });
}

function followsEmptyLine(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 2] === carriage ? at - 3 : at - 2;
  return before < 0 || bytes[before] === newline;
}

const quotedFrom = /^>(>*From )/gm;

/** Latin-1 keeps every byte as it is. */
function unquoted(mail: Buffer): Uint8Array {
  if (mail.indexOf(">From ") < 0) return mail;
  return Buffer.from(mail.toString("latin1").replace(quotedFrom, "$1"), "latin1");
}

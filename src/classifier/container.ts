/** The file format under a model: magic, version, checksum, JSON head, then named byte sections. */

/** Why a file was refused; `reason` is stable for code, the message is for people. */
export class ModelFileError extends Error {
  constructor(
    readonly reason: "damaged" | "newer" | "otherKind" | "otherKey" | "otherRecipe",
    message: string,
  ) {
    super(message);
    this.name = "ModelFileError";
  }
}

export type Sections = Readonly<Record<string, Uint8Array>>;

const magic = 0x434e_4344;
const version = 2;
const fixedBytes = 20;

let crcTable: Uint32Array | undefined;

/** CRC-32 (IEEE), enough to notice damage; not a signature. */
export function crc32(bytes: Uint8Array): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb8_8320 ^ (c >>> 1) : c >>> 1;
    return c;
  });
  let crc = ~0;
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Layout: magic u32 · version u16 · kind u16 · payload length u32 · CRC-32 u32 · head length u32 · head · sections. */
export function pack(kind: number, head: object, sections: Sections): Uint8Array<ArrayBuffer> {
  const sizes = Object.entries(sections).map(([name, bytes]) => [name, bytes.length]);
  const text = new TextEncoder().encode(JSON.stringify({ head, sizes }));
  const parts = [text, ...Object.values(sections)];
  const file = new Uint8Array(fixedBytes + parts.reduce((sum, part) => sum + part.length, 0));
  let at = fixedBytes;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  const view = new DataView(file.buffer);
  view.setUint32(0, magic);
  view.setUint16(4, version);
  view.setUint16(6, kind);
  view.setUint32(8, file.length - fixedBytes);
  view.setUint32(16, text.length);
  view.setUint32(12, crc32(file.subarray(16)));
  return file;
}

/** Throws ModelFileError when the bytes are damaged, of a newer version, or of another kind. */
export function unpack(kind: number, file: Uint8Array): { head: unknown; sections: Sections } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const damaged = () => new ModelFileError("damaged", "The model file is damaged or not a Concord model.");
  if (file.length < fixedBytes || view.getUint32(0) !== magic) throw damaged();
  if (view.getUint16(4) > version)
    throw new ModelFileError("newer", "The model file was written by a newer version of Concord.");
  if (view.getUint32(8) !== file.length - fixedBytes) throw damaged();
  if (view.getUint32(12) !== crc32(file.subarray(16))) throw damaged();
  if (view.getUint16(6) !== kind)
    throw new ModelFileError("otherKind", "The file holds another kind of Concord model.");
  const text = file.subarray(fixedBytes, fixedBytes + view.getUint32(16));
  const { head, sizes } = JSON.parse(new TextDecoder().decode(text)) as {
    head: unknown;
    sizes: [string, number][];
  };
  const sections: Record<string, Uint8Array> = {};
  let at = fixedBytes + text.length;
  for (const [name, size] of sizes) {
    sections[name] = file.subarray(at, at + size);
    at += size;
  }
  return { head, sections };
}

/** The bytes of a typed array, little-endian as every platform of Node and the browsers is. */
export const bytesOf = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** A copy, so that alignment does not matter; `slice` would not do, since a Buffer's shares its memory. */
const aligned = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

export const floatsOf = (bytes: Uint8Array): Float32Array => new Float32Array(aligned(bytes));
export const uint32sOf = (bytes: Uint8Array): Uint32Array => new Uint32Array(aligned(bytes));
export const uint16sOf = (bytes: Uint8Array): Uint16Array => new Uint16Array(aligned(bytes));
export const int8sOf = (bytes: Uint8Array): Int8Array => new Int8Array(aligned(bytes));

/** Bytes as they come out of the database (libsql gives an ArrayBuffer, pg a Buffer), copied into a plain array. */
export const bytesOf = (value: Uint8Array | ArrayBuffer): Uint8Array => new Uint8Array(value);

/** What browsers have and jsdom lacks, and the time that takes. */
import { TextDecoder, TextEncoder } from "node:util";

Object.assign(globalThis, { TextEncoder, TextDecoder });

// Components are slow on a busy machine, which is no fault of theirs.
jest.setTimeout(30_000);

/** What browsers have and jsdom lacks, and the time that takes. */
import { TextDecoder, TextEncoder } from "node:util";
import { configure } from "@testing-library/dom";

Object.assign(globalThis, { TextEncoder, TextDecoder });

// Components are slow on a busy machine, which is no fault of theirs.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 15_000 });

/** A jest environment that brings libxml2-wasm: it starts with a top-level await, which jest's CommonJS cannot load. */

import { TestEnvironment } from "jest-environment-node";
import * as libxml2 from "libxml2-wasm";

export default class XmlEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.libxml2 = libxml2;
  }
}

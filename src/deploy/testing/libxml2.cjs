/** Stands in for the import of libxml2-wasm in jest: the real library, loaded by xmlEnvironment.mjs. */
if (!globalThis.libxml2) throw new Error("Add @jest-environment ./src/deploy/testing/xmlEnvironment.mjs");
module.exports = globalThis.libxml2;

/** Four suites: pure and API code in Node, components in jsdom, stores on real databases, and the product in Chromium. */

// Packages that ship ES modules only; jest runs CommonJS, so swc turns them as well.
const esmOnly = [
  "jose",
  "typebox",
  "uuid",
  "idb",
  "kysely",
  "postal-mime",
  "libxml2-wasm",
  "oidc-provider",
  "content-disposition",
  "cookie",
  // Reads Node's http in while it runs, which only a transform turns.
  "@opentelemetry/otlp-exporter-base",
];

const common = {
  transform: {
    "^.+\\.(t|j|mj)sx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs", ignoreDynamic: false },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join("|")})/)`],
  moduleNameMapper: {
    "^(\\.{1,2}/.*)\\.js$": "$1",
    "^libxml2-wasm$": "<rootDir>/src/deploy/testing/libxml2.cjs",
  },
  // Looked up in the world of a test file, Math costs more than what is counted with it.
  sandboxInjectedGlobals: ["Math"],
  roots: ["<rootDir>/src"],
  modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/data"],
};

export default {
  testSequencer: "<rootDir>/src/sandbox/testing/longestFirst.cjs",
  // Finds what hangs, on a busy machine too; how fast something is, the benchmarks say.
  testTimeout: 120_000,
  projects: [
    { ...common, displayName: "unit", testEnvironment: "node", testMatch: ["**/*.test.ts"] },
    {
      ...common,
      displayName: "dom",
      testEnvironment: "jsdom",
      testMatch: ["**/*.test.tsx"],
      setupFiles: ["<rootDir>/src/taskpane/testing/jsdomGaps.ts"],
    },
    {
      ...common,
      displayName: "store",
      testEnvironment: "node",
      testMatch: ["**/*.store-test.ts"],
      globalSetup: "<rootDir>/src/api/testing/sharedPostgres.ts",
      globalTeardown: "<rootDir>/src/api/testing/sharedPostgresEnd.ts",
    },
    {
      ...common,
      displayName: "e2e",
      testEnvironment: "node",
      testMatch: ["**/*.e2e.ts"],
      globalSetup: "<rootDir>/src/sandbox/testing/beforeAll.ts",
    },
  ],
};

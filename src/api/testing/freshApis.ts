/** An API with an empty database for each test of a suite, on one engine and with one issuer for all of them. */
import { startTestApi, type TestApi, type TestApiOptions } from "./api.ts";
import type { Engine } from "./engines.ts";
import type { TestIssuer } from "./issuer.ts";
import { issuerOn } from "./issuerOn.ts";

type Fresh = { api: TestApi; issuer: TestIssuer };

/** Called where a suite is described; `use` is told of each new API before its test begins. */
export function freshApis(
  engine: Engine,
  options: Omit<TestApiOptions, "place" | "issuer">,
  use: (fresh: Fresh) => void,
): void {
  let issuer: TestIssuer;
  let api: TestApi;
  issuerOn(
    engine,
    (started) => {
      issuer = started;
    },
    60_000,
  );
  beforeEach(async () => {
    api = await startTestApi({ ...options, issuer, place: await engine.newPlace() });
    use({ api, issuer });
  });
  afterEach(() => api.close());
}

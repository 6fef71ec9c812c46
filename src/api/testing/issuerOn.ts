/** An engine and an issuer that stand for all tests of a suite. */
import type { Engine } from "./engines.ts";
import { startIssuer, type TestIssuer } from "./issuer.ts";

/** Called where a suite is described; `use` is told of the issuer before the first test begins. */
export function issuerOn(engine: Engine, use: (issuer: TestIssuer) => void, withinMs?: number): void {
  let issuer: TestIssuer;
  beforeAll(async () => {
    await engine.start();
    issuer = await startIssuer();
    use(issuer);
  }, withinMs);
  afterAll(async () => {
    await issuer.close();
    await engine.stop();
  });
}

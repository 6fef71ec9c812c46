/** What every suite of storms against real processes needs: a folder, an issuer, people with tokens, and settings of its own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StorePlace } from "../store/store.ts";
import type { Engine } from "./engines.ts";
import { claimsOf, startIssuer, type TestIssuer } from "./issuer.ts";
import { amara, jonas, organisation, priya } from "./organisation.ts";

export interface StormSuite {
  /** of one test */
  folder(): string;
  authorizations(): Promise<string[]>;
  placeFor(engineName: string, engine: Engine): Promise<StorePlace>;
  settingsFor(place: StorePlace): Record<string, string>;
}

/** Called once at the top of a suite's file. */
export function stormSuite(): StormSuite {
  let issuer: TestIssuer;
  let folder: string;
  beforeAll(async () => {
    issuer = await startIssuer();
  });
  afterAll(() => issuer.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "concord-storm-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder: () => folder,
    authorizations: () =>
      Promise.all(
        [amara, jonas, priya].map(
          async (oid) => `Bearer ${await issuer.sign(claimsOf(Date.now(), { oid }))}`,
        ),
      ),
    placeFor: async (name, engine) =>
      name === "libsql" ? { file: join(folder, "data", "concord.db") } : engine.newEmptyPlace(),
    settingsFor(place) {
      const file = join(folder, "organisation.json");
      const policy = { blindShare: 0.25 };
      writeFileSync(file, JSON.stringify(organisation({ jwksUri: issuer.jwksUri, policy })));
      return {
        DATA_DIR: join(folder, "data"),
        ORGANISATION_FILE: file,
        RATE_LIMIT_PER_MINUTE: "1000000",
        LEARN_EVERY_MS: "300",
        CONCORD_KEY: Buffer.alloc(32, 7).toString("base64url"),
        ...("databaseUrl" in place ? { DATABASE_URL: place.databaseUrl } : {}),
      };
    },
  };
}

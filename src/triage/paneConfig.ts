/** What the pane must know before anybody is signed in; public, served at /pane-config.json. */
import { type Static, Type } from "typebox";

export const PaneConfig = Type.Object({
  clientId: Type.String({ minLength: 1 }),
  /** The tenant's authority, for example https://login.microsoftonline.com/{tid}. */
  authority: Type.String({ minLength: 1 }),
  /** The API's own scope, for example api://{client}/triage.use. */
  scope: Type.String({ minLength: 1 }),
  buildId: Type.String(),
});
export type PaneConfig = Static<typeof PaneConfig>;

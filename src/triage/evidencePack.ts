/** GET /api/departments/{id}/evidence-pack: the zip as the pane can take it; at …/evidence-pack.zip it comes as a file. */
import { type Static, Type } from "typebox";

export const EvidencePack = Type.Object({
  fileName: Type.String(),
  base64: Type.String(),
});
export type EvidencePack = Static<typeof EvidencePack>;

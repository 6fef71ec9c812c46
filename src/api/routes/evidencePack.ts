/** /api/departments/{id}/evidence-pack: one press, one zip; for leads and admins. */
import { Type } from "typebox";
import { EvidencePack } from "../../triage/evidencePack.ts";
import { Slug } from "../../triage/text.ts";
import { accessOf, ledDepartment } from "../access.ts";
import { packOf } from "../evidencePack/pack.ts";
import type { Parts, Routes } from "../parts.ts";
import type { Staff } from "../staff.ts";

const Address = Type.Object({ id: Slug }, { additionalProperties: false });

export const evidencePackRoutes =
  ({ store, now }: Parts): Routes =>
  async (app) => {
    const pack = async (staff: Staff, id: string) =>
      packOf(store.scans.db, ledDepartment(await accessOf(store, staff), staff, id), now());

    app.get(
      "/api/departments/:id/evidence-pack",
      { schema: { params: Address, response: { 200: EvidencePack } } },
      async ({ params, staff }) => {
        const { fileName, zip } = await pack(staff, params.id);
        return { fileName, base64: zip.toString("base64") };
      },
    );

    app.get(
      "/api/departments/:id/evidence-pack.zip",
      { schema: { params: Address } },
      async (request, reply) => {
        const { fileName, zip } = await pack(request.staff, request.params.id);
        return reply
          .type("application/zip")
          .header("content-disposition", `attachment; filename="${fileName}"`)
          .send(zip);
      },
    );
  };

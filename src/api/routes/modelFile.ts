/** GET /api/departments/{id}/model: the live model's compact file, for a pane that may predict while the API is out of reach. */
import { Type } from "typebox";
import { Slug } from "../../triage/text.ts";
import { accessOf, ownDepartment } from "../access.ts";
import type { Parts, Routes } from "../parts.ts";
import { Refusal } from "../refusal.ts";

const Address = Type.Object({ id: Slug }, { additionalProperties: false });

/** Only for the department's own people, only where its policy says so, and only of the built-in model. */
export const modelFileRoutes =
  ({ store, modelFile, keysOf }: Parts): Routes =>
  async (app) => {
    app.get("/api/departments/:id/model", { schema: { params: Address } }, async (request, reply) => {
      const department = ownDepartment(await accessOf(store, request.staff), request.params.id);
      const isAllowed = department.policy.offlineModel === true && department.model.kind === "builtIn";
      const live = isAllowed ? await modelFile?.(department) : null;
      if (!live) throw new Refusal("not_found");
      const { featureKeyId } = keysOf(request.staff.tenant);
      const key = featureKeyId === undefined ? "" : `-${featureKeyId}`;
      const etag = `"${live.modelVersion}-${department.taxonomy.version}${key}"`;
      reply.header("etag", etag);
      if (request.headers["if-none-match"] === etag) return reply.code(304).send();
      return reply
        .header("content-type", "application/octet-stream")
        .header("x-model-version", live.modelVersion)
        .serializer((bytes: unknown) => bytes as never)
        .send(Buffer.from(live.bytes));
    });
  };

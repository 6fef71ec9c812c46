/** The door of the administration: for the admin role, in the caller's own organisation. */
import type { FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";

export async function onlyAdmins({ staff }: FastifyRequest): Promise<void> {
  if (!staff.roles.includes("admin")) throw new Refusal("role_missing");
}

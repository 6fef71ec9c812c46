/** The administration's side of the API: one function per route, each answer checked here on arrival. */
import type { Static, TSchema } from "typebox";
import { AdminOverview, People, ServerDiagnostics } from "../../triage/administration.ts";
import { AuditPage, type AuditQuery } from "../../triage/auditLog.ts";
import {
  Applied,
  Configuration,
  ConfiguredDepartment,
  DepartmentContent,
  DepartmentVersions,
} from "../../triage/configuration.ts";
import { Erasure, ErasureExtent, Mentions } from "../../triage/privacy.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import type { ApiClient, Ask } from "../apiClient.ts";
import { isAnswer } from "../isAnswer.ts";

const root = "api/admin";
const id = encodeURIComponent;

export function makeAdminApi(api: Pick<ApiClient, "ask">) {
  const ask = <T extends TSchema>(schema: T, request: Ask): Promise<ApiAnswer<Static<T>>> =>
    api.ask(request, (value): value is Static<T> => isAnswer(schema, value));
  const get = <T extends TSchema>(schema: T, path: string) =>
    ask(schema, { method: "GET", path: `${root}/${path}` });
  return {
    overview: () => get(AdminOverview, "overview"),
    configuration: () => get(Configuration, "configuration"),
    apply: (body: unknown, isCheck: boolean) =>
      ask(Applied, { method: "PUT", path: `${root}/configuration${isCheck ? "?check=true" : ""}`, body }),
    department: (department: string) => get(ConfiguredDepartment, `departments/${id(department)}`),
    save: ({ id: department, ...body }: ConfiguredDepartment) =>
      ask(Applied, { method: "PUT", path: `${root}/departments/${id(department)}`, body }),
    versions: (department: string) => get(DepartmentVersions, `departments/${id(department)}/versions`),
    version: (department: string, version: number) =>
      get(DepartmentContent, `departments/${id(department)}/versions/${version}`),
    people: (search: string, after?: string) =>
      get(
        People,
        `people?${new URLSearchParams({ ...(search ? { search } : {}), ...(after ? { after } : {}) })}`,
      ),
    named: (department: string) => get(People, `people?${new URLSearchParams({ departmentId: department })}`),
    exportPerson: (oid: string) =>
      api.ask(
        { method: "GET", path: `${root}/people/${id(oid)}/export` },
        (value): value is object => typeof value === "object" && value !== null,
      ),
    extent: (oid: string) => get(ErasureExtent, `people/${id(oid)}/extent`),
    mentions: (words: string[]) =>
      ask(Mentions, { method: "POST", path: `${root}/mentions`, body: { words } }),
    erase: (oid: string, erasureId: string, forgetLearned: boolean, words: string[] = []) =>
      ask(Erasure, {
        method: "POST",
        path: `${root}/people/${id(oid)}/erasure`,
        body: { erasureId, forgetLearned, words },
      }),
    log: (query: AuditQuery) =>
      get(
        AuditPage,
        `audit?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`,
      ),
    diagnostics: () => get(ServerDiagnostics, "diagnostics"),
  };
}

export type AdminApi = ReturnType<typeof makeAdminApi>;

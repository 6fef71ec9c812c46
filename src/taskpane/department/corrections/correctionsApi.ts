/** The page's side of the API; every answer is checked against its schema on arrival. */
import {
  type CorrectionDecision,
  type CorrectionQuery,
  Corrections,
  MessageReference,
} from "../../../triage/correction.ts";
import { Figures } from "../../../triage/figures.ts";
import { ModelVersions } from "../../../triage/model.ts";
import {
  CategoryMoved,
  Proposal,
  type ProposalContent,
  type ProposalDecision,
  Proposals,
} from "../../../triage/proposal.ts";
import type { SummaryQuery } from "../../../triage/summary.ts";
import type { ApiClient } from "../../apiClient.ts";
import { isAnswer } from "../../isAnswer.ts";

type Ask = Pick<ApiClient, "ask">;

const at = (department: string, ...rest: string[]) =>
  ["api", "departments", department, ...rest].map(encodeURIComponent).join("/");

const withQuery = (path: string, query: Record<string, string | number | undefined>) => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

const isCorrections = (value: unknown): value is Corrections => isAnswer(Corrections, value);
const isVersions = (value: unknown): value is ModelVersions => isAnswer(ModelVersions, value);
const isProposals = (value: unknown): value is Proposals => isAnswer(Proposals, value);
const isProposal = (value: unknown): value is Proposal => isAnswer(Proposal, value);
const isMoved = (value: unknown): value is CategoryMoved => isAnswer(CategoryMoved, value);
const isReference = (value: unknown): value is MessageReference => isAnswer(MessageReference, value);
const isFigures = (value: unknown): value is Figures => isAnswer(Figures, value);

export const loadCorrections = ({ ask }: Ask, department: string, query: CorrectionQuery = {}) =>
  ask({ method: "GET", path: withQuery(at(department, "corrections"), query) }, isCorrections);

export const decideCorrection = ({ ask }: Ask, department: string, id: string, body: CorrectionDecision) =>
  ask({ method: "PUT", path: at(department, "corrections", id), body }, isCorrections);

export const messageOf = ({ ask }: Ask, department: string, id: string) =>
  ask({ method: "GET", path: at(department, "corrections", id, "message") }, isReference);

export const loadVersions = ({ ask }: Ask, department: string) =>
  ask({ method: "GET", path: at(department, "models") }, isVersions);

export const chooseVersion = ({ ask }: Ask, department: string, version: number) =>
  ask({ method: "PUT", path: at(department, "models", "live"), body: { version } }, isVersions);

export const loadProposals = ({ ask }: Ask, department: string) =>
  ask({ method: "GET", path: at(department, "proposals") }, isProposals);

export const propose = ({ ask }: Ask, department: string, id: string, content: ProposalContent) =>
  ask({ method: "PUT", path: at(department, "proposals", id), body: { content } }, isProposal);

export const decideProposal = ({ ask }: Ask, department: string, id: string, body: ProposalDecision) =>
  ask({ method: "PUT", path: at(department, "proposals", id, "decision"), body }, isProposal);

export const mergeCategory = ({ ask }: Ask, department: string, category: string, into: string) =>
  ask({ method: "PUT", path: at(department, "categories", category, "into"), body: { into } }, isMoved);

export const loadFigures = ({ ask }: Ask, department: string, query: SummaryQuery) =>
  ask({ method: "GET", path: withQuery(at(department, "figures"), query) }, isFigures);

/** Hears of every write to some tables, whoever makes it, so that what was read from them is read again. */
import type { KyselyPlugin, RootOperationNode } from "kysely";

/** What decides who may do what, and how; read on every request, written hardly ever. */
const organising = ["tenant", "department", "member", "person", "taxonomy", "policy"];

/** `count` grows with every write to the organisation. */
export interface Changes {
  count: number;
}

export function noticing(changes: Changes): KyselyPlugin {
  return {
    transformQuery({ node }) {
      if (writtenBy(node).some((table) => organising.includes(table))) changes.count++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

function writtenBy(node: RootOperationNode): string[] {
  switch (node.kind) {
    case "InsertQueryNode":
      return node.into ? [node.into.table.identifier.name] : [];
    case "UpdateQueryNode":
      return node.table ? tablesIn(node.table) : [];
    case "DeleteQueryNode":
      return node.from.froms.flatMap(tablesIn);
    case "SelectQueryNode":
      return [];
    default:
      // Not understood, so it may have been any of them.
      return organising;
  }
}

const tablesIn = (node: { kind: string }): string[] => {
  const { table } = node as { table?: { identifier?: { name: string } } };
  return table?.identifier ? [table.identifier.name] : organising;
};

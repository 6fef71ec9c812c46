/** What a page's scripts hold, by a heap snapshot: objects, arrays, strings, closures; without compiled code. */
import type { CDPSession } from "playwright-core";

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

/** A debugger keeps the code of every script it ever saw, and each mail in the reading pane is a frame with scripts of ours. */
const notHeld = new Set(["code", "native", "hidden", "synthetic"]);

async function take(session: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const hear = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  await session.send("HeapProfiler.collectGarbage");
  session.on("HeapProfiler.addHeapSnapshotChunk", hear);
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  session.off("HeapProfiler.addHeapSnapshotChunk", hear);
  return JSON.parse(chunks.join("")) as Snapshot;
}

/** Bytes held now, after everything that can go has gone. */
export async function heldBytes(session: CDPSession): Promise<number> {
  const { snapshot, nodes } = await take(session);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let sum = 0;
  for (let node = 0; node < nodes.length; node += fields.length)
    if (!notHeld.has(types[0][nodes[node + type]!]!)) sum += nodes[node + size]!;
  return sum;
}

/** What a page's scripts hold, by a heap snapshot: objects, arrays, strings, closures; compiled code apart. */
import type { CDPSession } from "playwright-core";

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

export interface Held {
  /** how many objects, arrays, strings and closures there are, and what they weigh */
  count: number;
  bytes: number;
  /** what the engine has compiled of the scripts; it grows for as long as more of them runs often */
  codeBytes: number;
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

/** What is held now, after everything that can go has gone. */
export async function heldNow(session: CDPSession): Promise<Held> {
  const { snapshot, nodes } = await take(session);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  const held: Held = { count: 0, bytes: 0, codeBytes: 0 };
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = types[0][nodes[node + type]!]!;
    const bytes = nodes[node + size]!;
    if (kind === "code") held.codeBytes += bytes;
    if (notHeld.has(kind)) continue;
    held.count += 1;
    held.bytes += bytes;
  }
  return held;
}

import type { CDPSession } from "@playwright/test";

/** What a page holds once nothing is left that nobody holds. */
export interface Held {
  /** Without the code that the engine makes of the page's own, the more of it the longer it runs. */
  readonly megabytes: number;
  readonly codeMegabytes: number;
  readonly nodes: number;
  /** Nodes that are in no document any more and that something still holds. */
  readonly detached: number;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

/** @param protocol of Chromium, with `DOM` enabled */
export async function heldBy(protocol: CDPSession): Promise<Held> {
  for (let round = 0; round < 3; round++) await protocol.send("HeapProfiler.collectGarbage");
  const chunks: string[] = [];
  const take = ({ chunk }: { readonly chunk: string }) => void chunks.push(chunk);
  protocol.on("HeapProfiler.addHeapSnapshotChunk", take);
  await protocol.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  protocol.off("HeapProfiler.addHeapSnapshotChunk", take);
  const { snapshot, nodes } = JSON.parse(chunks.join("")) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [typeAt, sizeAt] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let [bytes, codeBytes] = [0, 0];
  for (let at = 0; at < nodes.length; at += fields.length) {
    const size = nodes[at + sizeAt] ?? 0;
    if (types[0][nodes[at + typeAt] ?? 0] === "code") codeBytes += size;
    else bytes += size;
  }
  const { nodes: nodeCount } = await protocol.send("Memory.getDOMCounters");
  const { detachedNodes } = await protocol.send("DOM.getDetachedDomNodes");
  return {
    megabytes: bytes / 1e6,
    codeMegabytes: codeBytes / 1e6,
    nodes: nodeCount,
    detached: detachedNodes.length,
  };
}

import type { CDPSession } from "@playwright/test";

/** What a page holds once nothing is left that nobody holds. */
export interface Held {
  /** What the page's own code keeps. */
  readonly megabytes: number;
  /** The code that the engine makes of the page's, the more of it the longer it runs. */
  readonly codeMegabytes: number;
  /** What the browser keeps of itself: styles, layout, its lists of what took long. It comes and goes. */
  readonly nativeMegabytes: number;
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
  const held = { own: 0, code: 0, native: 0 };
  for (let at = 0; at < nodes.length; at += fields.length) {
    const type = types[0][nodes[at + typeAt] ?? 0];
    held[type === "code" || type === "native" ? type : "own"] += nodes[at + sizeAt] ?? 0;
  }
  const { nodes: nodeCount } = await protocol.send("Memory.getDOMCounters");
  const { detachedNodes } = await protocol.send("DOM.getDetachedDomNodes");
  return {
    megabytes: held.own / 1e6,
    codeMegabytes: held.code / 1e6,
    nativeMegabytes: held.native / 1e6,
    nodes: nodeCount,
    detached: detachedNodes.length,
  };
}

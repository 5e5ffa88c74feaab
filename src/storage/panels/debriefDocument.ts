import { changeDebrief, entriesIn, type DebriefPart } from "../../domain/panels/debriefParts.ts";
import type { Panel } from "../../domain/panels/panel.ts";
import type { WrittenDocument } from "../documentWriter.ts";

const MOST_IN_FLIGHT = 64;

/**
 * @param now epoch ms
 * @param onPut called with the panel as it will be on the disk when the write is complete
 * @returns how the debrief of a panel is written: into the panel as it is at that moment
 */
export function debriefDocument(
  panelId: string,
  now: () => number,
  onPut: (panel: Panel) => void,
): WrittenDocument<DebriefPart> {
  return {
    kind: "debrief",
    id: panelId,
    mostInFlight: MOST_IN_FLIGHT,
    isShared: true,
    storesOf: (parts) => (entriesIn(parts).length > 0 ? ["panels", "auditEntries"] : ["panels"]),
    put: (transaction, parts) => {
      const store = transaction.objectStore("panels");
      const reading = store.get(panelId) as IDBRequest<Panel | undefined>;
      reading.onsuccess = () => {
        // Deleted meanwhile, it has no debrief to write.
        if (reading.result) {
          const panel = changeDebrief(reading.result, parts, now());
          onPut(panel);
          store.put(panel);
          for (const entry of entriesIn(parts)) transaction.objectStore("auditEntries").put(entry);
        }
        transaction.commit();
      };
    },
    isIn: async ({ panels }) => (await panels.get(panelId)) !== undefined,
    toLeave: (parts) => ({ kind: "debrief", panelId, parts, at: now() }),
  };
}

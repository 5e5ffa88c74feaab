import { changeDebrief, type DebriefPart } from "../../domain/panels/debriefParts.ts";
import type { Panel } from "../../domain/panels/panel.ts";
import type { WrittenDocument } from "../documentWriter.ts";

const MOST_IN_FLIGHT = 64;

/**
 * @param now epoch ms
 * @param pending parts that the page before left behind and that are not saved yet; newer ones stand for them
 * @param onPut called with the panel as it will be on the disk when the write is complete
 * @returns how the debrief of a panel is written: into the panel as it is at that moment
 */
export function debriefDocument(
  panelId: string,
  now: () => number,
  pending: () => readonly DebriefPart[],
  onPut: (panel: Panel) => void,
): WrittenDocument<DebriefPart> {
  return {
    kind: "debrief",
    isShared: true,
    id: panelId,
    mostInFlight: MOST_IN_FLIGHT,
    storesOf: () => ["panels"],
    put: (transaction, parts) => {
      const store = transaction.objectStore("panels");
      const reading = store.get(panelId) as IDBRequest<Panel | undefined>;
      reading.onsuccess = () => {
        // Deleted meanwhile, it has no debrief to write.
        if (reading.result) {
          const panel = changeDebrief(reading.result, parts, now());
          onPut(panel);
          store.put(panel);
        }
        transaction.commit();
      };
    },
    isIn: async ({ panels }) => (await panels.get(panelId)) !== undefined,
    toLeave: (unwritten) => {
      const older = pending().filter(({ key }) => !unwritten.some((part) => part.key === key));
      return { kind: "debrief", panelId, parts: [...older, ...unwritten], at: now() };
    },
  };
}

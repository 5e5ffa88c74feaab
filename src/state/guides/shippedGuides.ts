import shippedGuides from "../../../data/shippedGuides.json";

const ids = new Set(shippedGuides.map(({ id }) => id));
const nowById = new Map(shippedGuides.map(({ id, earlierId }) => [earlierId, id]));

/** @returns whether the guide version of that id comes with the app */
export function isShipped(id: string): boolean {
  return ids.has(id);
}

/** @returns whether a guide version of that id came with an earlier version of the app */
export function isEarlierShipped(id: string): boolean {
  return nowById.has(id);
}

/**
 * @param lineId as it is stored: a lineage that began with a guide of an earlier version of the app keeps that one's id
 * @returns the lineage that it is a part of now
 */
export function presentLineId(lineId: string): string {
  return nowById.get(lineId) ?? lineId;
}

/** @param lineId of a lineage as it is now. @returns every id that its parts are stored under */
export function storedLineIds(lineId: string): readonly string[] {
  const earlierId = shippedGuides.find(({ id }) => id === lineId)?.earlierId;
  return earlierId === undefined ? [lineId] : [lineId, earlierId];
}

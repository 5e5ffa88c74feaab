import shippedGuides from "../../../data/shippedGuides.json";

const ids = new Set(shippedGuides.map(({ id }) => id));

/** @returns whether the guide version of that id comes with the app */
export function isShipped(id: string): boolean {
  return ids.has(id);
}

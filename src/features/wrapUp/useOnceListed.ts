import { useState } from "react";
import type { OpenArea } from "../../domain/session/session.ts";

/**
 * @returns every area that was in the list since the screen came up, so that a row which is done
 * stays where it is instead of pulling the next one under the pointer
 */
export function useOnceListed(areas: readonly OpenArea[]): readonly OpenArea[] {
  const [listed, setListed] = useState(areas);
  const added = areas.filter(({ area }) => !listed.some((known) => known.area.id === area.id));
  if (added.length === 0) return listed;
  const all = [...listed, ...added];
  setListed(all);
  return all;
}

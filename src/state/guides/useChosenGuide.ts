import { useCallback, useRef, useState } from "react";
import { useApp } from "../app/appContext.ts";
import { loadGuideVersion, type GuideVersion } from "./guideVersions.ts";

/** The guide version of a form in which another can be chosen. */
export interface ChosenGuide {
  readonly version: GuideVersion;
  /**
   * Of several that are chosen one after another the last counts, whichever is read first.
   *
   * @returns the version; null where another was chosen meanwhile, also where this one could not be read
   * @throws where it can't be read: the one before stays
   */
  readonly choose: (id: string) => Promise<GuideVersion | null>;
  /** Takes one that was read already; what is being read comes too late. */
  readonly take: (version: GuideVersion) => void;
}

/** @param first the version that the form begins with */
export function useChosenGuide(first: GuideVersion): ChosenGuide {
  const app = useApp();
  const [version, setVersion] = useState(first);
  const wantedId = useRef(first.id);
  const take = useCallback((taken: GuideVersion) => {
    wantedId.current = taken.id;
    setVersion(taken);
  }, []);
  const choose = async (id: string) => {
    wantedId.current = id;
    try {
      const chosen = await loadGuideVersion(app, id);
      if (wantedId.current !== id) return null;
      take(chosen);
      return chosen;
    } catch (error) {
      if (wantedId.current !== id) return null;
      throw error;
    }
  };
  return { version, choose, take };
}

import { createContext, useContext, useEffect, useEffectEvent } from "react";
import type { NotePlace } from "../../domain/search/noteSearch.ts";

/** A note that one came to see, until it is shown. */
export interface WantedNote extends NotePlace {
  /** Called when it is shown: what comes next is another matter. */
  readonly onShown: () => void;
}

export const WantedNoteContext = createContext<WantedNote | null>(null);

/** Brings a note into view that one came to see from elsewhere. @param show called once for each */
export function useWantedNote(show: (place: NotePlace) => void): void {
  const wanted = useContext(WantedNoteContext);
  const showNow = useEffectEvent(show);
  useEffect(() => {
    if (!wanted) return;
    showNow(wanted);
    wanted.onShown();
  }, [wanted]);
}

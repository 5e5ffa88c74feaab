import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useState } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { errorToText } from "../../domain/text/errorText.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import { useApp } from "../app/appContext.ts";
import { openGuideEditing, type EditingState, type GuideEditing } from "./guideEditing.ts";

/** What became of opening a guide for editing. */
export type OpenedGuide =
  | { readonly kind: "open"; readonly editing: GuideEditing }
  | { readonly kind: "elsewhere"; readonly takeOver: () => void }
  /** Another tab made a version of it. */
  | { readonly kind: "saved"; readonly versionId: string }
  | { readonly kind: "failed"; readonly message: string };

/**
 * Opens a guide version, or the draft of that id, for this screen; it is closed with it.
 *
 * @param isNew whether an id that nothing is stored under is that of a new guide
 * @returns undefined until it is open
 */
export function useOpenGuide(id: string, isNew: boolean): OpenedGuide | undefined {
  const app = useApp();
  const [opened, setOpened] = useState<OpenedGuide>();
  const [takesOver, setTakesOver] = useState(false);
  const takeOver = useCallback(() => setTakesOver(true), []);
  useEffect(() => {
    const leaving = new AbortController();
    let editing: GuideEditing | undefined;
    // It may be told after this tab got the guide, of which only what it began with is left then.
    const saves = new BroadcastChannel(`saved guide ${id}`);
    saves.onmessage = ({ data: versionId }: MessageEvent<string>) => {
      leaving.abort();
      editing?.close();
      setOpened({ kind: "saved", versionId });
    };
    const onSaved = (versionId: string) => {
      if (!leaving.signal.aborted) saves.postMessage(versionId);
    };
    const onLost = () => {
      setTakesOver(false);
      setOpened({ kind: "elsewhere", takeOver });
    };
    const options = { isNew, takesOver, onLost, onSaved };
    const open = async () => {
      let result = await openGuideEditing(app, id, options);
      if (result === "elsewhere") {
        if (leaving.signal.aborted) return;
        setOpened({ kind: "elsewhere", takeOver });
        // When that tab is closed, this one goes on. It may be this tab itself, still leaving the screen before this.
        result = await openGuideEditing(app, id, { ...options, signal: leaving.signal });
      }
      if (result === "elsewhere") return;
      if (leaving.signal.aborted) {
        result.close();
        return;
      }
      editing = result;
      setOpened({ kind: "open", editing });
    };
    open().catch((error: unknown) => setOpened({ kind: "failed", message: errorToText(error) }));
    return () => {
      leaving.abort();
      saves.close();
      editing?.close();
    };
  }, [app, id, isNew, takesOver, takeOver]);
  return opened;
}

export const GuideEditingContext = createContext<GuideEditing | null>(null);

/** @throws outside the provider */
export function useGuideEditing(): GuideEditing {
  const editing = useContext(GuideEditingContext);
  if (!editing) throw new Error("useGuideEditing needs the GuideEditingContext around it");
  return editing;
}

/** @returns what the selector picks, again whenever that changes */
export function useEditingState<T>(selector: (state: EditingState) => T): T {
  return useStore(useGuideEditing().store, selector);
}

/** @returns what the selector makes of the guide being edited, again whenever one of its fields reads otherwise */
export function useEditedGuide<T extends object>(selector: (guide: Guide) => T): T {
  return useStore(
    useGuideEditing().store,
    useShallow(({ history }: EditingState) => selector(history.present)),
  );
}

/**
 * Shows a part of the state in an element by hand: for what changes with a key, which then costs no drawing
 * by React.
 *
 * @param show called with every state, the present one first; it changes the element only where it differs
 */
export function useEditingFollower(show: (state: EditingState) => void): void {
  const { store } = useGuideEditing();
  useLayoutEffect(() => {
    show(store.getState());
    return store.subscribeNow(show);
  }, [store, show]);
}

/** How long nothing is typed before the guide is looked over again. */
const SETTLED_AFTER_MS = 400;

/** @returns the guide being edited, once nothing was typed for a moment; for what need not follow every key */
export function useSettledGuide(): Guide {
  const { store } = useGuideEditing();
  const [settled, setSettled] = useState(() => store.getState().history.present);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe((state, before) => {
      if (state.history === before.history) return;
      clearTimeout(timer);
      timer = setTimeout(() => setSettled(store.getState().history.present), SETTLED_AFTER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return settled;
}

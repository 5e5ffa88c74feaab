import type { Area, Question } from "../../domain/guides/guide.ts";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";

/** What opens over the live screen where there is no room for all of it; the question in every size. */
export type LiveSheet = "question" | "menu" | "followUps" | "notes";

/** What the live screen shows beside what is stored: the tab and a window that floats over the call share one. */
export interface LiveViewState {
  /** The area that keys and pane are about, by question id; the first one where there is none. */
  readonly currentAreaIds: Readonly<Record<string, string>>;
  readonly sheet: LiveSheet | null;
  readonly isRehearsedOpen: boolean;
  /** Whether the next digit names a follow-up. */
  readonly isChoosingFollowUp: boolean;
  /** The question that was left with areas that are not rated yet, until that is seen to. */
  readonly leftId: string | null;
  /** What was done last, in words. */
  readonly said: string;
  /** How often something was said. */
  readonly saidCount: number;
}

export type LiveView = StoreApi<LiveViewState>;

/** @returns the area of the question that keys and pane are about; undefined where it has none */
export function currentAreaOf(
  question: Question,
  { currentAreaIds }: Pick<LiveViewState, "currentAreaIds">,
): Area | undefined {
  const id = currentAreaIds[question.id];
  return question.areas.find((area) => area.id === id) ?? question.areas[0];
}

/** @returns the view of an interview that was just opened */
export function createLiveView(): LiveView {
  return createStore<LiveViewState>()(() => ({
    currentAreaIds: {},
    sheet: null,
    isRehearsedOpen: false,
    isChoosingFollowUp: false,
    leftId: null,
    said: "",
    saidCount: 0,
  }));
}

export const LiveViewContext = createContext<LiveView | null>(null);

/** @throws outside the provider */
export function useLiveView(): LiveView {
  const view = useContext(LiveViewContext);
  if (!view) throw new Error("useLiveView needs the LiveViewContext around it");
  return view;
}

/** @returns what the selector picks from the live screen's view, again whenever that changes */
export function useLiveViewState<T>(selector: (state: LiveViewState) => T): T {
  return useStore(useLiveView(), selector);
}

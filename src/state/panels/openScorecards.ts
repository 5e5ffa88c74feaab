import { useEffect, useState } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import type { PanelView } from "./panels.ts";

/** @returns whether the panel's scorecards may be read here: its debrief has started, and nothing keeps them shut */
export function isPanelOpen({ panel, shutReason }: Pick<PanelView, "panel" | "shutReason">): boolean {
  return panel.debrief.startedAt !== null && shutReason === null;
}

/** @returns the panel's scorecards once they may be read, or why they can't be */
export function useOpenScorecards(
  view: Pick<PanelView, "panel" | "shutReason" | "unseal">,
): readonly [scorecards: readonly Scorecard[] | null, problem: string | null] {
  const { unseal } = view;
  const mayRead = isPanelOpen(view);
  const [scorecards, setScorecards] = useState<readonly Scorecard[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!mayRead) return undefined;
    let isCurrent = true;
    unseal().then(
      (opened) => {
        if (!isCurrent) return;
        setScorecards(opened);
        setProblem(null);
      },
      (error: unknown) => {
        if (isCurrent) setProblem(errorToText(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [mayRead, unseal]);
  return [mayRead ? scorecards : null, problem];
}

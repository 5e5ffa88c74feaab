import type { WholeSession } from "../../domain/session/session.ts";
import type { RunningSession } from "../../state/session/runningSession.ts";

export interface UndoneChange {
  readonly questionId: string;
  readonly areaId?: string;
}
export function undoOf(_running: RunningSession, _which: "undo" | "redo"): UndoneChange | null {
  return null;
}
export function changeToWords(_whole: WholeSession, _change: UndoneChange): string {
  return "";
}

import type { PasteField } from "../../interchange/tracking/pasteFields.ts";

/** How far a scorecard is pasted into a form. */
export interface Run {
  readonly templateId: string;
  /** The place of the field that is copied next; behind the last one when it was. */
  readonly nextAt: number;
  readonly copiedIds: readonly string[];
  /** The one that was copied last. */
  readonly lastId: string | null;
  /** Why a field could not be copied. */
  readonly problem: string | null;
}

/** @returns a run of which nothing is copied */
export function newRun(templateId: string): Run {
  return { templateId, nextAt: 0, copiedIds: [], lastId: null, problem: null };
}

/** @param at the place of the field that was copied */
export function withCopied(run: Run, { id }: PasteField, at: number): Run {
  const copiedIds = run.copiedIds.includes(id) ? run.copiedIds : [...run.copiedIds, id];
  return { ...run, nextAt: at + 1, copiedIds, lastId: id, problem: null };
}

import { auditEntries, type AuditChange, type AuditEntry } from "../candidates/auditEntry.ts";
import type { Agreed, Debrief, Panel } from "./panel.ts";

/**
 * What one change of a debrief touches: what was agreed on one area, or fields that belong together; and what is logged
 * of it.
 */
export type DebriefPart =
  | { readonly key: string; readonly areaId: string; readonly agreed: Agreed | null }
  | { readonly key: string; readonly fields: Partial<Omit<Debrief, "agreedByAreaId">> }
  | EntryPart;

/** Its key is its own, so that none takes the place of another that is still to be written. */
export interface EntryPart {
  readonly key: string;
  readonly entry: AuditEntry;
}

/** Fields that are changed together are written together. */
const fieldGroups = [
  ["startedAt", "firstStartedAt"],
  ["weights", "weightsReason"],
  ["recommendationsShownAt"],
  ["decision", "earlierDecisions"],
] as const;

/** @returns the parts in which a debrief differs from how it was, each as it is after */
export function debriefParts(before: Debrief, after: Debrief): readonly DebriefPart[] {
  const areaIds = new Set([before, after].flatMap(({ agreedByAreaId }) => Object.keys(agreedByAreaId)));
  const agreed = Array.from(areaIds)
    .filter((areaId) => agreedOn(before, areaId) !== agreedOn(after, areaId))
    .map((areaId): DebriefPart => ({ key: `agreed ${areaId}`, areaId, agreed: agreedOn(after, areaId) }));
  const fields = fieldGroups
    .filter((names) => names.some((name) => before[name] !== after[name]))
    .map((names): DebriefPart => ({
      key: names[0],
      fields: Object.fromEntries(names.map((name) => [name, after[name]])),
    }));
  return [...agreed, ...fields];
}

function agreedOn({ agreedByAreaId }: Debrief, areaId: string): Agreed | null {
  return Object.hasOwn(agreedByAreaId, areaId) ? (agreedByAreaId[areaId] ?? null) : null;
}

/** @returns the debrief with those parts; the rest stays as it is, so that two tabs do not undo each other's changes */
export function withDebriefParts(debrief: Debrief, parts: readonly DebriefPart[]): Debrief {
  const agreed = new Map(Object.entries(debrief.agreedByAreaId));
  const fields: Partial<Debrief>[] = [];
  for (const part of parts) {
    if ("entry" in part) continue;
    if ("fields" in part) fields.push(part.fields);
    else if (part.agreed) agreed.set(part.areaId, part.agreed);
    else agreed.delete(part.areaId);
  }
  const changed: object = Object.assign(
    { ...debrief, agreedByAreaId: Object.fromEntries(agreed) },
    ...fields,
  ) as Debrief;
  // What may be missing is missing, and not there without a value.
  return Object.fromEntries(
    Object.entries(changed).filter(([, value]) => value !== undefined),
  ) as unknown as Debrief;
}

/**
 * @param now epoch ms
 * @returns what is logged of a change of a debrief, to be written with its parts; nothing of a note
 */
export function debriefEntries(
  panelId: string,
  before: Debrief,
  after: Debrief,
  now: number,
): readonly EntryPart[] {
  const of = (at: number, change: AuditChange) =>
    auditEntries([panelId], at, change).map((entry): EntryPart => ({ key: `entry ${entry.id}`, entry }));
  const areaIds = [before, after].flatMap(({ agreedByAreaId }) => Object.keys(agreedByAreaId));
  const agreed = [...new Set(areaIds)].flatMap((areaId) => {
    const [from, to] = [agreedOn(before, areaId)?.rating ?? null, agreedOn(after, areaId)?.rating ?? null];
    return from === to ? [] : of(now, { what: "agreed", areaId, from, to });
  });
  const { weights: from, decision } = before;
  const { weights: to, weightsReason: reason } = after;
  return [
    ...agreed,
    ...(from === to && before.weightsReason === reason ? [] : of(now, { what: "weighed", from, to, reason })),
    ...(decision && decision !== after.decision
      ? of(decision.decidedAt, { what: "decided", outcome: decision.outcome, reason: decision.reason })
      : []),
  ];
}

/** @returns the entries among the parts of a debrief */
export function entriesIn(parts: readonly DebriefPart[]): readonly AuditEntry[] {
  return parts.flatMap((part) => ("entry" in part ? part.entry : []));
}

/**
 * @param now epoch ms; a clock that was set back does not make the changed panel an older one
 * @returns the panel with those parts of its debrief
 */
export function changeDebrief(panel: Panel, parts: readonly DebriefPart[], now: number): Panel {
  const debrief = withDebriefParts(panel.debrief, parts);
  return { ...panel, debrief, updatedAt: Math.max(now, panel.updatedAt + 1) };
}

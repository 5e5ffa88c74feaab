import { format } from "date-fns";
import type { CandidatePart } from "../../domain/candidates/candidate.ts";
import type { DeletedByHand, ExportMade } from "../../domain/candidates/deletion.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";

/** @param at epoch ms @returns "24 Nov 2026" */
export function dateToText(at: number): string {
  return format(at, "d MMM yyyy");
}

/** @param at epoch ms @returns "24 Nov 2026, 21:48:05": two files of one minute are told apart */
export function momentToText(at: number): string {
  return format(at, "d MMM yyyy, HH:mm:ss");
}

/** @returns what a file was, and its name where it is known: "Backup, encrypted: interview-scorecard-backup-….json.age" */
export function fileToText({ form, fileName }: Pick<ExportMade, "form" | "fileName">): string {
  return fileName === undefined ? form : `${form}: ${fileName}`;
}

/**
 * @returns what there is, counted: "1 panel, 3 scorecards, 1 interview". A submitted interview is a scorecard, whether its
 * panel holds a file of it or it is on this device, which is how the panel counts too.
 */
export function contentsToText(parts: readonly CandidatePart[]): string {
  const panelCount = parts.filter(({ panel }) => panel !== null).length;
  const sessions = parts.flatMap((part) => part.sessions);
  const submitted = sessions.filter(({ status }) => status === "submitted");
  const scorecardIds = new Set([
    ...parts.flatMap((part) => part.scorecardIds),
    ...submitted.map(({ id }) => id),
  ]);
  const interviewIds = new Set(sessions.map(({ id }) => id).filter((id) => !scorecardIds.has(id)));
  const counts: readonly (readonly [number, string])[] = [
    [panelCount, "panel"],
    [scorecardIds.size, "scorecard"],
    [interviewIds.size, "interview"],
  ];
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => quantityToText(count, word));
  return words.join(", ");
}

/** @returns what is to be known of something that was deleted by hand: "interview, deleted 24 Nov 2026" */
export function deletedByHandToText({ kind, deletedAt }: DeletedByHand): string {
  return `${kind === "session" ? "interview" : kind}, deleted ${dateToText(deletedAt)}; backups and files may still contain it`;
}

/** @returns the role that the part is of */
export function roleOf({ panel, sessions }: CandidatePart): string {
  return panel?.role ?? sessions[0]?.role ?? "";
}

/** @returns when the part was decided or, where it was not, for when it is planned, or when it was last changed */
export function partTimeToText({ decidedAt, changedAt, sessions }: CandidatePart): string {
  if (decidedAt !== null) return `decided ${dateToText(decidedAt)}`;
  // A plan counts from its time, so that nobody is due before it.
  const isPlanned = sessions.some(
    ({ status, scheduledAt }) => status === "planned" && scheduledAt === changedAt,
  );
  return `${isPlanned ? "planned for" : "last changed"} ${dateToText(changedAt)}`;
}

/** @returns what is to be said of the automatic backups after a deletion, to stand behind another sentence; empty where there is nothing */
export function copyProblemToText(problem: string | null): string {
  return problem === null
    ? ""
    : ` The automatic backups in this browser still contain it, because they could not be replaced: ${problem} A later backup replaces them.`;
}

import { candidateKey } from "../candidates/candidateKey.ts";
import { joinMerges, MERGED_NAMES, settingToMerges, type PersonOf } from "../candidates/nameMerges.ts";
import {
  debriefBeganAt,
  isSameRater,
  isToSubmit,
  raterOf,
  type Panel,
  type SessionRater,
} from "../panels/panel.ts";
import type { PanelScorecardRow } from "../backups/storedRows.ts";
import type { Revision, Scorecard } from "../session/scorecard.ts";
import { hideRecommendation, mergeRevisions } from "../session/revision.ts";
import type { Session, SessionStatus } from "../session/session.ts";
import { canonicalText } from "../text/canonicalText.ts";
import { sha256 } from "../text/sha256.ts";
import {
  entryKey,
  keyOf,
  neededKey,
  rulesOf,
  subjectsOf,
  tombstoneOf,
  withoutFalseSample,
  type Backup,
  type Entry,
  type EntryKind,
  type EntryOf,
  type KeptSession,
} from "./entries.ts";

/** What is on this device, as far as it bears on what comes in. */
export interface Here {
  /**
   * What is under the keys of what comes in; the panels that it is of; of a panel's scorecard its interview, where that
   * is in the library; and all tombstones.
   */
  readonly entries: Backup;
  /** The interviews that are not submitted yet. */
  readonly open: readonly Session[];
  /** The sessions that have a seat's place, by `seatKey`. */
  readonly seats: ReadonlyMap<string, string>;
  /** The sessions that revisions are of, by the ids of the revisions: those of the ids that come in with sessions. */
  readonly revised: ReadonlyMap<string, string>;
  /** The ids of sessions and panels that are here, or were deleted by hand: what an entry of the audit log may be of. */
  readonly subjectIds: ReadonlySet<string>;
  /** The panels whose secret key is here: they are led from this device. */
  readonly ledIds: ReadonlySet<string>;
  /** Who a candidate's name stands for. */
  readonly personOf: PersonOf;
  /** What the audit log here says was taken back, of those whom a hold or a merge that comes in is of. */
  readonly takenBack: {
    /** @returns when a hold on whoever has that name was released last, epoch ms; null where none was */
    readonly holdAt: (candidateKey: string) => number | null;
    /** @returns whether a merge of that name into another was undone */
    readonly merge: (candidateKey: string) => boolean;
  };
  /** Whether it has, or will have, that guide; that candidate; an export that is, or was, left to be deleted by hand. */
  readonly knows: {
    readonly guideLine: (lineId: string) => boolean;
    readonly candidate: (candidateKey: string) => boolean;
    readonly exportLeft: (id: string) => boolean;
    readonly shippedGuide: (id: string) => boolean;
  };
}

/** Where neither a hold nor a merge comes in. */
export const nothingTakenBack: Here["takenBack"] = { holdAt: () => null, merge: () => false };

/** What tells one of two things that hold different things from the other. */
export interface Whose {
  readonly interviewer: string;
  /** The seat in its panel; null for none. */
  readonly seat: string | null;
  readonly status: SessionStatus;
  /** When it was last changed, or submitted (epoch ms). */
  readonly at: number;
  /** How many areas are rated, or marked as not assessed. */
  readonly ratings: number;
  /** How many notes there are, timed ones and those on areas. */
  readonly notes: number;
}

/** Revisions of a submitted scorecard that wait for somebody to say that they are whose they say. */
export interface Asked {
  readonly interviewer: string;
  /** In their order. */
  readonly revisions: readonly Revision[];
  /** Whether the scorecard is in the library, where its interviewer revises it. */
  readonly isOwn: boolean;
}

/** Why something does not come in. */
export type AdmissionRefusal =
  /** It was deleted here with its candidate. */
  | { readonly reason: "deleted"; readonly deletedAt: number }
  /** It holds others' ratings of a candidate whom one has still to submit on, with that session. */
  | { readonly reason: "openSession"; readonly session: Session }
  /** What it belongs to is not here, and did not come in. */
  | { readonly reason: "alone" }
  /** A panel's scorecard: the seat's is in, from another session. */
  | { readonly reason: "secondSession" }
  /** A revision in it bears the id of another scorecard's. */
  | { readonly reason: "othersRevision" }
  | { readonly reason: "otherPanel" | "otherCandidate" | "notSubmitted" }
  /** It is the key of another panel, or of none. */
  | { readonly reason: "otherKey" }
  /** What is here is sealed and can't be opened, so that nobody can tell. */
  | { readonly reason: "shut" }
  /** This device has its own, and keeps it. */
  | { readonly reason: "kept" };

/** What comes of something that comes in. */
export type Admission =
  | { readonly kind: "new"; readonly entry: Entry }
  /** `isOlder`: what is here holds all of it, and more or later. */
  | { readonly kind: "same"; readonly isOlder: boolean }
  /** @see toWrite for what `asked` means */
  | { readonly kind: "newer"; readonly entry: Entry; readonly asked: Asked | "lead" | null }
  /** `entry` is null where what is here is never replaced: it is submitted, or live. */
  | {
      readonly kind: "conflict";
      readonly entry: Entry | null;
      readonly here: Whose | null;
      readonly incoming: Whose | null;
    }
  | ({ readonly kind: "refused" } & AdmissionRefusal);

/** @returns where the session of a seat is looked up; rows of a panel and sessions of the library apart */
export function seatKey(kind: "session" | "sealedScorecard", panelId: string, interviewerId: string): string {
  return JSON.stringify([kind, panelId, interviewerId]);
}

/** @returns the seat that an entry takes, and its session; null for none */
export function seatOf({ kind, value }: Entry): readonly [key: string, sessionId: string] | null {
  if (kind === "sealedScorecard") return [seatKey(kind, value.panelId, value.interviewerId), value.sessionId];
  if (kind !== "session" || !value.session.panel) return null;
  const { panelId, interviewerId } = value.session.panel;
  return [seatKey(kind, panelId, interviewerId), value.session.id];
}

/**
 * The one law for what comes in, through any door: an imported file, a panel's scorecards and debrief, a backup, an
 * invitation. Content and revisions decide, no clock of the import does. Nothing that a person wrote is overwritten
 * unasked, what was submitted never, and nobody's ratings come in of a candidate whom one has still to submit on.
 */
export function admit(here: Here, incoming: Entry): Admission {
  const known = here.entries.get(entryKey(incoming));
  const entry = withoutFalseClaims(here, incoming, known);
  const deletedAt = deletedAtOf(here, entry, known);
  if (deletedAt !== null) return { kind: "refused", reason: "deleted", deletedAt };
  if (isAlone(here, entry)) return { kind: "refused", reason: "alone" };
  if (entry.kind === "panelKey" && isOtherKey(here, entry)) return { kind: "refused", reason: "otherKey" };
  if (entry.kind === "setting" && (known?.kind === "setting" || entry.value.key === MERGED_NAMES))
    return joinSettings(here, known?.kind === "setting" ? known : undefined, entry);
  if (isKeptHere(here, entry, known)) return { kind: "refused", reason: "kept" };
  if (hasOthersRevision(here, entry)) return { kind: "refused", reason: "othersRevision" };
  const admission = compare(here, entry, known);
  if (admission.kind === "same" || admission.kind === "refused") return admission;
  const session =
    entry.kind === "session" || entry.kind === "panel" || entry.kind === "sealedScorecard"
      ? shutBy(here, entry)
      : undefined;
  return session ? { kind: "refused", reason: "openSession", session } : admission;
}

/** @returns what is to be written. @param isTaken whether somebody said to take what asks for it */
export function toWrite(admission: Admission, isTaken: boolean): Entry | null {
  switch (admission.kind) {
    case "new":
      return admission.entry;
    case "newer":
      return admission.asked === null || isTaken ? admission.entry : null;
    case "conflict":
      return isTaken ? admission.entry : null;
    default:
      return null;
  }
}

/** @returns whether a click can take what otherwise stays out */
export function isOffered(admission: Admission): boolean {
  return toWrite(admission, false) === null && toWrite(admission, true) !== null;
}

function withoutFalseClaims(here: Here, entry: Entry, known: Entry | undefined): Entry {
  const value = rulesOf<EntryKind>(entry).protect?.(entry.value, known?.value, here.knows.shippedGuide);
  return value === undefined || value === entry.value ? entry : ({ ...entry, value } as Entry);
}

function deletedAtOf(here: Here, entry: Entry, known: Entry | undefined): number | null {
  // An interview that is new here is left out as well where its panel was deleted with the candidate.
  const session = entry.kind === "session" ? entry.value.session : entry.opened?.first.session;
  const panelId = known === undefined ? session?.panel?.panelId : undefined;
  const ids = [...subjectsOf(entry), ...(panelId === undefined ? [] : [panelId])];
  const deletions = ids.flatMap((id) => tombstoneOf(here.entries, id)?.deletedAt ?? []);
  return deletions.length > 0 ? Math.min(...deletions) : null;
}

/** A session or a panel brings its guide along; what is of a panel, or logged of anything, comes in after it. */
function isAlone({ entries, subjectIds }: Here, entry: Entry): boolean {
  if (entry.kind === "auditEntry") return subjectsOf(entry).some((id) => !subjectIds.has(id));
  const needed = neededKey(entry);
  return needed !== null && entry.kind !== "session" && entry.kind !== "panel" && !entries.has(needed);
}

/** Some kinds have no time or no tombstone to tell which of two came last, and one has a name in it. */
function isKeptHere({ knows }: Here, { kind, value }: Entry, known: Entry | undefined): boolean {
  switch (kind) {
    case "archivedGuide":
      return knows.guideLine(value.lineId);
    case "exportMade":
      return known === undefined && knows.exportLeft(value.id);
    case "hold":
      return known === undefined && !knows.candidate(value.candidateKey);
    default:
      return false;
  }
}

/** Revisions are kept by their ids alone: it would take another scorecard's away. */
function hasOthersRevision({ revised }: Here, { kind, value }: Entry): boolean {
  if (kind !== "session") return false;
  return value.revisions.some(({ id }) => (revised.get(id) ?? value.session.id) !== value.session.id);
}

/** @returns the session that is to be submitted first; undefined where the entry holds no other's ratings of its candidate */
function shutBy(
  { open, entries, personOf }: Here,
  entry: EntryOf<"session"> | EntryOf<"panel"> | EntryOf<"sealedScorecard">,
): Session | undefined {
  const { kind, value } = entry;
  if (kind === "session") return shuttingSession(open, value, personOf);
  // What a debrief agreed is told of everybody's ratings.
  if (kind === "panel")
    return debriefBeganAt(value.debrief) === null ? undefined : shutting(open, value, null, personOf);
  const panel = entries.get(keyOf("panel", value.panelId));
  if (panel?.kind !== "panel" || entry.isSealed) return undefined;
  const first = entry.opened?.first;
  const rater = first?.session.panel ? raterOf(first.session) : raterOfRow(value);
  return shutting(open, panel.value, rater, personOf) ?? (first && shuttingSession(open, first, personOf));
}

/**
 * What comes in, what is listed, found, read and exported of an interview: all ask this, whatever its status. One that is not
 * submitted holds ratings and notes as well. The screens on which an interview is worked on, its hand-over and the download of
 * what could not be saved do not ask. Of two open interviews with one candidate nobody can tell whose hands are on the keys, so
 * each seals the other: on a shared computer both could be neither gone on with nor submitted. Thus whoever has such a screen
 * opened can read it; nothing shows it unasked, and its exports wait until the other one is submitted.
 *
 * @param open the sessions of this machine that are not submitted yet
 * @param personOf who a candidate's name stands for
 * @returns the session that is to be submitted before that one's ratings and notes may be read; undefined where they may be
 */
export function shuttingSession(
  open: readonly Session[],
  { session, answers }: Pick<KeptSession, "session" | "answers">,
  personOf: PersonOf,
): Session | undefined {
  if (withoutFalseSample(session).sample) return undefined;
  // A plan holds no ratings, whatever a file calls one that does.
  if (session.status === "planned" && Object.keys(answers).length === 0) return undefined;
  const panel = { id: session.panel?.panelId ?? "", candidate: session.candidate };
  return shutting(open, panel, raterOf(session), personOf);
}

function shutting(
  open: readonly Session[],
  panel: Pick<Panel, "id" | "candidate">,
  rater: SessionRater | null,
  personOf: PersonOf,
): Session | undefined {
  return open.find(
    (one) => isToSubmit(one, panel, personOf) && (rater === null || !isSameRater(raterOf(one), rater)),
  );
}

function raterOfRow({ panelId, sessionId, interviewerId, interviewer }: PanelScorecardRow): SessionRater {
  return { sessionId, panelId, interviewerId, interviewer };
}

function isOtherKey({ entries }: Here, { value, publicKey }: EntryOf<"panelKey">): boolean {
  const panel = entries.get(keyOf("panel", value.panelId));
  return publicKey !== undefined && panel?.kind === "panel" && panel.value.publicKey !== publicKey;
}

function compare(here: Here, entry: Entry, known: Entry | undefined): Admission {
  if (entry.kind === "sealedScorecard") {
    return compareScorecards(here, entry, known?.kind === "sealedScorecard" ? known : undefined);
  }
  if (!known) {
    if (isReleased(here, entry)) return { kind: "same", isOlder: true };
    return isSeatTaken(here, entry) ? { kind: "same", isOlder: false } : { kind: "new", entry };
  }
  if (entry.kind === "session" && known.kind === "session") return compareSessions(known, entry);
  return compareByRank(here, known, entry);
}

/** A hold that was released here since it was placed is over, whatever file still has it. */
function isReleased({ takenBack }: Here, { kind, value }: Entry): boolean {
  if (kind !== "hold") return false;
  const releasedAt = takenBack.holdAt(value.candidateKey);
  return releasedAt !== null && releasedAt >= value.heldAt;
}

/** What is set here stays. Who is who is known of one candidate after another: a merge of others is no other setting. */
function joinSettings(
  { knows, takenBack }: Here,
  known: EntryOf<"setting"> | undefined,
  entry: EntryOf<"setting">,
): Admission {
  if (entry.value.key !== MERGED_NAMES) return { kind: "refused", reason: "kept" };
  const merges = settingToMerges(known?.value.value);
  const more = settingToMerges(entry.value.value);
  const knownKeys = new Set<string>();
  // Of somebody who was deleted here no name comes back.
  const isKnown = (key: string) => knows.candidate(key) || knownKeys.has(key);
  for (const { name, intoName } of more)
    if (isKnown(candidateKey(name))) knownKeys.add(candidateKey(intoName));
  const joined = joinMerges(merges, more, (key) => isKnown(key) && !takenBack.merge(key));
  if (joined.length === merges.length) return { kind: "refused", reason: "kept" };
  return known
    ? { kind: "newer", entry: { kind: "setting", value: { ...known.value, value: joined } }, asked: null }
    : { kind: "new", entry: { kind: "setting", value: { ...entry.value, value: joined } } };
}

/** An invitation was accepted once where a session of its seat is here: a further plan of it says nothing new. */
function isSeatTaken({ seats }: Here, entry: Entry): boolean {
  const seat = seatOf(entry);
  return (
    entry.kind === "session" &&
    entry.value.session.status === "planned" &&
    seat !== null &&
    seats.has(seat[0])
  );
}

function compareByRank(here: Here, known: Entry, entry: Entry): Admission {
  const [textHere, text] = [canonicalText(known.value), canonicalText(entry.value)];
  if (textHere === text) return { kind: "same", isOlder: false };
  const { rank, isWritten } = rulesOf<EntryKind>(entry);
  const conflict = { kind: "conflict", entry, here: null, incoming: null } as const;
  if (typeof rank !== "function") return { ...conflict, entry: null };
  const difference = compareRanks(rank(entry.value), rank(known.value));
  if (difference === 0 && isWritten) return conflict;
  if (difference < 0 || (difference === 0 && text < textHere)) return { kind: "same", isOlder: true };
  const isLed = known.kind === "panel" && mayBeLed(here, known.value);
  return { kind: "newer", entry, asked: isLed ? "lead" : null };
}

/**
 * Where a panel is led from, it is the original, and what comes in is a copy. A panel without a key does not tell where that
 * is: what was written in its debrief is not given up unasked anywhere.
 */
function mayBeLed({ ledIds }: Here, { id, publicKey, debrief }: Panel): boolean {
  return ledIds.has(id) || (publicKey === null && debrief.startedAt !== null);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  return a.map((rank, at) => rank - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function compareSessions({ value: here }: EntryOf<"session">, entry: EntryOf<"session">): Admission {
  const { value: file } = entry;
  if (contentOf(here) === contentOf(file)) {
    const found = compareRevisions(here.revisions, file.revisions);
    if (found.kind === "conflict") return conflictOf(here, file, null);
    if (found.fresh.length === 0)
      return { kind: "same", isOlder: here.revisions.length > file.revisions.length };
    const revisions = mergeRevisions(here.revisions, found.fresh);
    const { interviewer } = here.session;
    return {
      kind: "newer",
      entry: { kind: "session", value: { ...here, revisions } },
      asked: { interviewer, revisions: found.fresh, isOwn: true },
    };
  }
  // Clocks of two machines part: when a page was seen says nothing of which of two that were handed over is newer.
  const isAway = here.session.handedOverAt !== undefined;
  const [timed, timedFile] = isAway ? [withoutSeen(here), withoutSeen(file)] : [here, file];
  const [isHereAhead, isFileAhead] = [hasMoreThan(timed, timedFile), hasMoreThan(timedFile, timed)];
  const isSubmitted = file.session.status === "submitted";
  if (here.session.status === "submitted") {
    const isOlder = !isSubmitted && isHereAhead && !isFileAhead;
    return isOlder ? { kind: "same", isOlder } : conflictOf(here, file, null);
  }
  if (isHereAhead && !isFileAhead && !isSubmitted) return { kind: "same", isOlder: true };
  if (here.session.status === "live" && !isAway) return conflictOf(here, file, null);
  if ((isFileAhead || isAway) && !isHereAhead) return { kind: "newer", entry, asked: null };
  return conflictOf(here, file, entry);
}

function conflictOf(here: KeptSession, file: KeptSession, entry: Entry | null): Admission {
  return { kind: "conflict", entry, here: whoseSession(here), incoming: whoseSession(file) };
}

/** @returns what tells a session from another of its id */
export function whoseSession(kept: KeptSession): Whose {
  const { interviewer, panel, status, submittedAt } = kept.session;
  const answers = Object.values(kept.answers);
  const areas = answers.flatMap((answer) => Object.values(answer.areas));
  return {
    interviewer,
    seat: panel?.interviewerId ?? null,
    status,
    at: submittedAt ?? Math.max(...partTimes(kept).values()),
    ratings: areas.filter(({ rating }) => rating !== null).length,
    notes: areas.filter(({ note }) => note !== "").length + answers.flatMap(({ notes }) => notes).length,
  };
}

/** @returns what two of one session that hold the same share: revisions are apart from it */
export function contentOf({ session, answers }: KeptSession): string {
  return canonicalText([withoutMarks(session), answers]);
}

/** The mark of a hand-over says where a session goes on, and a submission that can be taken back is none yet. */
function withoutMarks({ handedOverAt: _mark, submitsAt: _pending, ...session }: Session) {
  return session;
}

function withoutSeen(kept: KeptSession): KeptSession {
  return { ...kept, session: { ...kept.session, seenAt: null } };
}

/** @returns when each part of a session was last changed (epoch ms): the answers by question id, the session under "" */
function partTimes({ session, answers }: KeptSession): ReadonlyMap<string, number> {
  return new Map([
    ["", Math.max(session.updatedAt, session.seenAt ?? 0)],
    ...Object.values(answers).map(({ questionId, updatedAt }) => [questionId, updatedAt] as const),
  ]);
}

/**
 * @returns whether a part of the one was changed after the same part of the other, is missing there, or says something else
 * of the same moment: nobody can tell then which of the two is newer
 */
function hasMoreThan(one: KeptSession, other: KeptSession): boolean {
  const times = partTimes(other);
  return Array.from(partTimes(one)).some(([part, time]) => {
    const known = times.get(part) ?? -Infinity;
    return time > known || (time === known && partText(one, part) !== partText(other, part));
  });
}

function partText({ session, answers }: KeptSession, part: string): string {
  return canonicalText(part === "" ? withoutMarks(session) : answers[part]);
}

/** @returns what differs once what is here of a person's writing was changed; null for what has rules without it */
export function stampOf(entry: Entry | undefined): string | number | null {
  if (entry?.kind === "sealedScorecard") return sha256(entry.value.text);
  if (entry?.kind === "panel") return entry.value.updatedAt;
  // Merges are joined with those that are here.
  if (entry?.kind === "setting") return canonicalText(entry.value);
  if (entry?.kind !== "session") return null;
  const times = [...partTimes(entry.value).values()].reduce((sum, at) => sum + at, 0);
  return JSON.stringify([times, ...entry.value.revisions.map(({ id }) => id)]);
}

/** A revision that is here never changes either. */
function compareRevisions(
  here: readonly Revision[],
  file: readonly Revision[],
): { readonly kind: "conflict" } | { readonly kind: "fine"; readonly fresh: readonly Revision[] } {
  const known = new Map(here.map((revision) => [revision.id, canonicalText(revision)]));
  const isOther = file.some(
    (revision) => (known.get(revision.id) ?? canonicalText(revision)) !== canonicalText(revision),
  );
  if (isOther) return { kind: "conflict" };
  return { kind: "fine", fresh: file.filter(({ id }) => !known.has(id)) };
}

function compareScorecards(
  here: Here,
  entry: EntryOf<"sealedScorecard">,
  known: EntryOf<"sealedScorecard"> | undefined,
): Admission {
  const { value, opened } = entry;
  if (known?.value.text === value.text) return { kind: "same", isOlder: false };
  const refusal = opened && misplaced(here, value, opened);
  if (refusal) return { kind: "refused", reason: refusal };
  const library = here.entries.get(keyOf("session", value.sessionId));
  const own =
    library?.kind === "session" && library.value.session.status === "submitted" ? library.value : undefined;
  if (known && (!known.opened || !opened)) return { kind: "refused", reason: "shut" };
  if (!known) {
    const seated = here.seats.get(seatKey("sealedScorecard", value.panelId, value.interviewerId));
    if (seated !== undefined && seated !== value.sessionId)
      return { kind: "refused", reason: "secondSession" };
  }
  if (!opened) return { kind: "new", entry };
  const file = keptOf(opened);
  const kept = known?.opened && keptOf(known.opened);
  if (isHidden(file) || (kept && isHidden(kept))) return compareHidden(entry, file, own, kept);
  for (const one of [own, kept])
    if (one && contentOf(one) !== contentOf(file)) return conflictOf(one, file, null);
  const revisions = mergeRevisions(own?.revisions ?? [], kept?.revisions ?? []);
  const found = compareRevisions(revisions, file.revisions);
  if (found.kind === "conflict") return conflictOf(own ?? kept ?? file, file, null);
  if (!kept && !own) return { kind: "new", entry };
  if (found.fresh.length === 0) {
    return kept
      ? { kind: "same", isOlder: revisions.length > file.revisions.length }
      : { kind: "new", entry };
  }
  const merged = { first: opened.first, revisions: mergeRevisions(revisions, found.fresh) };
  const { interviewer } = opened.first.session;
  return {
    kind: "newer",
    entry: { ...entry, opened: merged },
    asked: { interviewer, revisions: found.fresh, isOwn: own !== undefined },
  };
}

/**
 * Compares where one or the other is without its recommendation. What is whole here stays; what is not becomes whole, unasked
 * where it brings no revision, since nothing that was there is given up.
 */
function compareHidden(
  entry: EntryOf<"sealedScorecard">,
  file: KeptSession,
  own: KeptSession | undefined,
  kept: KeptSession | undefined,
): Admission {
  for (const one of [own, kept]) {
    if (!one) continue;
    const [here, incoming] = [hideRecommendation(one), hideRecommendation(file)];
    const isOther = compareRevisions(here.revisions, incoming.revisions).kind === "conflict";
    if (isOther || contentOf(here) !== contentOf(incoming)) return conflictOf(one, file, null);
  }
  if (!kept) return { kind: "new", entry };
  const isNew = ({ id }: Revision, others: KeptSession) => others.revisions.every((one) => one.id !== id);
  const fresh = file.revisions.filter((revision) => isNew(revision, kept));
  const isOlder = !isHidden(kept) || kept.revisions.some((revision) => isNew(revision, file));
  if (isOlder || (isHidden(file) && fresh.length === 0)) return { kind: "same", isOlder };
  const { interviewer } = file.session;
  const asked = { interviewer, revisions: fresh, isOwn: own !== undefined };
  return { kind: "newer", entry, asked: fresh.length > 0 ? asked : null };
}

function isHidden({ session }: KeptSession): boolean {
  return session.recommendationHidden === true;
}

function keptOf({ first: { session, answers }, revisions }: Scorecard): KeptSession {
  return { session, answers, revisions };
}

function misplaced(
  { entries, personOf }: Here,
  { panelId }: PanelScorecardRow,
  { first: { session } }: Scorecard,
): "otherPanel" | "otherCandidate" | "notSubmitted" | null {
  if (session.status !== "submitted") return "notSubmitted";
  const panel = entries.get(keyOf("panel", panelId));
  if (panel?.kind !== "panel") return null;
  const isPlanned = session.panel?.panelId === panelId;
  if (session.panel && !isPlanned && panel.value.publicKey !== null) return "otherPanel";
  // Whoever was invited before the lead put the candidate's name right has it as it was.
  return isPlanned || personOf(session.candidate) === personOf(panel.value.candidate)
    ? null
    : "otherCandidate";
}

/** What some entries come to. */
export interface Admitted {
  /** One for each of them, in their order. */
  readonly entries: readonly {
    readonly entry: Entry;
    readonly admission: Admission;
    /** What is here under its key, if anything. */
    readonly here: Entry | undefined;
  }[];
  /** What is here and was deleted where they come from. */
  readonly removed: readonly Entry[];
  /** What is here then, as far as it bears on what comes in next: without what was under the keys of these. */
  readonly after: Here;
}

/**
 * Admits entries that come together, in the order of a backup. What came in before counts: a panel for its scorecards, the
 * first session of a seat. What a tombstone names is deleted, here and in what comes in.
 */
export function admitAll(here: Here, incoming: readonly Entry[]): Admitted {
  const cameIn = new Map<string, Entry>();
  const now = {
    ...here,
    entries: new Map(here.entries),
    seats: new Map(here.seats),
    revised: new Map(here.revised),
    ledIds: new Set(here.ledIds),
    subjectIds: new Set(here.subjectIds),
  };
  const entries = incoming.map((entry) => {
    const admission = admit(now, entry);
    const put = toWrite(admission, false);
    if (put?.kind === "tombstone" || put?.kind === "panel") cameIn.set(entryKey(put), put);
    if (put?.kind === "panelKey") now.ledIds.add(put.value.panelId);
    if (put?.kind === "session" || put?.kind === "panel" || put?.kind === "deletedByHand")
      for (const id of subjectsOf(put)) now.subjectIds.add(id);
    const [seat, sessionId] = (put && seatOf(put)) ?? [];
    if (seat !== undefined && sessionId !== undefined && !now.seats.has(seat)) now.seats.set(seat, sessionId);
    const offered = toWrite(admission, true);
    if (offered?.kind === "session")
      for (const { id } of offered.value.revisions) now.revised.set(id, offered.value.session.id);
    if (put) now.entries.set(entryKey(put), put);
    return { entry, admission, here: here.entries.get(entryKey(entry)) };
  });
  const isDeleted = (entry: Entry, backup: Backup) =>
    subjectsOf(entry).some((id) => tombstoneOf(backup, id) !== undefined);
  return {
    entries,
    removed: [...here.entries.values()].filter(
      (entry) => isDeleted(entry, now.entries) && !isDeleted(entry, here.entries),
    ),
    after: { ...now, entries: cameIn },
  };
}

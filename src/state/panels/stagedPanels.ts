import {
  admit,
  nothingTakenBack,
  seatKey,
  type Admission,
  type Here,
  type Whose,
} from "../../domain/admission/admission.ts";
import { toBackup, withoutFalseSample, type Entry, type EntryOf } from "../../domain/admission/entries.ts";
import type { PersonOf } from "../../domain/candidates/nameMerges.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import {
  attendanceOf,
  debriefBeganAt,
  interviewerIdOf,
  isSamplePanel,
  newPanel,
  type Panel,
} from "../../domain/panels/panel.ts";
import { nameToKey } from "../../domain/text/nameKey.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import type { Session } from "../../domain/session/session.ts";
import type { OpenPanel } from "../../interchange/formats/debriefFile.ts";
import type { FileError } from "../../interchange/files/decoding.ts";
import { seal, type KeyPair } from "../../interchange/files/encryption.ts";
import { encodeSessionFile } from "../../interchange/formats/sessionFile.ts";
import type { PanelScorecardRow } from "../../domain/backups/storedRows.ts";
import { isolated } from "../../domain/text/isolated.ts";
import { readPersons } from "../../storage/candidates/nameMerges.ts";
import { readTombstones } from "../../storage/candidates/tombstones.ts";
import {
  listPanels,
  readOpenSessions,
  readPanel,
  readPanelKeys,
  type PanelAddition,
} from "../../storage/panels/panels.ts";
import { loadRevisions } from "../../storage/session/revisions.ts";
import type { RecoveredPanel } from "../../interchange/files/recoveryFile.ts";
import { loadWholeSession } from "../../storage/session/sessions.ts";
import type { AppParts } from "../app/appContext.ts";
import { isShipped } from "../guides/shippedGuides.ts";
import { refusalToText } from "../session/refusalMessage.ts";
import { commitmentProblem } from "./commitment.ts";
import { openScorecardText } from "./scorecardTexts.ts";

/** Why a file is not in. */
export type FileRefusal =
  /** Sealed to no key that is here, or changed in its first lines; a recovery file that holds another panel's key. */
  | "otherKey"
  | "tampered"
  | "otherPanel"
  | "otherCandidate"
  | "newer"
  /** No file of this app, or one of another kind. */
  | "notScorecard"
  /** Something in it is not as it must be; the errors say what. */
  | "damaged"
  | "notSubmitted"
  /** The scorecard is already here with different content, and a submitted scorecard never changes. */
  | "conflict"
  /** The interviewer's scorecard is in, from another session. */
  | "secondSession"
  /** Others' scorecards would come onto a machine with an open session. */
  | "openSession"
  /** It, or its panel, was deleted here with its candidate. */
  | "deleted";

/** What came of one file. */
export type FileResult =
  | {
      /**
       * "revised": it was in, and the file has what is new to it. "waits": it is not in before somebody says so. "restored":
       * a recovery file brought the panel, "key" its key, "team" what its team is led with. "same": it brought nothing new. "conflict": a debrief file says otherwise of a scorecard that is in; that one stays.
       */
      readonly kind: "added" | "revised" | "waits" | "restored" | "key" | "team" | "same" | "conflict";
      readonly panelId: string;
      readonly candidate: string;
      /** Empty for a debrief file, which holds all, and for a recovery file, which holds none. */
      readonly interviewer: string;
      /** What of the file is not in before somebody says so. */
      readonly waiting: readonly Waiting[];
      /** What of a debrief file is not in, and why. */
      readonly problems: readonly Problem[];
      /** Whether this device leads the panel's team by it, and did not before. */
      readonly isTeamRestored?: boolean;
    }
  | { readonly kind: "refused"; readonly reason: FileRefusal; readonly errors: readonly Problem[] };

/** Why something is not in. */
export interface Problem extends FileError {
  /** What tells the two apart where the one that is in has other content. */
  readonly both?: { readonly here: Whose; readonly incoming: Whose };
}

/** What a file has that is taken when somebody says so: they know whose it is, and a file can say anything. */
export interface Waiting {
  /** What is said to `addScorecardFiles` to take it: the id of the session, or of the panel. */
  readonly key: string;
  /**
   * "seat": the scorecard of somebody who was not planned. "name": one with another name for the candidate. "locked": that
   * of a seat whose own device delivered one, which is still locked. "panel": the debrief as the file has it, in place of the one here.
   */
  readonly kind: "revision" | "seat" | "name" | "locked" | "panel";
  /** Whose; empty for a panel. */
  readonly interviewer: string;
  /** The candidate, as a scorecard has the name. */
  readonly named?: string;
  /** When the last of them was made, epoch ms. */
  readonly at: number;
  /** Whether the scorecard is one of this device's library. */
  readonly isOwn: boolean;
}

export function refused(reason: FileRefusal, message: string, path = "", both?: Problem["both"]): FileResult {
  return { kind: "refused", reason, errors: [{ path, message, ...(both && { both }) }] };
}

/** A panel as it is to be after the transaction. */
interface StagedPanel {
  panel: Panel;
  guide: Guide;
  /** As it was read; null for one that is not here. */
  readonly before: PanelAddition["before"];
  secretKey: string | undefined;
  /** By session id. */
  readonly rows: Map<string, PanelScorecardRow>;
  /** When each scorecard came in (epoch ms) that an interviewer's own device delivered and that is still locked, by interviewer id. */
  readonly lockedAt: ReadonlyMap<string, number>;
  /** Scorecards that were opened already, by session id. */
  readonly opened: Map<string, Scorecard>;
  /** The sessions whose rows are new or changed. */
  readonly changedIds: Set<string>;
  /** Also where no scorecard is: by a debrief file. */
  isPanelChanged: boolean;
  /** By a recovery file. */
  isKeyNew: boolean;
  /** By a recovery file, which had the whole panel. */
  isRestored: boolean;
}

/** @param known what is known of it beyond that */
function newStagedPanel(panel: Panel, guide: Guide, known: Partial<StagedPanel> = {}): StagedPanel {
  return {
    panel,
    guide,
    before: null,
    secretKey: undefined,
    rows: new Map(),
    lockedAt: new Map(),
    opened: new Map(),
    changedIds: new Set(),
    isPanelChanged: false,
    isKeyNew: false,
    isRestored: false,
    ...known,
  };
}

/** What files are laid out into, before anything is written. */
export interface Staging {
  readonly app: AppParts;
  readonly panelId: string | null;
  /** Secret keys, by panel id. */
  readonly keys: Map<string, string>;
  /** From recovery files, of panels that are not here. */
  readonly strays: readonly KeyPair[];
  /** Panels of this device that were made of plain files, by candidate and role. */
  readonly plainIds: Map<string, string>;
  readonly panels: Map<string, StagedPanel>;
  /** The sessions of this device that are not submitted yet. */
  readonly open: readonly Session[];
  /** Who a candidate's name stands for here. */
  readonly personOf: PersonOf;
  /** The keys of what somebody said to take. */
  readonly taken: readonly string[];
  /** Whether it comes from the seat's own device, which signed it; a file can come from anybody who has an invitation. */
  readonly isFromSeat: boolean;
}

/**
 * @param panelId the panel that all files are for; null where each has its own
 * @param pairs from recovery files: the panels here that had lost their keys have them back
 * @param taken the keys of what somebody said to take
 * @param isFromSeat whether the seat's own device is known to have sent it
 */
export async function beginStaging(
  app: AppParts,
  panelId: string | null,
  pairs: readonly KeyPair[],
  taken: readonly string[],
  isFromSeat = false,
): Promise<Staging> {
  const [keys, listed, open, { of: personOf }] = await Promise.all([
    readPanelKeys(app.database),
    // What is for one panel needs nothing of the others, which may be a thousand.
    panelId === null || pairs.length > 0 ? listPanels(app.database) : [],
    readOpenSessions(app.database),
    readPersons(app.database),
  ]);
  const plain = listed.filter(({ panel }) => panel.publicKey === null);
  const here = new Set(listed.map(({ panel: { publicKey } }) => publicKey));
  const staging: Staging = {
    app,
    panelId,
    keys: new Map(keys),
    strays: panelId === null ? pairs.filter(({ publicKey }) => !here.has(publicKey)) : [],
    plainIds: new Map(plain.map(({ panel }) => [keyOfCandidate(personOf, panel), panel.id])),
    panels: new Map(),
    open,
    personOf,
    taken,
    isFromSeat,
  };
  for (const { panel, hasKey } of listed) {
    if (hasKey || (panelId !== null && panel.id !== panelId)) continue;
    const pair = pairs.find(({ publicKey }) => publicKey === panel.publicKey);
    const staged = pair && (await stagedPanel(staging, panel.id));
    if (staged) takeBackKey(staging, staged, pair);
  }
  return staging;
}

function takeBackKey({ keys }: Staging, staged: StagedPanel, { secretKey }: KeyPair): void {
  staged.secretKey = secretKey;
  staged.isKeyNew = true;
  keys.set(staged.panel.id, secretKey);
}

function keyOfCandidate(
  personOf: PersonOf,
  { candidate, role }: { readonly candidate: string; readonly role: string },
): string {
  return JSON.stringify([personOf(candidate), nameToKey(role)]);
}

/** @returns the panel of this device as it is staged so far; undefined where there is none of that id */
export async function stagedPanel({ app, panels }: Staging, id: string): Promise<StagedPanel | undefined> {
  const known = panels.get(id);
  if (known) return known;
  const stored = await readPanel(app.database, id);
  if (!stored) return undefined;
  const staged = newStagedPanel(stored.panel, stored.guide, {
    before: { panel: stored.panel, rows: stored.rows },
    secretKey: stored.secretKey,
    rows: new Map(stored.rows.map((row) => [row.sessionId, row])),
    lockedAt: stored.lockedAt,
  });
  panels.set(id, staged);
  return staged;
}

/** @returns what is to be written; null where nothing changed */
export function stagedToAddition(staged: StagedPanel): PanelAddition | null {
  const { panel, guide, before, rows, changedIds, isPanelChanged, isKeyNew, secretKey = null } = staged;
  if (changedIds.size === 0 && !isPanelChanged && !isKeyNew) return null;
  const changed = [...rows.values()].filter(({ sessionId }) => changedIds.has(sessionId));
  return { panel, guide, before, rows: changed, secretKey: isKeyNew ? secretKey : null };
}

/** What opened a sealed file: the key of a panel, or a stray one. */
export type OpenedBy =
  | { readonly kind: "panel"; readonly secretKey: string; readonly panelId: string }
  | ({ readonly kind: "stray" } & KeyPair);

/** @returns the panel that a scorecard goes into, begun where there is none; undefined where it is of another panel */
export async function panelFor(
  staging: Staging,
  scorecard: Scorecard,
  openedBy: OpenedBy | null,
): Promise<StagedPanel | undefined> {
  if (staging.panelId !== null) return stagedPanel(staging, staging.panelId);
  if (openedBy?.kind === "panel") return stagedPanel(staging, openedBy.panelId);
  const { session } = scorecard.first;
  const planned = session.panel && (await stagedPanel(staging, session.panel.panelId));
  if (openedBy) {
    if (!session.panel || planned || session.panel.publicKey !== openedBy.publicKey) return undefined;
    // The key outlived the panel: a browser that lost one lost both. The scorecards say what the panel was.
    const staged = stageNewPanel(staging, session.panel.panelId, scorecard, openedBy.publicKey);
    takeBackKey(staging, staged, openedBy);
    return staged;
  }
  if (planned) return planned;
  const key = keyOfCandidate(staging.personOf, session);
  const plainId = staging.plainIds.get(key);
  if (plainId !== undefined) return stagedPanel(staging, plainId);
  const staged = stageNewPanel(staging, staging.app.newId(), scorecard, null);
  staging.plainIds.set(key, staged.panel.id);
  return staged;
}

/** Begins a panel that has no interviewers yet, for the candidate of a scorecard. */
function stageNewPanel(
  { app: { clock }, panels }: Staging,
  id: string,
  { first: { session, guide } }: Scorecard,
  publicKey: string | null,
): StagedPanel {
  const { candidate, role, level, remote, guideId, createdAt } = session;
  const plan = { candidate, role, level, remote, guideId, interviewers: [], leadId: null };
  // One that is known elsewhere is no newer than what it is made of.
  const staged = newStagedPanel(
    newPanel(id, plan, publicKey, publicKey === null ? clock.now() : createdAt),
    guide,
  );
  panels.set(id, staged);
  return staged;
}

/**
 * Has a panel be as its recovery file has it, with its key, where it is not here, or is older here. What was agreed and decided
 * is not in the file. So a panel whose debrief began here stays as it is, but for interviewers who are new in the file; and one
 * that the file brings is no newer than the start of its debrief. Thus a debrief file or a backup can still bring the rest.
 *
 * @returns why it can't be; null where it is here then
 */
export async function stageRecovered(
  staging: Staging,
  { panel, guide, pair }: RecoveredPanel,
): Promise<FileResult | null> {
  const { id } = panel;
  if (staging.panelId !== null && staging.panelId !== id) return null;
  const here = await stagedPanel(staging, id);
  if (!here || here.panel.updatedAt < panel.updatedAt) {
    // Whoever has the key is the lead.
    const taken = [...staging.taken, id];
    const recovered = recoveredPanel(panel, here?.panel);
    const result = await stageDebrief({ ...staging, taken }, { panel: recovered, guide, scorecards: [] });
    if (result.kind === "refused") return result;
  }
  const staged = await stagedPanel(staging, id);
  if (staged && staged.panel.publicKey === pair.publicKey) {
    staged.isRestored = !here;
    if (staged.secretKey === undefined) takeBackKey(staging, staged, pair);
  }
  return null;
}

function recoveredPanel(panel: Panel, here: Panel | undefined): Panel {
  if (here && debriefBeganAt(here.debrief) !== null) {
    const known = new Set(here.interviewers.map(({ id }) => id));
    const added = panel.interviewers.filter(({ id }) => !known.has(id));
    return { ...here, interviewers: [...here.interviewers, ...added] };
  }
  const began = debriefBeganAt(panel.debrief);
  return began === null ? panel : { ...panel, updatedAt: Math.max(began, here?.updatedAt ?? 0) };
}

/** What the law of what comes in is to know of this device, for a panel as it is staged so far. */
async function hereFor(
  { app: { database }, open, personOf }: Staging,
  id: string,
  staged: StagedPanel | undefined,
  session: Session | null,
): Promise<Here> {
  const ids = [id, ...(session ? [session.id] : []), ...(session?.panel ? [session.panel.panelId] : [])];
  const [tombstones, own, revisions] = await Promise.all([
    readTombstones(database, ids),
    session && loadWholeSession(database, session.id),
    session && loadRevisions(database, session.id),
  ]);
  const entries: Entry[] = tombstones.map((value) => ({ kind: "tombstone", value }));
  if (staged?.before || staged?.isPanelChanged) entries.push({ kind: "panel", value: staged.panel });
  if (own && revisions)
    entries.push({ kind: "session", value: { session: own.session, answers: own.answers, revisions } });
  const row = session && staged && (await openedRow(staged, session.id));
  if (row) entries.push(row);
  // Of its own seat alone: a panel has up to a thousand.
  const seat = session && interviewerIdOf({ id }, session);
  const seats = new Map<string, string>();
  for (const { interviewerId, sessionId } of staged?.rows.values() ?? []) {
    if (interviewerId === seat) seats.set(seatKey("sealedScorecard", id, seat), sessionId);
  }
  return {
    entries: toBackup(entries),
    open,
    seats,
    // A panel keeps its scorecards whole, each with its own.
    revised: new Map(),
    subjectIds: new Set(),
    ledIds: new Set(staged?.secretKey === undefined ? [] : [id]),
    personOf,
    takenBack: nothingTakenBack,
    knows: {
      candidate: () => true,
      guideLine: () => false,
      exportLeft: () => false,
      shippedGuide: isShipped,
    },
  };
}

async function openedRow(
  { rows, opened, secretKey }: StagedPanel,
  sessionId: string,
): Promise<EntryOf<"sealedScorecard"> | undefined> {
  const value = rows.get(sessionId);
  if (!value) return undefined;
  const known =
    opened.get(sessionId) ?? (await openScorecardText(value.text, secretKey).catch(() => undefined));
  if (!known) return { kind: "sealedScorecard", value };
  opened.set(sessionId, known);
  return { kind: "sealedScorecard", value, opened: known };
}

/** Of what a file is, as a report says it. */
type Report = Pick<
  Exclude<FileResult, { readonly kind: "refused" }>,
  "panelId" | "candidate" | "interviewer"
>;

/** @param text what the scorecard was read from */
export async function stageScorecard(
  staging: Staging,
  staged: StagedPanel,
  scorecard: Scorecard,
  text: string,
  isTextSealed: boolean,
): Promise<FileResult> {
  const { app, taken, isFromSeat } = staging;
  const { first, revisions } = scorecard;
  const session = withoutFalseSample(first.session);
  const attendance = attendanceOf(staged.panel, first);
  const { interviewerId } = attendance;
  const value = {
    ...attendance,
    panelId: staged.panel.id,
    // What came in locked came in then.
    addedAt: (isFromSeat ? staged.lockedAt.get(interviewerId) : undefined) ?? app.clock.now(),
    isFromSeat,
    text,
  };
  const mustSeal = staged.secretKey !== undefined;
  const opened = { first: { ...first, session }, revisions };
  const here = await hereFor(staging, staged.panel.id, staged, session);
  // A panel that these files begin is there for them.
  const panel = toBackup([{ kind: "panel", value: staged.panel }]);
  const admission = admit(
    { ...here, entries: new Map([...here.entries, ...panel]) },
    { kind: "sealedScorecard", value, opened, ...(mustSeal && { isSealed: true }) },
  );
  const { candidate } = staged.panel;
  const report: Report = { panelId: staged.panel.id, candidate, interviewer: session.interviewer };
  const said = (
    kind: "added" | "revised" | "waits" | "same",
    waiting: readonly Waiting[] = [],
  ): FileResult => ({
    kind,
    ...report,
    waiting,
    problems: [],
  });
  switch (admission.kind) {
    case "new": {
      const asked = askedFor(staging, staged, session, interviewerId);
      if (asked && !taken.includes(session.id)) {
        const { interviewer, candidate: named } = session;
        const at = value.submittedAt;
        return said("waits", [{ key: session.id, kind: asked, interviewer, named, at, isOwn: false }]);
      }
      addPlace(staged, first.session, interviewerId);
      if (mustSeal === isTextSealed && session === first.session) putText(staged, scorecard, text, value);
      else await putRow(app, staged, opened, value);
      return said("added");
    }
    case "same":
      return said("same");
    case "newer": {
      const waiting = waitingOf(admission, session.id);
      if (waiting && !taken.includes(waiting.key)) return said("revised", [waiting]);
      const { entry } = admission;
      if (entry.kind === "sealedScorecard" && entry.opened) await putRow(app, staged, entry.opened, value);
      return said("revised");
    }
    case "conflict":
      return refused(
        "conflict",
        `${isolated(session.interviewer)}’s scorecard is already here with different content, and a submitted scorecard never changes.`,
        "",
        admission.here && admission.incoming
          ? { here: admission.here, incoming: admission.incoming }
          : undefined,
      );
    case "refused":
      return refusedBy(admission, session, candidate);
  }
}

function waitingOf(admission: Admission, key: string): Waiting | null {
  const asked = admission.kind === "newer" && admission.asked !== "lead" ? admission.asked : null;
  const at = asked?.revisions.at(-1)?.at;
  if (!asked || at === undefined) return null;
  return { key, kind: "revision", interviewer: asked.interviewer, at, isOwn: asked.isOwn };
}

function refusedBy(
  admission: Admission & { readonly kind: "refused" },
  session: Pick<Session, "candidate" | "interviewer">,
  candidate: string,
): FileResult {
  const message = refusalToText(admission, session.interviewer);
  switch (admission.reason) {
    case "otherCandidate":
      return refused(
        "otherCandidate",
        `It is for another candidate: “${isolated(session.candidate)}”, but the panel is for “${isolated(candidate)}”.`,
        "session.candidate",
      );
    case "notSubmitted":
      return refused("notSubmitted", message, "session.status");
    case "shut":
    case "alone":
    case "kept":
    case "othersRevision":
      return refused("otherKey", message);
    default:
      return refused(admission.reason, message);
  }
}

/** @returns why somebody is asked before a scorecard that is new is taken; null where it is taken unasked */
function askedFor(
  { isFromSeat, personOf }: Staging,
  staged: StagedPanel,
  { candidate }: Session,
  interviewerId: string,
): "seat" | "name" | "locked" | null {
  if (isUnknownSeat(staged, interviewerId)) return "seat";
  const isKnown = staged.before !== null && !isFromSeat;
  if (isKnown && personOf(candidate) !== personOf(staged.panel.candidate)) return "name";
  return !isFromSeat && staged.lockedAt.has(interviewerId) ? "locked" : null;
}

/** Anybody who has an invitation can seal to the panel's key: who was planned is known, whoever else sends is asked for. */
function isUnknownSeat({ before, secretKey }: StagedPanel, id: string): boolean {
  if (secretKey === undefined || before === null || isSamplePanel(before.panel)) return false;
  return before.panel.interviewers.every((one) => one.id !== id);
}

/** When and by which way a scorecard came in. */
type Came = Pick<PanelScorecardRow, "addedAt" | "isFromSeat">;

/** One who was not planned has a place of the own. */
function addPlace(staged: StagedPanel, session: Session, id: string): void {
  const { interviewers, updatedAt } = staged.panel;
  if (interviewers.some((one) => one.id === id)) return;
  const place = { id, name: session.interviewer, questionIds: session.questionIds };
  staged.panel = { ...staged.panel, interviewers: [...interviewers, place], updatedAt: updatedAt + 1 };
}

async function putRow(app: AppParts, staged: StagedPanel, scorecard: Scorecard, came: Came): Promise<void> {
  const { first, revisions } = scorecard;
  const plain = encodeSessionFile(first, app.clock.now(), app.appName, revisions);
  const { publicKey } = staged.panel;
  const isToSeal = staged.secretKey !== undefined && publicKey !== null;
  putText(staged, scorecard, isToSeal ? await seal(plain, publicKey) : plain, came);
}

/** @param came how it came in, where it was not here before */
function putText(staged: StagedPanel, scorecard: Scorecard, text: string, came: Came): void {
  const { id } = scorecard.first.session;
  const { addedAt, isFromSeat } = staged.rows.get(id) ?? came;
  staged.rows.set(id, {
    ...attendanceOf(staged.panel, scorecard.first),
    panelId: staged.panel.id,
    addedAt,
    ...(isFromSeat !== undefined && { isFromSeat }),
    text,
  });
  staged.opened.set(id, scorecard);
  staged.changedIds.add(id);
}

/** Takes in a debrief file: its panel, then each scorecard by itself, so that one that can't come in keeps no other out. */
export async function stageDebrief(staging: Staging, open: OpenPanel): Promise<FileResult> {
  const { panel, guide, scorecards } = open;
  const { app, panels, taken } = staging;
  const before = await stagedPanel(staging, panel.id);
  const here = await hereFor(staging, panel.id, before, null);
  const admission = admit(here, { kind: "panel", value: panel });
  const { candidate } = panel;
  if (admission.kind === "refused") return refusedBy(admission, { candidate, interviewer: "" }, candidate);
  const staged = before ?? newStagedPanel(panel, guide, { isPanelChanged: true });
  const waiting: Waiting[] = [];
  const problems: Problem[] = [];
  const kinds = new Set<string>();
  const isAskedFor =
    admission.kind === "conflict" || (admission.kind === "newer" && admission.asked !== null);
  if (isAskedFor && !taken.includes(panel.id)) {
    waiting.push({ key: panel.id, kind: "panel", interviewer: "", at: panel.updatedAt, isOwn: false });
  } else if (before && "entry" in admission && admission.entry?.kind === "panel") {
    before.panel = admission.entry.value;
    before.guide = guide;
    before.isPanelChanged = true;
    kinds.add("revised");
  }
  panels.set(panel.id, staged);
  const problem = await commitmentProblem(app.database, open);
  if (problem !== null) problems.push({ path: "", message: problem });
  for (const scorecard of scorecards) {
    const { first, revisions } = scorecard;
    const text = encodeSessionFile(first, app.clock.now(), app.appName, revisions);
    const result = await stageScorecard(staging, staged, scorecard, text, false);
    if (result.kind === "refused" && result.reason === "openSession" && !before) {
      panels.delete(panel.id);
      return result;
    }
    kinds.add(result.kind === "refused" ? result.reason : result.kind);
    if (result.kind === "refused") problems.push(...result.errors);
    else waiting.push(...result.waiting);
  }
  const report: Report = { panelId: panel.id, candidate, interviewer: "" };
  const isNews = waiting.length > 0 || kinds.has("added") || kinds.has("revised");
  const kind = kinds.has("conflict") ? "conflict" : !before ? "added" : isNews ? "revised" : "same";
  return { kind, ...report, waiting, problems };
}

import { useCallback, useMemo } from "react";
import { useLiveQuery } from "dexie-react-hooks";
import { toError } from "../../domain/text/errorText.ts";
import { shownScorecard } from "../../domain/panels/debrief.ts";
import { personsBy, type PersonOf } from "../../domain/candidates/nameMerges.ts";
import type { StartedPanel } from "../../domain/panels/calibration.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import {
  attendanceOf,
  debriefBeganAt,
  invitedOtherwise,
  newPanel,
  planAnew,
  shutReasonOf,
  type Attendance,
  type Panel,
  type PanelInterviewer,
  type PanelPlan,
  type ShutReason,
  type SettledSeats,
} from "../../domain/panels/panel.ts";
import type { DebriefPart } from "../../domain/panels/debriefParts.ts";
import { settledSeats, type SeatsHere } from "../../domain/panels/seatStatus.ts";
import type { SeatNews } from "../../domain/team/message.ts";
import { mergeRevisions } from "../../domain/session/revision.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { isolated } from "../../domain/text/isolated.ts";
import { encodeDebriefFile, type OpenPanel } from "../../interchange/formats/debriefFile.ts";
import { newKeyPair } from "../../interchange/files/encryption.ts";
import { readPersons } from "../../storage/candidates/nameMerges.ts";
import {
  addPanel,
  changePanel,
  deleteFromPanel,
  deletePanel,
  listPanels,
  putBackPanel,
  putBackScorecard,
  readPanel,
  readPanelContent,
  readPanelKey,
  readPanelRow,
  readPanels,
  type DeletedPanel,
  type DeletedScorecard,
  type PanelContent,
  type PanelListing,
  type StoredPanel,
} from "../../storage/panels/panels.ts";
import { readSeatNews } from "../../storage/panels/board.ts";
import { changePlan } from "../../storage/panels/planning.ts";
import { receivedAtIn } from "../../storage/panels/scorecardRows.ts";
import type { Database } from "../../storage/database.ts";
import { peekLeftDebrief } from "../../storage/leftBehind.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import { beginWork } from "../app/longWork.ts";
import { noteDeletedAmount } from "../backups/backupRecord.ts";
import { openSessionToText } from "../session/refusalMessage.ts";
import { saltsOf, type Salts } from "./commitment.ts";
import { openScorecardText } from "./scorecardTexts.ts";

export type { DeletedPanel, DeletedScorecard, PanelListing } from "../../storage/panels/panels.ts";

/** @returns every panel of this device, the last made first, kept up to date; undefined until they are read */
export function usePanels(): readonly PanelListing[] | undefined {
  const { database } = useApp();
  return useLiveQuery(() => listPanels(database), [database]);
}

/** A panel as it may be shown at any time: who is in and what was asked, no score. */
export interface PanelView {
  readonly panel: Panel;
  /** The guide version that the panel asks from. */
  readonly guide: Guide;
  /** Of each scorecard that is in, the first one in first. */
  readonly attendance: readonly Attendance[];
  /** The sessions whose scorecards came in as files and can be taken out again: none from the start of the debrief on. */
  readonly removableIds: ReadonlySet<string>;
  /** The ids of the interviewers whose scorecards came in, and can't be read here before a seat unlocks them. */
  readonly lockedIds: ReadonlySet<string>;
  /** What of its seats can't be planned otherwise any more. */
  readonly settled: SettledSeats;
  /** What says where its interviewers stand. */
  readonly seats: SeatsHere;
  /** What keeps the scorecards shut on this device; null where `unsealPanels` gives them. */
  readonly shutReason: ShutReason | null;
  /** Whether the panel's secret key is here: sealed files can be added, and a recovery file made. */
  readonly hasKey: boolean;
  /**
   * Gives the scorecards as they were when this was read; sealed ones are opened in memory only. Throws where the panel
   * is shut, or a scorecard can't be opened. It is another function when a scorecard, a revision or the key has come in,
   * and the same where only the panel has changed.
   */
  readonly unseal: () => Promise<readonly Scorecard[]>;
}

/** A panel that is kept up to date, and what may not be in its debrief yet. */
export interface LivePanelView extends PanelView {
  /** What a page that went away had left behind of the debrief, before the panel was read. */
  readonly left: readonly DebriefPart[];
}

/**
 * Only what was written is read again: a key in a note of the debrief changes the panel alone.
 *
 * @returns the panel, kept up to date; null where there is none of that id, undefined until it is read
 */
export function usePanel(id: string): LivePanelView | null | undefined {
  const { database, clock } = useApp();
  const read = useMemo(() => panelReader(database, id), [database, id]);
  const { panel, left = [] } = useLiveQuery(read, [read]) ?? {};
  const guideId = panel?.guideId;
  const content = useLiveQuery(
    () => (guideId === undefined ? undefined : readPanelContent(database, id, guideId)),
    [database, id, guideId],
  );
  const stored = useMemo(() => panel && content && { panel, ...content }, [panel, content]);
  const shutReason = useMemo(() => (stored ? shutReasonOn(stored) : null), [stored]);
  const isShut = shutReason !== null;
  const unsealHere = useCallback(async () => {
    if (!content || isShut) throw new Error("The panel’s scorecards are closed.");
    return unsealContent(content, beginWork(clock));
  }, [content, isShut, clock]);
  const newsById = useLiveQuery(() => readSeatNews(database, id), [database, id]);
  if (panel === null || content === null) return null;
  if (!stored || !newsById) return undefined;
  return { ...viewOf(stored, newsById, shutReason, unsealHere), left };
}

/** @returns the panel as it is now; null where there is none of that id */
export async function readPanelView({ database, clock }: AppParts, id: string): Promise<PanelView | null> {
  const [stored, newsById] = await Promise.all([readPanel(database, id), readSeatNews(database, id)]);
  return stored
    ? viewOf(stored, newsById, shutReasonOn(stored), () => unsealStored(stored, beginWork(clock)))
    : null;
}

function viewOf(
  stored: StoredPanel,
  newsById: ReadonlyMap<string, SeatNews>,
  shutReason: ShutReason | null,
  unsealThese: PanelView["unseal"],
): PanelView {
  const seats = seatsIn(stored, newsById);
  return {
    panel: stored.panel,
    guide: stored.guide,
    attendance: attendanceIn(stored),
    removableIds: removableIn(stored),
    lockedIds: lockedIn(stored),
    settled: settledSeats(stored.panel, seats),
    seats,
    shutReason,
    hasKey: stored.secretKey !== undefined,
    unseal: unsealThese,
  };
}

/** @returns what reads the panel again and again; those parts that a debrief does not change stay the same objects */
function panelReader(
  database: Database,
  id: string,
): () => Promise<Pick<LivePanelView, "left"> & { readonly panel: Panel | null }> {
  let last: Panel | null = null;
  return async () => {
    // Before the panel: another tab may write it there and take it away while this one reads.
    const left = peekLeftDebrief(database, id);
    const panel = (await readPanelRow(database, id)) ?? null;
    const isAsBefore = JSON.stringify(panel?.interviewers) === JSON.stringify(last?.interviewers);
    last = panel && last && isAsBefore ? { ...panel, interviewers: last.interviewers } : panel;
    return { panel: last, left };
  };
}

function attendanceIn({ panel, rows, own, secretKey }: StoredPanel): readonly Attendance[] {
  const fromRows = rows
    .toSorted((a, b) => a.addedAt - b.addedAt)
    .map(({ panelId: _panel, addedAt, isFromSeat: _way, text: _text, ...attendance }): Attendance => ({
      ...attendance,
      ...(secretKey !== undefined && { receivedAt: addedAt }),
    }));
  const isIn = new Set(rows.map(({ sessionId }) => sessionId));
  const fromHere = own
    .filter(({ first }) => !isIn.has(first.session.id))
    .map(({ first }) => attendanceOf(panel, first));
  return [...fromRows, ...fromHere];
}

function removableIn({ panel, rows, own }: StoredPanel): ReadonlySet<string> {
  if (debriefBeganAt(panel.debrief) !== null) return new Set();
  const ownIds = new Set(own.map(({ first }) => first.session.id));
  return new Set(rows.map(({ sessionId }) => sessionId).filter((id) => !ownIds.has(id)));
}

function lockedIn({ rows, lockedAt }: StoredPanel): ReadonlySet<string> {
  const held = new Set(rows.map(({ interviewerId }) => interviewerId));
  return new Set([...lockedAt.keys()].filter((id) => !held.has(id)));
}

/** @returns what is known on this device of where the interviewers of the panel stand */
function seatsIn(
  { panel, rows, here, secretKey, lockedAt }: StoredPanel,
  newsById: ReadonlyMap<string, SeatNews>,
): SeatsHere {
  return {
    side: secretKey === undefined ? "onlooker" : "lead",
    receivedAt: new Map([...lockedAt, ...receivedAtIn(rows)]),
    sessions: here.filter((session) => session.panel?.panelId === panel.id),
    newsById,
  };
}

/** @returns what keeps the panel shut on this device, or null */
export function shutReasonOn({ panel, rows, here, merges }: StoredPanel): ShutReason | null {
  return shutReasonOf(
    panel,
    here,
    rows.some(({ interviewerId }) => interviewerId === panel.leadId),
    personsBy(merges).of,
  );
}

/** @returns what keeps a panel shut, in words */
export function shutReasonToText(shutReason: ShutReason): string {
  return shutReason.kind === "openSession"
    ? openSessionToText(shutReason.session)
    : `${isolated(shutReason.lead.name)} leads this panel and also interviews. The other scorecards can be read here once ${isolated(shutReason.lead.name)}’s own is submitted.`;
}

/**
 * Gives the scorecards of panels to be read: sealed ones are opened in memory only.
 *
 * @returns by panel id, every scorecard that is in, those submitted on this device among them, with all revisions; an
 * error where the panel is shut on this device (see `PanelView.shutReason`), or a scorecard can't be opened; nothing for a
 * panel that is not here
 */
export async function unsealPanels(
  { database, clock }: AppParts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Scorecard[] | Error>> {
  const byId = new Map<string, readonly Scorecard[] | Error>();
  const breathe = beginWork(clock);
  for (const stored of await readPanels(database, ids)) {
    try {
      byId.set(stored.panel.id, await unsealStored(stored, breathe));
    } catch (error) {
      byId.set(stored.panel.id, toError(error));
    }
  }
  return byId;
}

async function unsealStored(
  stored: StoredPanel,
  breathe: () => Promise<void>,
): Promise<readonly Scorecard[]> {
  const shutReason = shutReasonOn(stored);
  if (shutReason) throw new Error(shutReasonToText(shutReason));
  return unsealContent(stored, breathe);
}

async function unsealContent(
  stored: PanelContent,
  breathe: () => Promise<void>,
): Promise<readonly Scorecard[]> {
  const read: Scorecard[] = [];
  // One after the other: a guide that was checked once is known from there on.
  for (const { text, addedAt, isFromSeat } of stored.rows) {
    const scorecard = await openScorecardText(text, stored.secretKey);
    // The clock of another device says nothing of when the debrief began on the lead's.
    const received = { receivedAt: addedAt, ...(isFromSeat !== undefined && { isFromSeat }) };
    read.push(stored.secretKey === undefined ? scorecard : { ...scorecard, ...received });
    await breathe();
  }
  const ownById = new Map(stored.own.map((scorecard) => [scorecard.first.session.id, scorecard]));
  const added = read.map((scorecard): Scorecard => {
    const here = ownById.get(scorecard.first.session.id);
    ownById.delete(scorecard.first.session.id);
    if (!here) return scorecard;
    if (scorecard.first.session.recommendationHidden) return here;
    return { ...scorecard, revisions: mergeRevisions(scorecard.revisions, here.revisions) };
  });
  return [...added, ...ownById.values()];
}

/** What the panels of this device give to be read together. */
export interface StartedPanels {
  /** Those whose debrief has started, the last made first. */
  readonly opened: readonly StartedPanel[];
  /** Those of them that can't be read here now, with the reason. */
  readonly shut: readonly { readonly panel: Panel; readonly reason: string }[];
  /** Who a candidate's name stands for. */
  readonly personOf: PersonOf;
}

/** Gives the scorecards of every panel whose debrief has started, as `unsealPanels` does; the others stay sealed. */
export async function unsealStartedPanels(app: AppParts): Promise<StartedPanels> {
  const listings = await listPanels(app.database);
  const started = listings.map(({ panel }) => panel).filter(({ debrief }) => debrief.startedAt !== null);
  const byId = await unsealPanels(
    app,
    started.map(({ id }) => id),
  );
  const opened: StartedPanel[] = [];
  const shut: { readonly panel: Panel; readonly reason: string }[] = [];
  for (const panel of started) {
    const scorecards = byId.get(panel.id);
    if (scorecards instanceof Error) shut.push({ panel, reason: scorecards.message });
    else if (scorecards) opened.push({ panel, scorecards });
  }
  const { of: personOf } = await readPersons(app.database);
  return { opened, shut, personOf };
}

/**
 * Makes a panel with a pair of keys of its own. It is led from this device: the secret key stays here.
 *
 * @throws where the browser can't store it
 */
export async function createPanel(
  { database, clock, newId }: AppParts,
  plan: PanelPlan,
  guide: Guide,
): Promise<Panel> {
  const { publicKey, secretKey } = await newKeyPair();
  const panel = newPanel(newId(), plan, publicKey, clock.now());
  await addPanel(database, panel, guide, secretKey);
  return panel;
}

/**
 * Changes a panel as it is stored at that moment.
 *
 * @param change gets the stored panel and gives the changed one
 * @param guide the guide version of the changed panel, where it may be another
 * @returns the panel as it is then; undefined where there is none of that id
 */
export function savePanel(
  { database, clock }: AppParts,
  id: string,
  change: (panel: Panel) => Panel,
  guide: Guide | null = null,
): Promise<Panel | undefined> {
  return changePanel(database, id, change, guide, clock.now());
}

/**
 * Plans a panel anew. What is settled of it is asked of the panel as it is stored at that moment: another tab may have
 * invited somebody, or taken in a scorecard, since the plan was read.
 *
 * @param guide the guide version of the plan
 * @returns those who were invited to another interview than the panel has for them now
 */
export async function replanPanel(
  { database, clock }: AppParts,
  id: string,
  plan: PanelPlan,
  guide: Guide,
): Promise<readonly PanelInterviewer[]> {
  let invited: readonly PanelInterviewer[] = [];
  const change = (before: Panel, settled: SettledSeats) => {
    const now = planAnew(before, plan, settled);
    invited = invitedOtherwise(before, now, settled);
    return now;
  };
  await changePlan(database, id, change, guide, clock.now());
  return invited;
}

/**
 * Deletes a panel with its key.
 *
 * @returns what was deleted, to put back
 * @throws where there is a hold on its candidate, or it is a record: it holds scorecards, or its debrief has started
 */
export async function removePanel(
  { database, clock }: AppParts,
  id: string,
): Promise<DeletedPanel | undefined> {
  const deleted = await deletePanel(database, id, clock.now());
  if (deleted) noteDeletedAmount({ panels: 1 });
  return deleted;
}

/** Puts back what `removePanel` took. @returns false where its candidate was deleted since; nothing was done then */
export function putBackRemovedPanel({ database }: AppParts, deleted: DeletedPanel): Promise<boolean> {
  return putBackPanel(database, deleted);
}

/**
 * Takes one scorecard out of a panel: a wrong file, or another session of its interviewer is to come in. From the start
 * of the debrief on it is part of the record: it was read, and what was agreed rests on it.
 *
 * @returns what was taken out, to put back; undefined where the panel does not hold it, or the debrief has started
 */
export function removeScorecard(
  { database, clock }: AppParts,
  panelId: string,
  sessionId: string,
): Promise<DeletedScorecard | undefined> {
  return deleteFromPanel(database, panelId, sessionId, clock.now());
}

/**
 * Puts back what `removeScorecard` took.
 *
 * @throws where another scorecard of its interviewer came in meanwhile, or the panel is gone
 */
export async function putBackRemovedScorecard(
  { database, clock }: AppParts,
  deleted: DeletedScorecard,
): Promise<void> {
  if (!(await putBackScorecard(database, deleted, clock.now()))) {
    throw new Error("Another scorecard of the same interviewer was added, or the panel was deleted.");
  }
}

/** @returns what the hashes can be checked with of what the debrief has shown so far */
function shownSalts({ debrief }: Panel, { commitmentSalt, recommendationSalt }: Required<Salts>): Salts {
  return { commitmentSalt, ...(debrief.recommendationsShownAt !== null && { recommendationSalt }) };
}

/** @returns the text of the file that the panel's interviewers can follow the debrief with: what it has shown so far */
export async function openPanelToFileText(
  { database, clock, appName }: AppParts,
  { panel, guide }: Pick<PanelView, "panel" | "guide">,
  scorecards: readonly Scorecard[],
): Promise<string> {
  const secretKey = await readPanelKey(database, panel.id);
  const isBound = secretKey !== undefined && panel.leadId !== null;
  const open: OpenPanel = {
    panel,
    guide,
    scorecards: scorecards.map((scorecard) => shownScorecard(panel, scorecard)),
    ...(isBound && shownSalts(panel, await saltsOf(secretKey))),
  };
  return encodeDebriefFile(open, clock.now(), appName);
}

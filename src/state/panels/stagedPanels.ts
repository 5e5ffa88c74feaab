import { candidateKey } from "../../domain/candidates/deletion.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import { attendanceOf, interviewerIdOf, nameToKey, newPanel, type Panel } from "../../domain/panels/panel.ts";
import { mergeRevisions } from "../../domain/session/revision.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import type { OpenPanel } from "../../interchange/formats/debriefFile.ts";
import type { FileError } from "../../interchange/files/decoding.ts";
import { isSealed, seal, type KeyPair } from "../../interchange/files/encryption.ts";
import { encodeSessionFile, isSameSession } from "../../interchange/formats/sessionFile.ts";
import type { PanelScorecardRow } from "../../domain/backups/storedRows.ts";
import { listPanels, readPanel, readPanelKeys, type PanelAddition } from "../../storage/panels/panels.ts";
import type { AppParts } from "../app/appContext.ts";
import { openScorecardText } from "./panels.ts";

/** Why a file is not in. */
export type Refusal =
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
  /** The scorecard is in with other content, and a submitted scorecard never changes. */
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
       * "revised": the scorecard was in, and the file brought revisions of it. "key": a recovery file brought the
       * panel's key. "same": it brought nothing new.
       */
      readonly kind: "added" | "revised" | "key" | "same";
      readonly panelId: string;
      readonly candidate: string;
      /** Empty for a debrief file, which holds all, and for a recovery file, which holds none. */
      readonly interviewer: string;
    }
  | { readonly kind: "refused"; readonly reason: Refusal; readonly errors: readonly FileError[] };

export function refused(reason: Refusal, message: string, path = ""): FileResult {
  return { kind: "refused", reason, errors: [{ path, message }] };
}

/** A panel as it is to be after the transaction. */
interface StagedPanel {
  panel: Panel;
  readonly guide: Guide;
  readonly readAt: number | null;
  secretKey: string | undefined;
  /** By session id. */
  readonly rows: Map<string, PanelScorecardRow>;
  /** Scorecards that were opened already, by session id. */
  readonly opened: Map<string, Scorecard>;
  /** The sessions whose rows are new or changed. */
  readonly changedIds: Set<string>;
  /** Also where no scorecard is: by a debrief file. */
  readonly isPanelChanged: boolean;
  /** By a recovery file. */
  isKeyNew: boolean;
}

/** @param known what is known of it beyond that */
function newStagedPanel(panel: Panel, guide: Guide, known: Partial<StagedPanel> = {}): StagedPanel {
  return {
    panel,
    guide,
    readAt: null,
    secretKey: undefined,
    rows: new Map(),
    opened: new Map(),
    changedIds: new Set(),
    isPanelChanged: false,
    isKeyNew: false,
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
  /** Panels of this machine that were made of plain files, by candidate and role. */
  readonly plainIds: Map<string, string>;
  readonly panels: Map<string, StagedPanel>;
}

/**
 * @param panelId the panel that all files are for; null where each has its own
 * @param pairs from recovery files: the panels here that had lost their keys have them back
 */
export async function beginStaging(
  app: AppParts,
  panelId: string | null,
  pairs: readonly KeyPair[],
): Promise<Staging> {
  const [keys, listed] = await Promise.all([readPanelKeys(app.database), listPanels(app.database)]);
  const plain = listed.filter(({ panel }) => panel.publicKey === null);
  const here = new Set(listed.map(({ panel: { publicKey } }) => publicKey));
  const staging: Staging = {
    app,
    panelId,
    keys: new Map(keys),
    strays: panelId === null ? pairs.filter(({ publicKey }) => !here.has(publicKey)) : [],
    plainIds: new Map(plain.map(({ panel }) => [keyOfCandidate(panel), panel.id])),
    panels: new Map(),
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

function keyOfCandidate({ candidate, role }: { readonly candidate: string; readonly role: string }): string {
  return JSON.stringify([candidateKey(candidate), nameToKey(role)]);
}

/** @returns the panel of this machine as it is staged so far; undefined where there is none of that id */
export async function stagedPanel({ app, panels }: Staging, id: string): Promise<StagedPanel | undefined> {
  const known = panels.get(id);
  if (known) return known;
  const stored = await readPanel(app.database, id);
  if (!stored) return undefined;
  const staged = newStagedPanel(stored.panel, stored.guide, {
    readAt: stored.panel.updatedAt,
    secretKey: stored.secretKey,
    rows: new Map(stored.rows.map((row) => [row.sessionId, row])),
  });
  panels.set(id, staged);
  return staged;
}

/** @returns what is to be written; null where nothing changed */
export function stagedToAddition(staged: StagedPanel): PanelAddition | null {
  const { panel, guide, readAt, rows, changedIds, isPanelChanged, isKeyNew, secretKey = null } = staged;
  if (changedIds.size === 0 && !isPanelChanged && !isKeyNew) return null;
  const changed = [...rows.values()].filter(({ sessionId }) => changedIds.has(sessionId));
  return { panel, guide, readAt, rows: changed, secretKey: isKeyNew ? secretKey : null };
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
  const key = keyOfCandidate(session);
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
  const { candidate, role, level, remote, guideId } = session;
  const plan = { candidate, role, level, remote, guideId, interviewers: [], leadId: null };
  const staged = newStagedPanel(newPanel(id, plan, publicKey, clock.now()), guide);
  panels.set(id, staged);
  return staged;
}

/** @param text what the scorecard was read from */
export async function stageScorecard(
  app: AppParts,
  staged: StagedPanel,
  scorecard: Scorecard,
  text: string,
  isTextSealed: boolean,
): Promise<FileResult> {
  const { first, revisions } = scorecard;
  const { session } = first;
  const report = {
    panelId: staged.panel.id,
    candidate: staged.panel.candidate,
    interviewer: session.interviewer,
  };
  const row = staged.rows.get(session.id);
  if (row && staged.secretKey === undefined && isSealed(row.text)) {
    return refused(
      "otherKey",
      `${session.interviewer}’s scorecard is in, sealed, and this panel’s key is not on this machine. Drop the recovery file together with it.`,
    );
  }
  if (row) {
    const known = staged.opened.get(session.id) ?? (await openScorecardText(row.text, staged.secretKey));
    staged.opened.set(session.id, known);
    if (!isSameSession(known.first, first)) {
      return refused(
        "conflict",
        `${session.interviewer}’s scorecard is in with other content, and a submitted scorecard never changes.`,
      );
    }
    const merged = mergeRevisions(known.revisions, revisions);
    if (merged.length === known.revisions.length) return { kind: "same", ...report };
    await putRow(app, staged, { first, revisions: merged });
    return { kind: "revised", ...report };
  }

  const interviewerId = interviewerIdOf(staged.panel, session);
  if ([...staged.rows.values()].some((one) => one.interviewerId === interviewerId)) {
    return refused(
      "secondSession",
      `${session.interviewer}’s scorecard is in already, from another session. Take that one out first if this is the right one.`,
    );
  }
  if (!staged.panel.interviewers.some(({ id }) => id === interviewerId)) {
    const added = { id: interviewerId, name: session.interviewer, questionIds: session.questionIds };
    staged.panel = { ...staged.panel, interviewers: [...staged.panel.interviewers, added] };
  }
  const mustSeal = staged.secretKey !== undefined;
  if (mustSeal === isTextSealed) putText(app, staged, scorecard, text);
  else await putRow(app, staged, scorecard);
  return { kind: "added", ...report };
}

async function putRow(app: AppParts, staged: StagedPanel, scorecard: Scorecard): Promise<void> {
  const { first, revisions } = scorecard;
  const plain = encodeSessionFile(first, app.clock.now(), app.appName, revisions);
  const { publicKey } = staged.panel;
  const isToSeal = staged.secretKey !== undefined && publicKey !== null;
  putText(app, staged, scorecard, isToSeal ? await seal(plain, publicKey) : plain);
}

function putText({ clock }: AppParts, staged: StagedPanel, scorecard: Scorecard, text: string): void {
  const { id } = scorecard.first.session;
  staged.rows.set(id, {
    ...attendanceOf(staged.panel, scorecard.first),
    panelId: staged.panel.id,
    addedAt: staged.rows.get(id)?.addedAt ?? clock.now(),
    text,
  });
  staged.opened.set(id, scorecard);
  staged.changedIds.add(id);
  staged.panel = {
    ...staged.panel,
    updatedAt: Math.max(clock.now(), staged.readAt === null ? 0 : staged.readAt + 1),
  };
}

/** @returns whether a debrief file brings what the staged panel does not hold */
export function isNews(staged: StagedPanel, { panel, scorecards }: OpenPanel): boolean {
  return (
    panel.updatedAt > staged.panel.updatedAt ||
    scorecards.some(({ first }) => !staged.rows.has(first.session.id))
  );
}

/** @param before the panel as it is staged so far; undefined where it is not here */
export async function stageDebrief(
  { app, panels }: Staging,
  before: StagedPanel | undefined,
  { panel, guide, scorecards }: OpenPanel,
  report: { readonly panelId: string; readonly candidate: string; readonly interviewer: string },
): Promise<FileResult> {
  const isNewer = before === undefined || panel.updatedAt > before.panel.updatedAt;
  const staged = newStagedPanel(isNewer ? panel : before.panel, isNewer ? guide : before.guide, {
    readAt: before?.readAt ?? null,
    rows: new Map(before?.rows),
    opened: new Map(before?.opened),
    changedIds: new Set(before?.changedIds),
    isPanelChanged: true,
  });
  for (const scorecard of scorecards) {
    const { session } = scorecard.first;
    const row = staged.rows.get(session.id);
    const known = row && (await openScorecardText(row.text, undefined));
    const revisions = mergeRevisions(known?.revisions ?? [], scorecard.revisions);
    const file = encodeSessionFile(scorecard.first, app.clock.now(), app.appName, revisions);
    putText(app, staged, { first: scorecard.first, revisions }, file);
  }
  staged.panel = { ...staged.panel, updatedAt: Math.max(panel.updatedAt, staged.panel.updatedAt) };
  panels.set(panel.id, staged);
  return { kind: before ? "revised" : "added", ...report };
}

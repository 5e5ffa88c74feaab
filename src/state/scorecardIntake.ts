import type { Guide } from "../domain/guide.ts";
import { attendanceOf, interviewerIdOf, nameToKey, newPanel, sealOf, type Panel } from "../domain/panel.ts";
import { mergeRevisions } from "../domain/revision.ts";
import type { Scorecard } from "../domain/scorecard.ts";
import { MOST_CHARACTERS, parseJson, type FileError } from "../interchange/decoding.ts";
import { decodeDebrief, isDebriefFile, type OpenPanel } from "../interchange/debriefFile.ts";
import { isSealed, seal, unseal } from "../interchange/sealing.ts";
import { decodeSession, encodeSessionFile, isSameSession } from "../interchange/sessionFile.ts";
import type { PanelScorecardRow } from "../storage/database.ts";
import {
  addToPanels,
  listPanels,
  readOpenSessions,
  readPanel,
  readPanelKeys,
  type PanelAddition,
} from "../storage/panels.ts";
import type { AppParts } from "./appContext.ts";
import { openScorecardText, sealToText } from "./panels.ts";

/** Why a file is not in. */
export type Refusal =
  /** Sealed to no key that is here, or changed in its first lines. */
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
  | "openSession";

/** What came of one file. */
export interface FileReport {
  readonly id: string;
  /** The name of the file. */
  readonly name: string;
  readonly result:
    | {
        /** "revised": the scorecard was in, and the file brought revisions of it. "same": it brought nothing new. */
        readonly kind: "added" | "revised" | "same";
        readonly panelId: string;
        readonly candidate: string;
        /** Empty for a debrief file, which holds all. */
        readonly interviewer: string;
      }
    | { readonly kind: "refused"; readonly reason: Refusal; readonly errors: readonly FileError[] };
}

export type Intake =
  | {
      readonly kind: "done";
      readonly files: readonly FileReport[];
      /** The panels that the files belong to, each once. */
      readonly panelIds: readonly string[];
    }
  /** Nothing was stored. */
  | { readonly kind: "cancelled" };

interface IntakeOptions {
  /** Called after each file, with how many are read of how many. */
  readonly onProgress: (read: number, of: number) => void;
  /** Aborted: nothing of the files is stored. */
  readonly signal: AbortSignal;
}

/**
 * Takes scorecard files into panels: sealed ones, plain session files, debrief files. Each is checked to the end first;
 * then all good ones are stored in one transaction. What is not good is named, and changes nothing.
 *
 * @param panelId the panel they are for; null finds the panel of each, and makes one of plain files that have none
 * @throws where the browser can't store them; nothing is stored then
 */
export async function addScorecardFiles(
  app: AppParts,
  panelId: string | null,
  files: readonly File[],
  { onProgress, signal }: IntakeOptions,
): Promise<Intake> {
  const staging = await beginStaging(app, panelId);
  const reports: FileReport[] = [];
  for (const file of files) {
    if (signal.aborted) return { kind: "cancelled" };
    reports.push({ id: app.newId(), name: file.name, result: await takeFile(staging, file) });
    onProgress(reports.length, files.length);
  }
  if (signal.aborted) return { kind: "cancelled" };
  const additions = Array.from(staging.panels.values(), stagedToAddition).filter(
    (addition) => addition !== null,
  );
  if (additions.length > 0 && !(await addToPanels(app.database, additions))) {
    throw new Error("The panel was changed in another tab in the meantime. Drop the files again.");
  }
  const panelIds = reports.flatMap(({ result }) => (result.kind === "refused" ? [] : [result.panelId]));
  return { kind: "done", files: reports, panelIds: [...new Set(panelIds)] };
}

type FileResult = FileReport["result"];

function refused(reason: Refusal, message: string, path = ""): FileResult {
  return { kind: "refused", reason, errors: [{ path, message }] };
}

/** A panel as it is to be after the transaction. */
interface StagedPanel {
  panel: Panel;
  readonly guide: Guide;
  readonly readAt: number | null;
  readonly secretKey: string | undefined;
  /** By session id. */
  readonly rows: Map<string, PanelScorecardRow>;
  /** Scorecards that were opened already, by session id. */
  readonly opened: Map<string, Scorecard>;
  /** The sessions whose rows are new or changed. */
  readonly changedIds: Set<string>;
  /** Also where no scorecard is: by a debrief file. */
  readonly isPanelChanged: boolean;
}

interface Staging {
  readonly app: AppParts;
  readonly panelId: string | null;
  readonly keys: ReadonlyMap<string, string>;
  /** Panels of this machine that were made of plain files, by candidate and role. */
  readonly plainIds: Map<string, string>;
  readonly panels: Map<string, StagedPanel>;
}

async function beginStaging(app: AppParts, panelId: string | null): Promise<Staging> {
  const [keys, listed] = await Promise.all([readPanelKeys(app.database), listPanels(app.database)]);
  const plain = listed.filter(({ panel }) => panel.publicKey === null);
  return {
    app,
    panelId,
    keys,
    plainIds: new Map(plain.map(({ panel }) => [keyOfCandidate(panel), panel.id])),
    panels: new Map(),
  };
}

function keyOfCandidate({ candidate, role }: { readonly candidate: string; readonly role: string }): string {
  return JSON.stringify([nameToKey(candidate), nameToKey(role)]);
}

async function stagedPanel({ app, panels }: Staging, id: string): Promise<StagedPanel | undefined> {
  const known = panels.get(id);
  if (known) return known;
  const stored = await readPanel(app.database, id);
  if (!stored) return undefined;
  const staged: StagedPanel = {
    panel: stored.panel,
    guide: stored.guide,
    readAt: stored.panel.updatedAt,
    secretKey: stored.secretKey,
    rows: new Map(stored.rows.map((row) => [row.sessionId, row])),
    opened: new Map(),
    changedIds: new Set(),
    isPanelChanged: false,
  };
  panels.set(id, staged);
  return staged;
}

function stagedToAddition(staged: StagedPanel): PanelAddition | null {
  const { panel, guide, readAt, rows, changedIds, isPanelChanged } = staged;
  if (changedIds.size === 0 && !isPanelChanged) return null;
  const changed = [...rows.values()].filter(({ sessionId }) => changedIds.has(sessionId));
  return { panel, guide, readAt, rows: changed };
}

async function takeFile(staging: Staging, file: File): Promise<FileResult> {
  if (file.size > MOST_CHARACTERS) return refused("notScorecard", "The file is too large for a scorecard.");
  const text = await file.text();
  if (isSealed(text)) return takeSealed(staging, text);
  const parsed = parseJson(text);
  if (!parsed.ok) return { kind: "refused", reason: "notScorecard", errors: parsed.errors };
  if (isDebriefFile(parsed.value)) return takeDebrief(staging, parsed.value);
  return takeSession(staging, parsed.value, text, null);
}

async function takeSealed(staging: Staging, text: string): Promise<FileResult> {
  // Those of the other panels too: a file that one of them opens is a good file in the wrong place.
  const keys = [...staging.keys].toSorted(
    ([a], [b]) => Number(b === staging.panelId) - Number(a === staging.panelId),
  );
  for (const [panelId, secretKey] of keys) {
    const opened = await unseal(text, secretKey);
    if (opened.ok) {
      if (staging.panelId !== null && panelId !== staging.panelId) return otherPanel();
      const parsed = parseJson(opened.text);
      if (!parsed.ok) return { kind: "refused", reason: "damaged", errors: parsed.errors };
      return takeSession(staging, parsed.value, text, panelId);
    }
    if (opened.reason !== "otherKey") {
      return refused(
        "tampered",
        "The sealed file was changed or cut short after it was written. Ask its interviewer to send it again.",
      );
    }
  }
  return refused(
    "otherKey",
    staging.panelId === null
      ? "It is sealed to a panel whose key is not on this machine, or its first lines were changed."
      : "It is sealed to another panel’s key, or its first lines were changed.",
  );
}

function otherPanel(): FileResult {
  return refused("otherPanel", "It is of another panel.");
}

/** @param sealedFor the panel whose key opened it; null for a plain file */
async function takeSession(
  staging: Staging,
  value: unknown,
  text: string,
  sealedFor: string | null,
): Promise<FileResult> {
  const decoded = await decodeSession(value);
  if (!decoded.ok) return { kind: "refused", reason: reasonOf(decoded.errors), errors: decoded.errors };
  const scorecard = decoded.value;
  const { session } = scorecard.first;
  if (session.status !== "submitted") {
    return refused(
      "notSubmitted",
      "The session was not submitted yet, so it is no scorecard.",
      "session.status",
    );
  }
  const staged = await panelFor(staging, scorecard, sealedFor);
  if (!staged) return otherPanel();
  const { panel } = staged;
  const isPlanned = session.panel?.panelId === panel.id;
  if (session.panel && !isPlanned && panel.publicKey !== null) return otherPanel();
  if (sealedFor !== null && !isPlanned) return otherPanel();
  if (nameToKey(session.candidate) !== nameToKey(panel.candidate)) {
    return refused(
      "otherCandidate",
      `It is of another candidate: “${session.candidate}”, where the panel is for “${panel.candidate}”.`,
      "session.candidate",
    );
  }
  if (staged.secretKey === undefined) {
    // It would be stored as it is read.
    const open = sealOf(panel, await readOpenSessions(staging.app.database), true);
    if (open) return refused("openSession", sealToText(open));
  }
  return stageScorecard(staging.app, staged, scorecard, text, sealedFor !== null);
}

function reasonOf(errors: readonly FileError[]): Refusal {
  const path = errors[0]?.path;
  if (path === "version") return "newer";
  return path === "" || path === "format" ? "notScorecard" : "damaged";
}

async function panelFor(
  staging: Staging,
  scorecard: Scorecard,
  sealedFor: string | null,
): Promise<StagedPanel | undefined> {
  const id = staging.panelId ?? sealedFor;
  if (id !== null) return stagedPanel(staging, id);
  const { session, guide } = scorecard.first;
  const planned = session.panel && (await stagedPanel(staging, session.panel.panelId));
  if (planned) return planned;
  const key = keyOfCandidate(session);
  const plainId = staging.plainIds.get(key);
  if (plainId !== undefined) return stagedPanel(staging, plainId);
  const { clock, newId } = staging.app;
  const { candidate, role, level, remote, guideId } = session;
  const panel = newPanel(
    newId(),
    { candidate, role, level, remote, guideId, interviewers: [], leadId: null },
    null,
    clock.now(),
  );
  const staged: StagedPanel = {
    panel,
    guide,
    readAt: null,
    secretKey: undefined,
    rows: new Map(),
    opened: new Map(),
    changedIds: new Set(),
    isPanelChanged: false,
  };
  staging.panels.set(panel.id, staged);
  staging.plainIds.set(key, panel.id);
  return staged;
}

async function stageScorecard(
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

async function takeDebrief(staging: Staging, value: unknown): Promise<FileResult> {
  const decoded = await decodeDebrief(value);
  if (!decoded.ok) return { kind: "refused", reason: reasonOf(decoded.errors), errors: decoded.errors };
  const { panel, guide, scorecards } = decoded.value;
  if (staging.panelId !== null && panel.id !== staging.panelId) return otherPanel();
  const staged = await stagedPanel(staging, panel.id);
  const report = { panelId: panel.id, candidate: panel.candidate, interviewer: "" };
  // On the lead's own machine the panel is the original, and the file a copy.
  if (staged?.secretKey !== undefined) return { kind: "same", ...report };
  const open = sealOf(panel, await readOpenSessions(staging.app.database), true);
  if (open) return refused("openSession", sealToText(open));
  if (staged && !isNews(staged, decoded.value)) return { kind: "same", ...report };
  return stageDebrief(staging, staged, { panel, guide, scorecards }, report);
}

function isNews(staged: StagedPanel, { panel, scorecards }: OpenPanel): boolean {
  return (
    panel.updatedAt > staged.panel.updatedAt ||
    scorecards.some(({ first }) => !staged.rows.has(first.session.id))
  );
}

async function stageDebrief(
  { app, panels }: Staging,
  before: StagedPanel | undefined,
  { panel, guide, scorecards }: OpenPanel,
  report: { readonly panelId: string; readonly candidate: string; readonly interviewer: string },
): Promise<FileResult> {
  const isNewer = before === undefined || panel.updatedAt > before.panel.updatedAt;
  const staged: StagedPanel = {
    panel: isNewer ? panel : before.panel,
    guide: isNewer ? guide : before.guide,
    readAt: before?.readAt ?? null,
    secretKey: undefined,
    rows: new Map(before?.rows),
    opened: new Map(before?.opened),
    changedIds: new Set(before?.changedIds),
    isPanelChanged: true,
  };
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

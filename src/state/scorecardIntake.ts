import { candidateKey } from "../domain/deletion.ts";
import type { Guide } from "../domain/guide.ts";
import { attendanceOf, interviewerIdOf, nameToKey, newPanel, sealOf, type Panel } from "../domain/panel.ts";
import { mergeRevisions } from "../domain/revision.ts";
import type { Scorecard } from "../domain/scorecard.ts";
import { parseJson, type FileError } from "../interchange/decoding.ts";
import { decodeDebrief, isDebriefFile, type OpenPanel } from "../interchange/debriefFile.ts";
import { openFile } from "../interchange/door.ts";
import { isSealed, type KeyPair, recoveryFileToKeyPairs, seal, unseal } from "../interchange/sealing.ts";
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
import { deletedMessage } from "./deleted.ts";
import { openScorecardText, sealToText } from "./panels.ts";

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
export interface FileReport {
  readonly id: string;
  /** The name of the file. */
  readonly name: string;
  readonly result:
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
 * Takes scorecard files into panels: sealed ones, plain session files, debrief files; and recovery files, whose keys
 * the sealed ones beside them are opened with. Each is checked to the end first; then all good ones are stored in one
 * transaction. What is not good is named, and changes nothing.
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
  const recovery = await readRecoveryFiles(files);
  const staging = await beginStaging(app, panelId, [...recovery.values()].flat());
  const reports: FileReport[] = [];
  // What a key is good for shows when the others have been read.
  for (const file of [...files.filter((one) => !recovery.has(one)), ...recovery.keys()]) {
    if (signal.aborted) return { kind: "cancelled" };
    const pairs = recovery.get(file);
    const result = pairs ? await takeKeys(staging, pairs) : await takeFile(staging, file);
    reports.push({ id: app.newId(), name: file.name, result });
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

/** A recovery file is a few lines; no file of this app that small is worth sparing. */
const MOST_OF_A_RECOVERY_FILE = 4096;

async function readRecoveryFiles(files: readonly File[]): Promise<ReadonlyMap<File, readonly KeyPair[]>> {
  const pairsByFile = new Map<File, readonly KeyPair[]>();
  for (const file of files) {
    if (file.size > MOST_OF_A_RECOVERY_FILE) continue;
    const opened = await openFile(file);
    if (opened.ok && opened.value.kind === "recovery")
      pairsByFile.set(file, await recoveryFileToKeyPairs(opened.value.text));
  }
  return pairsByFile;
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

interface Staging {
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

async function beginStaging(
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
    isKeyNew: false,
  };
  panels.set(id, staged);
  return staged;
}

function stagedToAddition(staged: StagedPanel): PanelAddition | null {
  const { panel, guide, readAt, rows, changedIds, isPanelChanged, isKeyNew, secretKey = null } = staged;
  if (changedIds.size === 0 && !isPanelChanged && !isKeyNew) return null;
  const changed = [...rows.values()].filter(({ sessionId }) => changedIds.has(sessionId));
  return { panel, guide, readAt, rows: changed, secretKey: isKeyNew ? secretKey : null };
}

async function takeFile(staging: Staging, file: File): Promise<FileResult> {
  const opened = await openFile(file);
  if (!opened.ok) return { kind: "refused", reason: "notScorecard", errors: opened.errors };
  if (opened.value.kind === "sealedScorecard") return takeSealed(staging, opened.value.text);
  if (opened.value.kind === "recovery") {
    return refused("notScorecard", "A recovery file is a few lines long; this one is not.");
  }
  const { text, value } = opened.value;
  if (isDebriefFile(value)) return takeDebrief(staging, value);
  return takeSession(staging, value, text, null);
}

/** @param pairs what a recovery file holds */
async function takeKeys(staging: Staging, pairs: readonly KeyPair[]): Promise<FileResult> {
  if (pairs.length === 0) {
    return refused(
      "damaged",
      "The key in it was changed or cut short. A recovery file has one line that begins with AGE-SECRET-KEY-1, and it must be whole: use another copy.",
    );
  }
  const { keys, panelId } = staging;
  const [id] =
    [...keys].find(
      ([one, secretKey]) =>
        (panelId === null || one === panelId) && pairs.some((pair) => pair.secretKey === secretKey),
    ) ?? [];
  const staged = id === undefined ? undefined : await stagedPanel(staging, id);
  if (staged) {
    const { panel, isKeyNew } = staged;
    return {
      kind: isKeyNew ? "key" : "same",
      panelId: panel.id,
      candidate: panel.candidate,
      interviewer: "",
    };
  }
  return refused(
    "otherKey",
    panelId === null
      ? "The key in it is of a panel that is not on this machine. Drop the panel’s sealed scorecards together with it: they bring the panel back."
      : "The key in it is another panel’s, and opens no scorecard of this one.",
  );
}

async function takeSealed(staging: Staging, text: string): Promise<FileResult> {
  // Those of the other panels too: a file that one of them opens is a good file in the wrong place.
  const keys = [...staging.keys].toSorted(
    ([a], [b]) => Number(b === staging.panelId) - Number(a === staging.panelId),
  );
  const tried: readonly OpenedBy[] = [
    ...keys.map(([panelId, secretKey]) => ({ kind: "panel" as const, panelId, secretKey })),
    ...staging.strays.map((pair) => ({ kind: "stray" as const, ...pair })),
  ];
  for (const key of tried) {
    const opened = await unseal(text, key.secretKey);
    if (opened.ok) {
      if (staging.panelId !== null && key.kind === "panel" && key.panelId !== staging.panelId)
        return otherPanel();
      const parsed = parseJson(opened.text);
      if (!parsed.ok) return { kind: "refused", reason: "damaged", errors: parsed.errors };
      return takeSession(staging, parsed.value, text, key);
    }
    if (opened.reason !== "otherKey") {
      return refused(
        "tampered",
        "The sealed file was changed or cut short after it was written. Ask its interviewer to send it again.",
      );
    }
  }
  return refused("otherKey", otherKeyWords(staging));
}

function otherKeyWords({ panelId, keys }: Staging): string {
  if (panelId === null) {
    return "It is sealed to a panel whose key is not on this machine, or its first lines were changed.";
  }
  return keys.has(panelId)
    ? "It is sealed to another panel’s key, or its first lines were changed."
    : "It is sealed, and this panel’s key is not on this machine. Drop the recovery file together with it.";
}

function otherPanel(): FileResult {
  return refused("otherPanel", "It is of another panel.");
}

/** What opened a sealed file: the key of a panel, or a stray one. */
type OpenedBy =
  | { readonly kind: "panel"; readonly secretKey: string; readonly panelId: string }
  | ({ readonly kind: "stray" } & KeyPair);

/** @param openedBy null for a plain file */
async function takeSession(
  staging: Staging,
  value: unknown,
  text: string,
  openedBy: OpenedBy | null,
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
  const deleted = await deletedMessage(staging.app, [session.id, session.panel?.panelId]);
  if (deleted !== null) return refused("deleted", deleted);
  const staged = await panelFor(staging, scorecard, openedBy);
  if (!staged) return otherPanel();
  const { panel } = staged;
  const isPlanned = session.panel?.panelId === panel.id;
  if (session.panel && !isPlanned && panel.publicKey !== null) return otherPanel();
  if (openedBy && !isPlanned) return otherPanel();
  if (candidateKey(session.candidate) !== candidateKey(panel.candidate)) {
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
  return stageScorecard(staging.app, staged, scorecard, text, openedBy !== null);
}

function reasonOf(errors: readonly FileError[]): Refusal {
  const path = errors[0]?.path;
  if (path === "version") return "newer";
  return path === "" || path === "format" ? "notScorecard" : "damaged";
}

async function panelFor(
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
  const staged: StagedPanel = {
    panel: newPanel(id, plan, publicKey, clock.now()),
    guide,
    readAt: null,
    secretKey: undefined,
    rows: new Map(),
    opened: new Map(),
    changedIds: new Set(),
    isPanelChanged: false,
    isKeyNew: false,
  };
  panels.set(id, staged);
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

async function takeDebrief(staging: Staging, value: unknown): Promise<FileResult> {
  const decoded = await decodeDebrief(value);
  if (!decoded.ok) return { kind: "refused", reason: reasonOf(decoded.errors), errors: decoded.errors };
  const { panel, guide, scorecards } = decoded.value;
  const deleted = await deletedMessage(staging.app, [
    panel.id,
    ...scorecards.map(({ first }) => first.session.id),
  ]);
  if (deleted !== null) return refused("deleted", deleted);
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
    isKeyNew: false,
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

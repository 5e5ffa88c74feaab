import { errorToText } from "../../domain/text/errorText.ts";
import type { Panel } from "../../domain/panels/panel.ts";
import { parseJson, type FileError } from "../../interchange/files/decoding.ts";
import { decodeDebrief, isDebriefFile } from "../../interchange/formats/debriefFile.ts";
import { wrongPlaceMessages } from "../../interchange/files/fileFormats.ts";
import { filesInZips } from "../../interchange/files/filesInZips.ts";
import { openFile } from "../../interchange/files/openFile.ts";
import {
  LONGEST_RECOVERY_FILE,
  MOST_RECIPIENTS,
  seal,
  unseal,
  type KeyPair,
} from "../../interchange/files/encryption.ts";
import { decodeSession } from "../../interchange/formats/sessionFile.ts";
import { decodeRecoveryFile, type Recovery } from "../../interchange/files/recoveryFile.ts";
import { addToPanels, readPanelKeys, readPanelRow } from "../../storage/panels/panels.ts";
import type { AppParts } from "../app/appContext.ts";
import { beginWork } from "../app/longWork.ts";
import {
  beginStaging,
  panelFor,
  refused,
  stageDebrief,
  stagedPanel,
  stagedToAddition,
  stageRecovered,
  stageScorecard,
  type FileResult,
  type OpenedBy,
  type Problem,
  type FileRefusal,
  type Staging,
} from "./stagedPanels.ts";

export type { Problem, Waiting } from "./stagedPanels.ts";

export interface FileReport {
  readonly id: string;
  readonly file: File;
  /** The name of the file. */
  readonly name: string;
  readonly result: FileResult;
}

export type Intake =
  | { readonly kind: "done"; readonly files: readonly FileReport[] }
  /** Nothing was stored. */
  | { readonly kind: "cancelled" };

interface IntakeOptions {
  /** Called after each file, with how many are read of how many. */
  readonly onProgress: (read: number, of: number) => void;
  /** Aborted: nothing of the files is stored. */
  readonly signal: AbortSignal;
  /** The keys of what waited, and somebody said to take. */
  readonly taken?: readonly string[];
}

/**
 * Takes scorecard files into panels: sealed ones, plain session files, by themselves or in a ZIP archive, debrief files;
 * and recovery files, whose keys the sealed ones beside them are opened with. Each is checked to the end first; then all good ones are stored in one
 * transaction. What is not good is named, and changes nothing.
 *
 * @param panelId the panel they are for; null finds the panel of each, and makes one of plain files that have none
 * @throws where the browser can't store them; nothing is stored then
 */
export async function addScorecardFiles(
  app: AppParts,
  panelId: string | null,
  chosen: readonly File[],
  { onProgress, signal, taken = [] }: IntakeOptions,
): Promise<Intake> {
  const files = await filesInZips(chosen, signal, beginWork(app.clock));
  const recovery = await readRecoveryFiles(files);
  const pairs = [...recovery.values()].flatMap((one) => one.pairs);
  const staging = await beginStaging(app, panelId, pairs, taken);
  // Before the others: a panel that comes back as it was planned knows whose scorecards are its own.
  const refusals = new Map<File, FileResult>();
  for (const [file, { panels }] of recovery) {
    for (const one of panels) {
      const refusal = await stageRecovered(staging, one);
      if (refusal) refusals.set(file, refusal);
    }
  }
  const reports: FileReport[] = [];
  // What a key is good for shows when the others have been read.
  for (const file of [...files.filter((one) => !recovery.has(one)), ...recovery.keys()]) {
    if (signal.aborted) return { kind: "cancelled" };
    const recovered = recovery.get(file);
    const result = recovered
      ? (refusals.get(file) ?? (await takeKeys(staging, recovered.pairs)))
      : await takeFile(staging, file);
    reports.push({ id: app.newId(), file, name: file.name, result });
    onProgress(reports.length, files.length);
  }
  if (signal.aborted) return { kind: "cancelled" };
  await storeStaged(staging);
  for (const [at, report] of reports.entries()) {
    const recovered = recovery.get(report.file);
    if (recovered) reports[at] = { ...report, result: await withTeams(app, recovered, report.result) };
  }
  return { kind: "done", files: reports };
}

/** @throws where the browser can't store it, or a panel is another one than it was read; nothing is stored then */
async function storeStaged({ app, panels }: Staging): Promise<void> {
  const additions = Array.from(panels.values(), stagedToAddition).filter((addition) => addition !== null);
  if (additions.length > 0 && !(await addToPanels(app.database, additions))) {
    throw new Error("The panel changed meanwhile. Add the files again.");
  }
}

/**
 * Takes a scorecard into its panel that its own seat is known to have sent, so that nobody has to say whose a revision is.
 *
 * @param text of a session file
 * @param sessionId of the scorecard, as the text says
 * @returns what came of it; undefined where the panel's key is not here
 * @throws as `addScorecardFiles` does
 */
export async function addSeatScorecard(
  app: AppParts,
  { id: panelId, publicKey }: Panel,
  text: string,
  sessionId: string,
): Promise<FileResult | undefined> {
  const staging = await beginStaging(app, panelId, [], [sessionId], true);
  const secretKey = staging.keys.get(panelId);
  const parsed = parseJson(text);
  if (secretKey === undefined || publicKey === null || !parsed.ok) return undefined;
  const sealed = await seal(text, publicKey);
  const result = await takeSession(staging, parsed.value, sealed, { kind: "panel", panelId, secretKey });
  await storeStaged(staging);
  return result;
}

async function readRecoveryFiles(files: readonly File[]): Promise<ReadonlyMap<File, Recovery>> {
  const byFile = new Map<File, Recovery>();
  for (const file of files) {
    if (file.size > LONGEST_RECOVERY_FILE) continue;
    const opened = await openFile(file);
    if (opened.ok && opened.value.kind === "recovery")
      byFile.set(file, await decodeRecoveryFile(opened.value.text));
  }
  return byFile;
}

/** Has this device lead the teams of the panels that a recovery file has, which are here now. @returns what came of the file with it */
async function withTeams(app: AppParts, { panels }: Recovery, result: FileResult): Promise<FileResult> {
  const teams = panels.filter(({ team }) => team !== null);
  if (result.kind === "refused" || teams.length === 0) return result;
  const { takeUpLead } = await import("../team/leadRecovery.ts");
  const problems: Problem[] = [];
  let isTaken = false;
  for (const { panel, team } of teams) {
    try {
      if ((await hasPanelKey(app, panel)) && (await takeUpLead(app, panel, team))) isTaken = true;
    } catch (error) {
      const message = `Its scorecards don’t come in automatically on this device. ${errorToText(error)}`;
      problems.push({ path: "", message });
    }
  }
  const kind = isTaken && result.kind === "same" ? "team" : result.kind;
  return {
    ...result,
    kind,
    problems: [...result.problems, ...problems],
    ...(isTaken && { isTeamRestored: true }),
  };
}

/** It may be here by another key, or not at all where it was deleted. */
async function hasPanelKey({ database }: AppParts, { id, publicKey }: Panel): Promise<boolean> {
  const [here, keys] = await Promise.all([readPanelRow(database, id), readPanelKeys(database)]);
  return here?.publicKey === publicKey && keys.has(id);
}

async function takeFile(staging: Staging, file: File): Promise<FileResult> {
  const opened = await openFile(file);
  if (!opened.ok) return { kind: "refused", reason: "notScorecard", errors: opened.errors };
  if (opened.value.kind === "sealedScorecard") return takeSealed(staging, opened.value.text);
  if (opened.value.kind === "recovery") {
    return refused("notScorecard", "A recovery file is a few lines long. This file is longer.");
  }
  if (opened.value.kind === "calendar") return refused("notScorecard", wrongPlaceMessages.calendar);
  const { text, value } = opened.value;
  if (isDebriefFile(value)) return takeDebrief(staging, value);
  return takeSession(staging, value, text, null);
}

/** @param pairs what a recovery file holds */
async function takeKeys(staging: Staging, pairs: readonly KeyPair[]): Promise<FileResult> {
  if (pairs.length === 0) {
    return refused(
      "damaged",
      "The key in the file was changed or cut short. A recovery file has one complete line that begins with AGE-SECRET-KEY-1. Use another copy of the file.",
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
    const { panel, isKeyNew, isRestored } = staged;
    return {
      kind: isRestored ? "restored" : isKeyNew ? "key" : "same",
      panelId: panel.id,
      candidate: panel.candidate,
      interviewer: "",
      waiting: [],
      problems: [],
    };
  }
  return refused(
    "otherKey",
    panelId === null
      ? "The key in the file belongs to a panel that is not on this device. Add the panel’s encrypted scorecards together with it to restore the panel."
      : "The key in the file belongs to another panel, and opens no scorecard of this one.",
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
    if (opened.reason === "manyRecipients") {
      return refused(
        "damaged",
        `The file is encrypted to more than ${MOST_RECIPIENTS} keys, but a scorecard is encrypted only to its panel’s key. Ask its interviewer to send it again.`,
      );
    }
    if (opened.reason !== "otherKey") {
      return refused(
        "tampered",
        "The encrypted file was changed or cut short. Ask its interviewer to send it again.",
      );
    }
  }
  return refused("otherKey", otherKeyWords(staging));
}

function otherKeyWords({ panelId, keys }: Staging): string {
  if (panelId === null) {
    return "It is encrypted to a panel whose key is not on this device, or its first lines were changed. Open it where that panel is led, or add its recovery file together with it.";
  }
  return keys.has(panelId)
    ? "It is encrypted to another panel’s key, or its first lines were changed."
    : "It is encrypted, and this panel’s key is not on this device. Add the recovery file together with it.";
}

function otherPanel(): FileResult {
  return refused("otherPanel", "It belongs to another panel. Add it on that panel’s page.");
}

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
      "The interview is not submitted yet, so there is no scorecard.",
      "session.status",
    );
  }
  const staged = await panelFor(staging, scorecard, openedBy);
  if (!staged) return otherPanel();
  if (openedBy && session.panel?.panelId !== staged.panel.id) return otherPanel();
  return stageScorecard(staging, staged, scorecard, text, openedBy !== null);
}

function reasonOf(errors: readonly FileError[]): FileRefusal {
  const path = errors[0]?.path;
  if (path === "version") return "newer";
  return path === "" || path === "format" ? "notScorecard" : "damaged";
}

async function takeDebrief(staging: Staging, value: unknown): Promise<FileResult> {
  const decoded = await decodeDebrief(value);
  if (!decoded.ok) return { kind: "refused", reason: reasonOf(decoded.errors), errors: decoded.errors };
  if (staging.panelId !== null && decoded.value.panel.id !== staging.panelId) return otherPanel();
  return stageDebrief(staging, decoded.value);
}

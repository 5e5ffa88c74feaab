import type { Guide } from "../guides/guide.ts";
import type { Attendance } from "../panels/panel.ts";

/*
 * What is kept on a machine besides sessions and panels, as it is stored and backed up.
 */

/** One version of a guide. */
export interface GuideRow {
  /** The SHA-256 of the guide's canonical JSON. */
  readonly id: string;
  readonly guide: Guide;
  /** The version it was edited from, which is not here where that one ships; null for a first version. */
  readonly previousId: string | null;
  /** The id of the first version, the same for all versions of one guide. */
  readonly lineId: string;
  /** Epoch ms; null for one that nobody saved here: a session brought it along. */
  readonly savedAt: number | null;
}

/** A guide, with all of its versions, that is no longer offered. */
export interface ArchivedGuideRow {
  readonly lineId: string;
  /** Epoch ms. */
  readonly archivedAt: number;
}

/** A guide that is being edited, before it is saved as a version. */
export interface GuideDraft {
  /** That of the version it was made from; a fresh one for a new guide. */
  readonly id: string;
  readonly guide: Guide;
  readonly previousId: string | null;
  /** Epoch ms. */
  readonly updatedAt: number;
}

/**
 * The secret key of a panel that was made here, or was taken back from its recovery file. It goes into no export, but
 * into backups: without it sealed scorecards would be lost.
 */
export interface PanelKeyRow {
  readonly panelId: string;
  /** An age identity. */
  readonly secretKey: string;
}

/** A scorecard that a panel holds, and what may be known of it while it is shut. */
export interface PanelScorecardRow extends Omit<Attendance, "receivedAt"> {
  readonly panelId: string;
  /** Epoch ms. */
  readonly addedAt: number;
  /** Whether its seat's own device delivered it, or somebody added it as a file. Older ones do not tell. */
  readonly isFromSeat?: boolean;
  /** A session file: sealed (an armored age file) where the panel's secret key was here as it came in, else as it came. */
  readonly text: string;
}

/** The settings that this version knows. */
export type SettingKey =
  | "ashbyMapping"
  | "computedFigures"
  | "exportsLeft"
  | "guideId"
  | "interviewer"
  | "mergedNames"
  | "nextAfterRating"
  | "pasteTemplates"
  | "retentionMonths"
  | "sensitiveWords"
  | "singleKeys";

/** Under its key; one that came with a backup may be of another version of the app. */
export interface Setting {
  readonly key: string;
  readonly value: unknown;
}

/** What each file of the app calls itself in its head, by what is in it. */
export const fileFormats = {
  session: "interview-scorecard.session",
  guide: "interview-scorecard.guide",
  invitation: "interview-scorecard.invitation",
  debrief: "interview-scorecard.debrief",
  backup: "interview-scorecard.backup",
  raw: "interview-scorecard.raw",
} as const;

/** What is said of a file where another is needed: what it is, and where it goes. */
export const wrongPlaceMessages: Readonly<
  Record<keyof typeof fileFormats | "sealedScorecard" | "recovery" | "calendar", string>
> = {
  session: "This is one session. “Import” in the library takes it.",
  guide: "This is a guide. “Import a file” under “Guides” takes it.",
  invitation: "This is an invitation to a panel. “Import” in the library opens it.",
  debrief: "This is the debrief of a panel. Add it under “Panels”.",
  backup: "This is a backup of everything. Restore it under “Settings”.",
  raw: "These are the raw rows of a database, for whoever repairs it. The app can’t import them.",
  sealedScorecard: "This is a sealed scorecard. The lead of its panel adds it under “Panels”.",
  recovery: "This is the recovery file of a panel. Its lead adds it under “Panels”.",
  calendar: "This is a calendar. “Import” in the library plans an interview from it.",
};

/** @param format what a file calls itself. @returns what it is; undefined for a format that is none of ours */
export function kindOfFormat(format: unknown): keyof typeof fileFormats | undefined {
  const kinds = ["session", "guide", "invitation", "debrief", "backup", "raw"] as const;
  return kinds.find((kind) => fileFormats[kind] === format);
}

/** @returns what is said of a file of that format where another is needed; undefined for a format that is none of ours */
export function wrongPlaceMessageOf(format: unknown): string | undefined {
  const kind = kindOfFormat(format);
  return kind && wrongPlaceMessages[kind];
}

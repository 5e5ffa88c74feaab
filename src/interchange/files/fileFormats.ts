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
  session: "This is an interview. Use “Import” in the list of interviews.",
  guide: "This is a guide. Use “Import” in the list of interviews.",
  invitation: "This is an invitation to a panel. Use “Import” in the list of interviews.",
  debrief: "This is the debrief of a panel. Add it under “Panels”.",
  backup: "This is a backup of everything. Restore it under “Settings”.",
  raw: "These are the raw rows of a database, for repair. The app can’t import them.",
  sealedScorecard: "This is an encrypted scorecard. The panel’s lead adds it under “Panels”.",
  recovery: "This is a panel’s recovery file. The panel’s lead adds it under “Panels”.",
  calendar: "This is a calendar. Use “Import” in the list of interviews to plan an interview from it.",
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

/** Why what was typed can't be written now. */
export const saveFailureWords = {
  full: "The disk has no room left for this browser.",
  disconnected: "The connection to the browser’s database is gone.",
  gone: "The data in the browser’s database is gone.",
  other: "The browser could not save.",
} as const;

/** @param bytes of a file @returns its size as people say it: "0.4 MB", "12 kB" */
export function sizeToText(bytes: number): string {
  if (bytes >= 100_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

let early: readonly File[] = [];

/** Keeps the browser from showing a file that is dropped in place of the app, also before there is what takes it. */
export function keepFilesOut(page: Window): void {
  page.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  page.addEventListener("drop", (event) => {
    if (event.defaultPrevented || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    early = [...early, ...event.dataTransfer.files];
  });
}

/** @returns the files that were dropped before there was what takes them, once */
export function takeEarlyFiles(): readonly File[] {
  const files = early;
  early = [];
  return files;
}

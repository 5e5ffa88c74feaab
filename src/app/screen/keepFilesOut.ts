/** Keeps the browser from showing a file that is dropped in place of the app: what takes files comes after the first screen. */
export function keepFilesOut(page: Window): void {
  const keepOut = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  page.addEventListener("dragover", keepOut);
  page.addEventListener("drop", keepOut);
}

/*
 * What a page gives out as a file, in engines whose drivers tell of no download.
 */

declare global {
  interface Window {
    downloaded?: Blob;
  }
}

/** In the page: keeps what is handed to the browser as a file from now on, the last one. */
export function keepDownload(): void {
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => {
    window.downloaded = blob;
    return create(blob);
  };
}

/** In the page. @returns the text of the file that was kept; empty where there is none */
export async function readDownload(): Promise<string> {
  return (await window.downloaded?.text()) ?? "";
}

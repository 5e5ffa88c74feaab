import { vi } from "vitest";

/** Takes what a page in jsdom hands to the browser as a file, which jsdom can't save. @returns it, as it comes */
export function takeDownloads(): readonly { readonly name: string; readonly blob: Blob }[] {
  const taken: { readonly name: string; readonly blob: Blob }[] = [];
  const byUrl = new Map<string, Blob>();
  URL.createObjectURL = (blob: Blob) => {
    const url = `blob:${byUrl.size}`;
    byUrl.set(url, blob);
    return url;
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    taken.push({ name: this.download, blob: byUrl.get(this.href) ?? new Blob() });
  });
  return taken;
}

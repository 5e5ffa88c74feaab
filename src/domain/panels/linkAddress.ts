/** A line beside index.html, which whoever hosts the app writes; no build is needed, and an empty one says nothing. */
export const ADDRESS_FILE = "publicAddress.txt";

/** Where the links of invitations lead. */
export interface LinkAddress {
  /** The address of the app, without what follows "#". */
  readonly base: string;
  /** Whether nobody but this device reaches it. */
  readonly isLocal: boolean;
}

const LOCAL_HOST = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/u;

/**
 * @param publicAddress what the host says the app's address is, as it was written down; null where it says nothing
 * @param here the address of this page
 */
export function linkAddress(publicAddress: string | null, here: string): LinkAddress {
  const url = toAddress(publicAddress ?? "") ?? new URL(here);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return { base: url.origin + url.pathname, isLocal: !isWeb || LOCAL_HOST.test(url.hostname) };
}

/** @returns an address of the web; null for anything else */
function toAddress(text: string): URL | null {
  const written = text.replace(/^\uFEFF/u, "").trim();
  return /^https?:\/\//iu.test(written) && URL.canParse(written) ? new URL(written) : null;
}

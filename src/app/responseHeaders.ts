/** SHA-256, in base64, of what the policy lets in beside files. */
export interface PageHashes {
  /** Of the style of the documents that are opened from the app (packet, scorecard): they are bound by its policy too. */
  readonly style: string;
  /** Of the script in the page itself. */
  readonly script: string;
}

/**
 * Only what was built here is loaded, nothing is sent anywhere, and no text becomes markup or a script: `default` is
 * the policy of workerAddresses.ts. What is not named (fonts, frames, media, plug-ins) is refused.
 */
export function pagePolicy({ style, script }: PageHashes): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${script}'`,
    `style-src 'self' 'sha256-${style}'`,
    "img-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}

/** A worker loads parts of itself; the one that holds every file also fetches them, and that of teams asks the app's host for their server. */
const WORKER_POLICY = "default-src 'none'; script-src 'self'; worker-src 'none'";
const CONNECTING_POLICY = `${WORKER_POLICY}; connect-src 'self'`;
const CONNECTING_WORKER = /\/(?:serviceWorker|assets\/teamWorker-[\w-]+)\.js$/u;

/**
 * What a page cannot say of itself: who may frame it, and what its workers may do. A worker is bound by what came with
 * its script alone; with any other script the policy means nothing.
 *
 * @param path of a file of the app, as in its address
 * @returns the headers to send with that file, names in lower case
 */
export function responseHeaders(path: string, hashes: PageHashes): Readonly<Record<string, string>> {
  const policy = CONNECTING_WORKER.test(path)
    ? CONNECTING_POLICY
    : path.endsWith(".js")
      ? WORKER_POLICY
      : pagePolicy(hashes);
  return {
    "content-security-policy": `${policy}; frame-ancestors 'none'`,
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
}

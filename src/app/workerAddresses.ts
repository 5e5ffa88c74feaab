interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string | null },
  ) => unknown;
}

declare global {
  interface Window {
    /** Not in every browser. */
    readonly trustedTypes?: TrustedTypes;
  }
}

const OWN_WORKER = /^(?:assets\/[A-Za-z]+Worker-[\w-]+|serviceWorker)\.js$/;

/**
 * The page's policy lets nothing become a script, markup or an address of a script. This is the one exception: the
 * browser asks here for each address that a worker is started from, and gets the app's own ones back.
 */
export function allowOwnWorkers(): void {
  const root = new URL(".", document.baseURI).href;
  window.trustedTypes?.createPolicy("default", {
    createScriptURL: (address) => {
      const { href } = new URL(address, document.baseURI);
      return href.startsWith(root) && OWN_WORKER.test(href.slice(root.length)) ? href : null;
    },
  });
}

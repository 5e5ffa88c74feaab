import { Link } from "wouter";

/** Where the app was until it got a port of its own. Its old version still opens there, from the browser's cache. */
export function EarlierAddress() {
  return (
    <details className="small soft">
      <summary>Your interviews are missing?</summary>
      <p>
        Earlier versions of this app ran at http://localhost:4173, and browsers keep data by address. Open{" "}
        <a href="http://localhost:4173/#/settings" target="_blank" rel="noreferrer">
          the settings there
        </a>{" "}
        in this browser, even if no server runs, and choose “Back up everything”. Then choose “Restore” in{" "}
        <Link href="/settings">the settings here</Link>.
      </p>
    </details>
  );
}

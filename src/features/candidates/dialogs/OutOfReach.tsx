/** What deleting can't reach, said before it is done. */
export function OutOfReach() {
  return (
    <details className="small">
      <summary>What this can’t delete</summary>
      <ul>
        <li>Exported files, saved backups, and data on other people’s devices.</li>
        <li>Tabs that still show the candidate, until they are closed.</li>
        <li>The browser’s own history of addresses and page titles.</li>
        <li>Traces in the browser’s files on disk, until it clears them. No page can read them.</li>
      </ul>
    </details>
  );
}

/** What deleting can't reach, said before it is done. */
export function OutOfReach() {
  return (
    <details className="small">
      <summary>What this cannot reach</summary>
      <ul>
        <li>Files that were exported or backed up, and what others have on their machines.</li>
        <li>Tabs that still show the candidate, until they are closed.</li>
        <li>The browser’s own history, which keeps the addresses and titles of pages.</li>
        <li>
          What the browser leaves in its files on the disk until it tidies them up. No page can read it from
          there.
        </li>
      </ul>
    </details>
  );
}

import type { MouseEvent } from "react";
import { Link } from "wouter";

interface Props {
  readonly href: string;
  /** What is there: "panels". */
  readonly to: string;
}

/** Leads from the head of a screen back to where it belongs: as it was left, where one came from there. */
export function BackLink({ href, to }: Props) {
  const label = `Back to ${to}`;
  return (
    <Link
      href={href}
      className="button plain noPrint"
      aria-label={label}
      title={label}
      onClick={(event: MouseEvent) => goBackTo(href, event)}
    >
      <BackArrow />
    </Link>
  );
}

function goBackTo(href: string, event: MouseEvent): void {
  // A browser that does not tell where one came from follows the link.
  if (!("navigation" in window)) return;
  const { navigation } = window;
  const before = navigation.entries()[(navigation.currentEntry?.index ?? 0) - 1];
  if (!before?.url) return;
  const { origin, pathname, hash } = new URL(before.url);
  const address = hash.slice(1).split("?", 1).join() || "/";
  if (address !== href || origin + pathname !== location.origin + location.pathname) return;
  event.preventDefault();
  // By its key: pressed twice, it leads no further back.
  const { committed, finished } = navigation.traverseTo(before.key);
  for (const done of [committed, finished]) done?.catch(() => {});
}

/** Points to where a line begins. */
export function BackArrow() {
  return <span className="backArrow">←</span>;
}

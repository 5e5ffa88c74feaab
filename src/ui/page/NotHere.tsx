import type { ReactNode } from "react";
import { Link } from "wouter";

/** Where one goes on from what is not here. */
const places = {
  interview: { href: "/", words: "interviews" },
  guide: { href: "/guides", words: "guides" },
  panel: { href: "/panels", words: "panels" },
} as const;

interface Props {
  readonly what: keyof typeof places;
  /** What can be done besides going back. */
  readonly children?: ReactNode;
}

/** On a screen whose address names what is not on this device: says so, and what can be done. */
export function NotHere({ what, children }: Props) {
  const { href, words } = places[what];
  return (
    <>
      <h1>This {what} is not on this device</h1>
      <p>It may have been deleted, or is kept in another browser. If you have its file, import it.</p>
      <p className="row">
        <Link href={href} className="button">
          Back to {words}
        </Link>
        {children}
      </p>
    </>
  );
}

import { Link } from "wouter";

interface Props {
  readonly href: string;
  /** What is there: "panels". */
  readonly to: string;
}

/** Leads from the head of a screen back to where it belongs. */
export function BackLink({ href, to }: Props) {
  const label = `Back to ${to}`;
  return (
    <Link href={href} className="button plain noPrint" aria-label={label} title={label}>
      <BackArrow />
    </Link>
  );
}

/** Points to where a line begins. */
export function BackArrow() {
  return <span className="backArrow">←</span>;
}

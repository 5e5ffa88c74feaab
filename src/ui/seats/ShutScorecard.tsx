import { Link } from "wouter";

interface Props {
  /** What keeps it shut. */
  readonly reason: string;
  /** Where that is dealt with. */
  readonly address: string;
}

/** In place of somebody else’s scorecard, until the own one on the candidate is submitted. */
export function ShutScorecard({ reason, address }: Props) {
  return (
    <main className="page">
      <h1>This scorecard is closed</h1>
      <p>{reason}</p>
      <p className="row">
        <Link href={address} className="button primary">
          Go to your interview
        </Link>
        <Link href="/" className="button">
          Back to interviews
        </Link>
      </p>
    </main>
  );
}

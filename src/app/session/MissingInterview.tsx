import { Link } from "wouter";

/** In place of an interview that is not here. */
export function MissingInterview() {
  return (
    <main className="page">
      <h1>This interview is not on this device</h1>
      <p>It may have been deleted, or is kept in another browser. If you have its file, import it.</p>
      <p>
        <Link href="/" className="button">
          Back to interviews
        </Link>
      </p>
    </main>
  );
}

import { useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { useApp } from "../../state/app/appContext.ts";
import type { Trouble } from "../../state/app/databaseOpening.ts";
import { makeRawExport, type RawExport } from "../../state/backups/rescue.ts";
import { downloadBlob } from "../../ui/files/download.ts";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import { StartOver } from "./StartOver.tsx";
import styles from "./RescuePage.module.css";

const damaged = {
  title: "The database can’t be read",
  text: "Nothing was changed and nothing was deleted. If the disk is full, make room on it first: a browser that opens the database again on a full disk can empty it. Then reload; close other tabs of this app, or restart the browser. If that does not help, save what can still be read, then reset and restore a backup.",
} as const;

const words = {
  blocked: {
    title: "Another tab keeps the database from being opened",
    text: "A tab with an older version of this app is still open, so the database can’t be updated. Finish your work there, then close or reload it. This tab then continues automatically.",
  },
  /** Reading has begun, and gives nothing. */
  held: {
    title: "Another tab holds the data",
    text: "It is writing, or got stuck while it was. This tab continues automatically when it is done. If that takes long, close the other tabs of this app, or restart the browser. Everything up to the last “Saved” is kept.",
  },
  newer: {
    title: "The data here was written by a newer version of this app",
    text: "This version does not know all of it and leaves it untouched. Nothing is lost: update the app, and everything is there.",
  },
  closed: {
    title: "The database was closed under this tab",
    text: "This happens when another tab updates or resets the app, or when the browser runs out of resources. Everything up to the last “Saved” was written. Reload to continue.",
  },
  forbidden: {
    title: "This browser saves no data for this app",
    text: "Site data is blocked, so nothing you type could be kept. In the browser’s settings, allow this address to save data (look for “Cookies and site data”), or open the app in another browser or profile. Then reload. What was saved here before is untouched.",
  },
  damaged,
  /** It opened, and a screen could not read what it needs. */
  unreadable: damaged,
  /** A screen could not be drawn, whatever the database holds. */
  broken: {
    title: "Something went wrong",
    text: "Everything up to the last “Saved” is kept. Reload to continue.",
  },
} as const;

interface Props {
  readonly kind: keyof typeof words;
  readonly message: Trouble["message"];
}

/** What is shown where the database can’t be used or a screen can’t be drawn: what is wrong, and what can be done without losing anything. */
export function RescuePage({ kind, message }: Props) {
  const { title, text } = words[kind];
  const [found, setFound] = useState<RawExport | null>();
  return (
    <main className={`page ${styles.rescue}`}>
      <div role="alert">
        <h1>{title}</h1>
      </div>
      <p>{text}</p>
      {message !== "" && <p className="soft small">The browser says: {message}</p>}
      <div className="row">
        {kind === "newer" ? (
          <Update />
        ) : (
          <button type="button" className="primary" onClick={() => location.reload()}>
            Reload
          </button>
        )}
        {kind === "broken" && (
          <Link href="/" className="button">
            Back to interviews
          </Link>
        )}
      </div>
      {(kind === "newer" || kind === "damaged" || kind === "unreadable") && <SaveRaw onTried={setFound} />}
      {(kind === "damaged" || kind === "unreadable") && <StartOver obstacle={obstacleTo(kind, found)} />}
    </main>
  );
}

/**
 * @param found what reading the database past the app gave: null for nothing, undefined where it was not tried yet
 * @returns why it may not be deleted, in words; null where it may. One screen that failed is no reason for that
 */
function obstacleTo(kind: "damaged" | "unreadable", found: RawExport | null | undefined): string | null {
  if (found === undefined) return "Save the raw data above first.";
  const isWhole = found?.missing.length === 0;
  return kind === "unreadable" && isWhole
    ? "All data could be read after all, so there is no need to reset. Reload to continue."
    : null;
}

function Update() {
  const [said, say] = useState("");
  const look = async () => {
    say("Looking for a newer version…");
    try {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      say(
        (registration?.installing ?? registration?.waiting)
          ? "A newer version was found. “Update now” appears at the top in a moment."
          : "No newer version was found at this address. Open the app where you used it last.",
      );
    } catch (error) {
      say(`No newer version could be fetched: ${errorToText(error)} Connect to the network and try again.`);
    }
  };
  return (
    <>
      <button type="button" className="primary" onClick={() => void look()}>
        Update the app
      </button>
      <span role="status">{said}</span>
    </>
  );
}

function SaveRaw({ onTried }: { readonly onTried: (found: RawExport | null) => void }) {
  const app = useApp();
  const [work, setWork] = useState<"idle" | "reading" | RawExport | { readonly problem: string }>("idle");
  const save = async () => {
    setWork("reading");
    try {
      const made = await makeRawExport(app);
      downloadBlob("interview-scorecard_raw.json", made.file);
      setWork(made);
      onTried(made);
    } catch (error) {
      setWork({ problem: errorToText(error) });
      onTried(null);
    }
  };
  return (
    <section className={`card ${styles.part}`} aria-labelledby="rescue-raw">
      <h2 id="rescue-raw">Save what can be read</h2>
      <p>
        One JSON file with every row that the browser can still read, unchecked. It contains everything,
        including notes and panel keys, so keep it safe.
      </p>
      <ShutButton isShut={work === "reading"} onClick={() => void save()}>
        Save raw data
      </ShutButton>
      <div role="status">
        {work === "reading" && <p>Reading…</p>}
        {typeof work === "object" && "problem" in work && (
          <p>Nothing can be read: {work.problem} What is on the disk was not touched.</p>
        )}
        {typeof work === "object" && "file" in work && (
          <>
            <p>Saved {quantityToText(work.rowCount, "row")}.</p>
            {work.missing.length > 0 && (
              <>
                <p>These could not be read and are not in the file:</p>
                <ul className={styles.missing}>
                  {work.missing.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </div>
    </section>
  );
}

import { useState } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { startOver } from "../../state/backups/rescue.ts";
import styles from "./RescuePage.module.css";

const CONFIRMATION = "delete the database";

/**
 * Deletes the database that can’t be read. Automatic backups stay, and the next start offers to restore one.
 *
 * @param obstacle why it may not be, in words; null where it may
 */
export function StartOver({ obstacle }: { readonly obstacle: string | null }) {
  const app = useApp();
  const [typed, setTyped] = useState("");
  const [said, say] = useState("");
  const isConfirmed = typed.trim().toLowerCase() === CONFIRMATION;
  const remove = async () => {
    say("Deleting…");
    try {
      await startOver(app, () =>
        say("The database is open in another tab. Close that tab, and this continues automatically."),
      );
      location.reload();
    } catch (error) {
      say(`The database could not be deleted: ${errorToText(error)} Restart the browser and try again.`);
    }
  };
  return (
    <section className={`card ${styles.part}`} aria-labelledby="rescue-over">
      <h2 id="rescue-over">Reset and restore a backup</h2>
      <p>
        This permanently deletes the database in this browser. Automatic backups are kept. The next start
        offers to restore one of them, or a backup file.
      </p>
      {obstacle === null ? (
        <form
          className={styles.confirm}
          onSubmit={(event) => {
            event.preventDefault();
            if (isConfirmed) void remove();
          }}
        >
          <label htmlFor="rescue-typed">
            Type “<b>{CONFIRMATION}</b>”
          </label>
          <input
            id="rescue-typed"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" className="danger" disabled={!isConfirmed}>
            Delete and reset
          </button>
        </form>
      ) : (
        <p className="soft">{obstacle}</p>
      )}
      <p role="status">{said}</p>
    </section>
  );
}

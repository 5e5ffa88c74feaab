import { format } from "date-fns";
import { useDeferredValue, useState } from "react";
import {
  interviewedAt,
  sessionStatuses,
  type SessionStatus,
  statusWords,
} from "../../domain/session/session.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { useApp } from "../../state/app/appContext.ts";
import { usePersons } from "../../state/candidates/persons.ts";
import { readSessionIds } from "../../state/exports/exports.ts";
import { useSessions } from "../../state/session/library.ts";
import { SearchField } from "../../ui/parts/SearchField.tsx";
import styles from "./ExportPage.module.css";

const PAGE = 50;

interface Props {
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** The library's sessions, to be ticked. */
export function SelectSessions({ selected, onSelect }: Props) {
  const app = useApp();
  const [status, setStatus] = useState<SessionStatus | null>(null);
  const [text, setText] = useState("");
  const [limit, setLimit] = useState(PAGE);
  const filter = { status, text: useDeferredValue(text), from: null, until: null };
  const page = useSessions(filter, limit);
  const { shown } = usePersons();
  if (page === undefined) return null;

  const tick = (id: string, isTicked: boolean) => {
    const next = new Set(selected);
    if (isTicked) next.add(id);
    else next.delete(id);
    onSelect(next);
  };
  const tickAll = async () => onSelect(new Set([...selected, ...(await readSessionIds(app, filter))]));

  return (
    <section className={styles.part} aria-label="Interviews to export">
      <search className={styles.filters}>
        <SearchField placeholder="Name or role" value={text} onChange={setText} />
        <label>
          <span className="small soft">Status</span>
          <select
            value={status ?? ""}
            onChange={({ target }) =>
              setStatus(sessionStatuses.find((entry) => entry === target.value) ?? null)
            }
          >
            <option value="">All</option>
            {sessionStatuses.map((entry) => (
              <option key={entry} value={entry}>
                {capitalised(statusWords[entry])}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => void tickAll()}>
          Select all matches
        </button>
        <button type="button" disabled={selected.size === 0} onClick={() => onSelect(new Set())}>
          Clear selection
        </button>
      </search>
      {page.sessions.length === 0 ? (
        <p className="soft">No interviews match.</p>
      ) : (
        <ul className={`card ${styles.sessions}`} aria-label="Interviews">
          {page.sessions.map((session) => (
            <li key={session.id}>
              <label>
                <input
                  type="checkbox"
                  checked={selected.has(session.id)}
                  onChange={(event) => tick(session.id, event.target.checked)}
                />
                <b dir="auto">{shown(session.candidate)}</b>
                <span className="small soft">
                  <bdi>{session.role}</bdi> · <bdi>{session.interviewer}</bdi> ·{" "}
                  {format(interviewedAt(session), "d MMM yyyy, HH:mm")} · {statusWords[session.status]}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {page.hasMore && (
        <button type="button" className={styles.more} onClick={() => setLimit(limit + PAGE)}>
          Show {PAGE} more
        </button>
      )}
    </section>
  );
}

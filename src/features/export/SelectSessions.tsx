import { format } from "date-fns";
import { useDeferredValue, useMemo, useState } from "react";
import { reachOf, reachToText } from "../../domain/search/selection.ts";
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
import { takeSelectedForExport } from "../../state/exports/selectedForExport.ts";
import { useMatchingIds, useSessions } from "../../state/session/library.ts";
import { SearchField } from "../../ui/parts/SearchField.tsx";
import { ShowMore } from "../../ui/rows/ShowMore.tsx";
import { SelectedExport } from "./SelectedExport.tsx";
import { Facts } from "../../ui/words/Facts.tsx";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import styles from "./ExportPage.module.css";

const PAGE = 50;

/** The library's sessions, to be ticked, and the desk for those that are ticked and seen, or were counted. */
export function SelectSessions() {
  const app = useApp();
  const [status, setStatus] = useState<SessionStatus | null>(null);
  const [text, setText] = useState("");
  const [limit, setLimit] = useState(PAGE);
  const [selected, setSelected] = useState(takeSelectedForExport);
  const filter = { status, text: useDeferredValue(text), from: null, until: null };
  const filterKey = JSON.stringify(filter);
  // What the list of interviews hands over was seen or counted there.
  const [countedFilter, setCountedFilter] = useState(selected.size > 0 ? filterKey : null);
  const isCounted = countedFilter === filterKey;
  const page = useSessions(filter, limit);
  const matchingIds = useMatchingIds(isCounted ? filter : null);
  const { shown } = usePersons();
  const reach = useMemo(
    () => reachOf(selected, page?.sessions.map(({ id }) => id) ?? [], (isCounted && matchingIds) || []),
    [selected, page, isCounted, matchingIds],
  );
  if (page === undefined) return null;

  const tick = (id: string, isTicked: boolean) => {
    const next = new Set(selected);
    if (isTicked) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  const tickAll = async () => {
    setSelected(new Set([...selected, ...(await readSessionIds(app, filter))]));
    setCountedFilter(filterKey);
  };
  const clear = () => {
    setSelected(new Set());
    setCountedFilter(null);
  };

  return (
    <>
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
          <ShutButton isShut={selected.size === 0} onClick={clear}>
            Clear selection
          </ShutButton>
        </search>
        <p role="status">{selected.size > 0 && reachToText(reach)}</p>
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
                    <Facts
                      of={[
                        session.role,
                        session.interviewer,
                        format(interviewedAt(session), "d MMM yyyy, HH:mm"),
                        statusWords[session.status],
                      ]}
                    />
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
        <ShowMore items="li" count={page.hasMore ? PAGE : 0} onMore={() => setLimit(limit + PAGE)} />
      </section>
      <SelectedExport ids={reach.ids} />
    </>
  );
}

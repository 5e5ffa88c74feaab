import { sessionStatuses, statusWords, type SessionStatus } from "../../domain/session/session.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { MOST_COUNTED, type SessionCounts, type SessionFilter } from "../../state/session/library.ts";
import { SearchField } from "../../ui/parts/SearchField.tsx";
import type { FilterFields } from "./useFilter.ts";
import styles from "./LibraryPage.module.css";

interface Props extends FilterFields {
  readonly filter: SessionFilter;
  readonly counts: SessionCounts | undefined;
}

/** Which interviews are listed. */
export function Filters({ filter, counts, from, until, setStatus, setText, setFrom, setUntil }: Props) {
  return (
    <search className={styles.filters}>
      <div className={styles.statuses} role="group" aria-label="Status">
        <StatusButton status={null} count={counts?.all} chosen={filter.status} onChoose={setStatus} />
        {sessionStatuses.map((entry) => (
          <StatusButton
            key={entry}
            status={entry}
            count={counts?.[entry]}
            chosen={filter.status}
            onChoose={setStatus}
          />
        ))}
      </div>
      <SearchField
        className={styles.find}
        placeholder="Name or role"
        value={filter.text}
        onChange={setText}
      />
      <label>
        <span className="small soft">
          From
          <span className="heard"> (day of the interview)</span>
        </span>
        <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        <span className="small soft">
          To
          <span className="heard"> (day of the interview)</span>
        </span>
        <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      </label>
    </search>
  );
}

interface StatusButtonProps {
  readonly status: SessionStatus | null;
  readonly count: number | undefined;
  readonly chosen: SessionStatus | null;
  readonly onChoose: (status: SessionStatus | null) => void;
}

function StatusButton({ status, count, chosen, onChoose }: StatusButtonProps) {
  return (
    <button
      type="button"
      className={styles.status}
      aria-pressed={status === chosen}
      onClick={() => onChoose(status)}
    >
      {status === null ? "All" : capitalised(statusWords[status])}{" "}
      <span className="soft figures">
        {count !== undefined && Math.min(count, MOST_COUNTED).toLocaleString("en")}
        {count !== undefined && count > MOST_COUNTED && "+"}
      </span>
    </button>
  );
}

import type { Session } from "../../domain/session/session.ts";
import type { SessionOrder } from "../../state/session/library.ts";
import { SessionRow } from "./SessionRow.tsx";
import styles from "./SessionTable.module.css";

interface Props {
  readonly sessions: readonly Session[];
  /** Of those, which have still to go to the lead of a panel. */
  readonly unsentIds: ReadonlySet<string>;
  readonly order: SessionOrder;
  readonly onOrder: (order: SessionOrder) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onRemove: (id: string) => void;
  /** How the name of a candidate is shown. */
  readonly shown: (name: string) => string;
}

/** The interviews, in columns that they are ordered by. */
export function SessionTable({
  sessions,
  unsentIds,
  order,
  onOrder,
  selected,
  onSelect,
  onRemove,
  shown,
}: Props) {
  const shownCount = sessions.filter(({ id }) => selected.has(id)).length;
  const select = (ids: readonly string[], isSelected: boolean) => {
    const next = new Set(selected);
    for (const id of ids) {
      if (isSelected) next.add(id);
      else next.delete(id);
    }
    onSelect(next);
  };
  const columnProps = { order, onOrder };
  return (
    <div className={`card ${styles.frame}`}>
      <table className={styles.table} aria-label="Interviews">
        <thead className={styles.head}>
          <tr>
            <td className={styles.select}>
              <label className="pick">
                <input
                  type="checkbox"
                  aria-label="Select all that are shown"
                  checked={shownCount === sessions.length}
                  ref={(box) => {
                    if (box) box.indeterminate = shownCount > 0 && shownCount < sessions.length;
                  }}
                  onChange={({ target }) =>
                    select(
                      sessions.map(({ id }) => id),
                      target.checked,
                    )
                  }
                />
              </label>
            </td>
            <Column by="candidate" word="Candidate" {...columnProps} />
            <Column by="role" word="Role" className={styles.wide} {...columnProps} />
            <Column by="status" word="Status" {...columnProps} />
            <Column by="held" word="When" className={styles.wide} {...columnProps} />
            <th scope="col">
              <span className="heard">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              candidate={shown(session.candidate)}
              isUnsent={unsentIds.has(session.id)}
              isSelected={selected.has(session.id)}
              onSelect={(isSelected) => select([session.id], isSelected)}
              onRemove={() => onRemove(session.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnProps extends Pick<Props, "order" | "onOrder"> {
  readonly by: SessionOrder["by"];
  readonly word: string;
  readonly className?: string | undefined;
}

function Column({ by, word, order, onOrder, className }: ColumnProps) {
  const isOrdered = order.by === by;
  const { isDescending } = order;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isOrdered ? (isDescending ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        className={styles.sort}
        // Of times the newest are looked for first.
        onClick={() => onOrder({ by, isDescending: isOrdered ? !isDescending : by === "held" })}
      >
        {word}
        <span aria-hidden className={styles.arrow}>
          {isOrdered && (isDescending ? "↓" : "↑")}
        </span>
      </button>
    </th>
  );
}

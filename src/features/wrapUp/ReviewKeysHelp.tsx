import { useKeySettings } from "../../state/session/keySettings.ts";
import { KeyNames } from "../../ui/keys/KeyNames.tsx";
import type { KeyRow } from "../../ui/keys/keyRow.ts";
import type { ReviewActions } from "./reviewKeys.ts";
import styles from "./ReviewKeysHelp.module.css";

interface Props {
  readonly rows: readonly KeyRow<ReviewActions>[];
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

const first = ["move", "rate", "note", "decide", "submit"];
const firstWords: Readonly<Record<string, string>> = {
  move: "area",
  rate: "rate",
  note: "note",
  decide: "recommendation",
  submit: "submit",
};

/** The keys of the review: the first in a line, all of them where it is opened, and whether they are on. */
export function ReviewKeysHelp({ rows, isOpen, onToggle }: Props) {
  const { singleKeys } = useKeySettings();
  return (
    <details
      className={`small soft ${styles.help}`}
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>
        <span className={styles.line}>
          {singleKeys && <span className="heard">Keys:</span>}
          {singleKeys
            ? first.map((id) => (
                <span key={id} className={styles.hint}>
                  <KeyNames keys={rows.find((row) => row.id === id)?.keys ?? []} /> {firstWords[id]}
                </span>
              ))
            : "Single-key shortcuts are off (Settings)"}
        </span>
      </summary>
      <dl className={styles.keys}>
        {rows.map(({ id, keys, words }) => (
          <div key={id}>
            <dt>
              <KeyNames keys={keys} />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

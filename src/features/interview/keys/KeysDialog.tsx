import { useMemo, type Ref } from "react";
import { useApp } from "../../../state/app/appContext.ts";
import { useKeySettings, writeKeySetting } from "../../../state/session/keySettings.ts";
import { keySettingWords } from "../../../ui/words/keySettingWords.ts";
import { chordToKeys } from "./chords.ts";
import { keyGroups, type LiveKey } from "./liveKeys.ts";
import styles from "./KeysDialog.module.css";

interface Props {
  readonly ref: Ref<HTMLDialogElement>;
  readonly rows: readonly LiveKey[];
}

/** Every action of the live screen with its keys, and whether they are on. */
export function KeysDialog({ ref, rows }: Props) {
  const app = useApp();
  const settings = useKeySettings();
  const isMac = useMemo(() => /Mac|iPhone|iPad/u.test(navigator.userAgent), []);
  return (
    <dialog ref={ref} aria-labelledby="keys-title" className={styles.dialog}>
      <h2 id="keys-title">Keys</h2>
      {keySettingWords.map(([key, words]) => (
        <label key={key} className={styles.choice}>
          <input
            type="checkbox"
            checked={settings[key]}
            onChange={({ target }) => void writeKeySetting(app, key, target.checked)}
          />
          {words}
        </label>
      ))}
      <div className={styles.groups}>
        {keyGroups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl className={styles.keys}>
              {rows
                .filter((row) => row.group === group)
                .map((row) => (
                  <div key={row.id}>
                    <dt>
                      <Keys row={row} isMac={isMac} />
                    </dt>
                    <dd>{row.words}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <form method="dialog" className="row">
        <button type="submit" className="push primary">
          Close
        </button>
      </form>
    </dialog>
  );
}

/** From here on a row shows its first key and its last. */
const MANY = 3;

function Keys({ row: { keys }, isMac }: { readonly row: LiveKey; readonly isMac: boolean }) {
  const isMany = keys.length >= MANY;
  const shown = isMany ? keys.filter((_, index) => index === 0 || index === keys.length - 1) : keys;
  return shown.map((chord, index) => (
    <span key={chord} className={styles.chord}>
      {index > 0 && (isMany ? "– " : "")}
      {chordToKeys(chord, isMac).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  ));
}

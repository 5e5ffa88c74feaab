import { memo, type Ref } from "react";
import { useApp } from "../../../state/app/appContext.ts";
import { useKeySettings, writeKeySetting } from "../../../state/session/keySettings.ts";
import { KeyChoices } from "../../../ui/keys/KeyChoices.tsx";
import { KeyNames } from "../../../ui/keys/KeyNames.tsx";
import { keyGroups, type LiveKey } from "./liveKeys.ts";
import styles from "./KeysDialog.module.css";

interface Props {
  readonly ref: Ref<HTMLDialogElement>;
  readonly rows: readonly LiveKey[];
}

/** Every action of the live screen with its keys, and whether they are on. */
export const KeysDialog = memo(function KeysDialog({ ref, rows }: Props) {
  const app = useApp();
  const settings = useKeySettings();
  return (
    <dialog ref={ref} aria-labelledby="keys-title" className={styles.dialog}>
      <h2 id="keys-title">Keys</h2>
      <KeyChoices settings={settings} onChoose={(key, value) => void writeKeySetting(app, key, value)} />
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
                      <KeyNames keys={row.keys} />
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
});

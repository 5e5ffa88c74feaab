import { useApp } from "../../state/app/appContext.ts";
import { useKeySettings, writeKeySetting } from "../../state/session/keySettings.ts";
import { keySettingWords } from "../../ui/words/keySettingWords.ts";
import styles from "./KeysSection.module.css";

/** The keys of the live screen. */
export function KeysSection() {
  const app = useApp();
  const settings = useKeySettings();
  return (
    <section className={styles.section} aria-labelledby="keys-title">
      <h2 id="keys-title">Keys in a call</h2>
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
    </section>
  );
}

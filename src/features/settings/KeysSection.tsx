import { useApp } from "../../state/app/appContext.ts";
import { writeKeySetting, type KeySettings } from "../../state/session/keySettings.ts";
import { KeyChoices } from "../../ui/keys/KeyChoices.tsx";
import styles from "./KeysSection.module.css";

/** The keys of the live screen. */
export function KeysSection({ settings }: { readonly settings: KeySettings }) {
  const app = useApp();
  return (
    <section className={styles.section} aria-labelledby="keys-title">
      <h2 id="keys-title">Keys in a call</h2>
      <KeyChoices settings={settings} onChoose={(key, value) => void writeKeySetting(app, key, value)} />
    </section>
  );
}

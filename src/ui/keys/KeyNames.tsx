import { chordToKeys, type Chord } from "./chords.ts";
import styles from "./KeyNames.module.css";

/** From here on a row shows its first key and its last. */
const MANY = 3;

const isMac = () => /Mac|iPhone|iPad/u.test(navigator.userAgent);

/** The keys of one action, as they are printed on this device's keyboard. */
export function KeyNames({ keys }: { readonly keys: readonly Chord[] }) {
  const isMany = keys.length >= MANY;
  const shown = isMany ? keys.filter((_, index) => index === 0 || index === keys.length - 1) : keys;
  return shown.map((chord, index) => (
    <span key={chord} className={styles.chord}>
      {index > 0 && (isMany ? "– " : "")}
      {chordToKeys(chord, isMac()).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  ));
}

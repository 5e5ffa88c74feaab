import { chordToKeys, type Chord } from "./chords.ts";
import styles from "./KeyNames.module.css";

/** From here on a row shows its first key and its last. */
const MANY = 3;

const isMac = () => /Mac|iPhone|iPad/u.test(navigator.userAgent);

/** The keys of one action, as they are printed on this device's keyboard. */
export function KeyNames({ keys }: { readonly keys: readonly Chord[] }) {
  const toNames = (chord = "") => chordToKeys(chord, isMac()).map((key) => <kbd key={key}>{key}</kbd>);
  if (keys.length >= MANY)
    return (
      <span className={styles.chord}>
        {toNames(keys[0])}–{toNames(keys.at(-1))}
      </span>
    );
  return keys.map((chord) => (
    <span key={chord} className={styles.chord}>
      {toNames(chord)}
    </span>
  ));
}

import styles from "./KeyChoices.module.css";

interface Settings {
  readonly singleKeys: boolean;
  readonly nextAfterRating: boolean;
}

interface Props {
  readonly settings: Settings;
  readonly onChoose: (key: keyof Settings, value: boolean) => void;
}

const words: readonly (readonly [key: keyof Settings, words: string])[] = [
  ["singleKeys", "Keys of one letter, digit or sign act in a call. Switch them off if you dictate."],
  ["nextAfterRating", "After a rating, go on to the next area that is not rated yet."],
];

/** How keys act in a call. */
export function KeyChoices({ settings, onChoose }: Props) {
  return (
    <div className={styles.choices}>
      {words.map(([key, choice]) => (
        <label key={key} className={styles.choice}>
          <input
            type="checkbox"
            checked={settings[key]}
            onChange={({ target }) => onChoose(key, target.checked)}
          />
          {choice}
        </label>
      ))}
    </div>
  );
}

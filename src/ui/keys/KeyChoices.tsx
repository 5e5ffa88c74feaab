import styles from "./KeyChoices.module.css";

/** By setting, in the order of the list. */
const choices = [
  ["singleKeys", "Use single-key shortcuts in a call. Turn them off if you dictate."],
  ["nextAfterRating", "After a rating, go on to the next area that is not rated yet."],
] as const;
type Choice = (typeof choices)[number][0];

interface Props {
  readonly settings: Readonly<Record<Choice, boolean>>;
  readonly onChoose: (choice: Choice, value: boolean) => void;
}

/** What can be chosen about the keys of a call. */
export function KeyChoices({ settings, onChoose }: Props) {
  return choices.map(([choice, words]) => (
    <label key={choice} className={styles.choice}>
      <input
        type="checkbox"
        checked={settings[choice]}
        onChange={({ target }) => onChoose(choice, target.checked)}
      />
      {words}
    </label>
  ));
}

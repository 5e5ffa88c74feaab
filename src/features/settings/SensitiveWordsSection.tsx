import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { errorToText } from "../../domain/text/errorText.ts";
import { LONGEST_WORDS } from "../../domain/text/limits.ts";
import { sensitiveTopics, type SensitiveTopic } from "../../domain/notes/sensitiveTopics.ts";
import {
  addEntry,
  editedList,
  noEdits,
  putBackEntry,
  removeEntry,
  type SensitiveEdits,
} from "../../domain/notes/sensitiveWords.ts";
import { useApp } from "../../state/app/appContext.ts";
import { writeSensitiveEdits } from "../../state/notes/sensitiveWords.ts";
import { topicWords } from "../../ui/words/topicWords.ts";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import { useFocusNextRow } from "../../ui/page/focusOnMount.ts";
import styles from "./SensitiveWordsSection.module.css";

const MOST_CHOICES = 4;

interface NewEntry {
  words: string;
  /** Empty where the words are never to be hinted at. */
  topic: SensitiveTopic | "";
}

/** The words that the hint at a note looks for. */
export function SensitiveWordsSection({ edits }: { readonly edits: SensitiveEdits }) {
  return (
    <section className={styles.section} aria-labelledby="sensitive-title">
      <h2 id="sensitive-title">Sensitive-language warnings</h2>
      <p className="soft">
        A scorecard should hold what was said and done. When a note contains one of these words, a line below
        it asks whether it belongs there. The warning never blocks you, and the note stays on this device. The
        words are English; more come from the retext-equality list.
      </p>
      <WordLists edits={edits} />
    </section>
  );
}

function WordLists({ edits }: { readonly edits: SensitiveEdits }) {
  const app = useApp();
  const { register, handleSubmit, setValue, setFocus } = useForm<NewEntry>({
    defaultValues: { words: "", topic: "age" },
  });
  const [said, setSaid] = useState("");
  const { entries } = editedList(edits);

  const change = async (after: SensitiveEdits, done: string): Promise<boolean> => {
    if (after === edits) {
      setSaid("Nothing changed: that is already so, or the entry has no word.");
      return false;
    }
    try {
      await writeSensitiveEdits(app, after);
      setSaid(done);
      return true;
    } catch (error) {
      setSaid(`It could not be saved: ${errorToText(error)} Try again.`);
      return false;
    }
  };

  const add = handleSubmit(async ({ words, topic }) => {
    const isDone =
      topic === ""
        ? await change(removeEntry(edits, words), `“${words}” is ignored.`)
        : await change(addEntry(edits, topic, words), `“${words}” is flagged.`);
    if (isDone) setValue("words", "");
    setFocus("words");
  });

  const remove = async (entry: string) => {
    await change(removeEntry(edits, entry), `“${entryToText(entry)}” is no longer flagged.`);
    // The button that was pressed went with its entry.
    setFocus("words");
  };

  return (
    <>
      <form className={styles.add} onSubmit={(event) => void add(event)} noValidate>
        <label className={styles.words}>
          <span className="small soft">Word or words</span>
          <input
            dir="auto"
            maxLength={LONGEST_WORDS}
            autoComplete="off"
            aria-describedby="sensitive-form"
            {...register("words")}
          />
        </label>
        <label>
          <span className="small soft">Topic</span>
          <select {...register("topic")}>
            {sensitiveTopics.map((topic) => (
              <option key={topic} value={topic}>
                {topicWords[topic]}
              </option>
            ))}
            <option value="">nothing: ignore it</option>
          </select>
        </label>
        <button type="submit">Add words</button>
      </form>
      <p id="sensitive-form" className="small soft">
        <kbd>*</kbd> stands for any ending (<kbd>immigra*</kbd>), <kbd>|</kbd> separates alternatives (
        <kbd>his|her age</kbd>), <kbd>#</kbd> for a two-digit number.
      </p>
      <p role="status" className={`small ${styles.said}`}>
        {said}
      </p>
      {sensitiveTopics.map((topic) => (
        <TopicWords
          key={topic}
          topic={topic}
          words={entries.filter((entry) => entry.topic === topic).map((entry) => entry.words)}
          onRemove={(entry) => void remove(entry)}
        />
      ))}
      {edits.removed.length > 0 && (
        <details className={styles.topic}>
          <summary>
            Ignored words <span className="soft small">{edits.removed.length}</span>
          </summary>
          <ul className={styles.entries}>
            {edits.removed.map((entry) => (
              <IgnoredEntry
                key={entry}
                entry={entry}
                onRestore={() =>
                  void change(putBackEntry(edits, entry), `“${entryToText(entry)}” is flagged again.`)
                }
              />
            ))}
          </ul>
        </details>
      )}
      <ShutButton
        className={styles.first}
        isShut={edits.added.length === 0 && edits.removed.length === 0}
        onClick={() => void change(noEdits, "The default list is restored.")}
      >
        Restore default list
      </ShutButton>
    </>
  );
}

interface IgnoredProps {
  readonly entry: string;
  readonly onRestore: () => void;
}

function IgnoredEntry({ entry, onRestore }: IgnoredProps) {
  const row = useRef<HTMLLIElement>(null);
  useFocusNextRow(row, "button");
  return (
    <li ref={row}>
      <span dir="auto" title={entry}>
        {entryToText(entry)}
      </span>
      <button type="button" className="plain" onClick={onRestore}>
        Restore<span className="heard"> {entryToText(entry)}</span>
      </button>
    </li>
  );
}

interface TopicWordsProps {
  readonly topic: SensitiveTopic;
  readonly words: readonly string[];
  readonly onRemove: (entry: string) => void;
}

function TopicWords({ topic, words, onRemove }: TopicWordsProps) {
  return (
    <details className={styles.topic}>
      <summary>
        <span className={styles.name}>{topicWords[topic]}</span>{" "}
        <span className="soft small">{words.length}</span>
      </summary>
      <ul className={styles.entries} aria-label={topicWords[topic]}>
        {words.map((entry) => (
          <li key={entry}>
            <span dir="auto" title={entry}>
              {entryToText(entry)}
            </span>
            <button type="button" className="plain" onClick={() => onRemove(entry)} title="Remove">
              <span aria-hidden="true">×</span>
              <span className="heard">Remove {entryToText(entry)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** @returns the entry with no more than the first choices for each of its words, to be read */
function entryToText(entry: string): string {
  return entry
    .split(" ")
    .map((word) => {
      const choices = word.split("|");
      return choices.length > MOST_CHOICES ? `${choices.slice(0, MOST_CHOICES - 1).join("|")}|…` : word;
    })
    .join(" ");
}

import { memo, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import type { ReadLine } from "../../../interchange/guideText/guideText.ts";
import type { LineLabel } from "../../../interchange/guideText/labels/lineLabels.ts";
import { toAriaKeys } from "../../../ui/keys/chords.ts";
import { keyOf } from "../../../ui/keys/keyOf.ts";
import type { KeyRow } from "../../../ui/keys/keyRow.ts";
import { useKeys } from "../../../ui/keys/useKeys.ts";
import { ShowMore } from "../../../ui/rows/ShowMore.tsx";
import { linesAlike, type Said, saidAfter } from "./corrections.ts";
import {
  alikeKey,
  labelOfKey,
  labelWords,
  lineLabels,
  lineToWords,
  questionNumbers,
  undoKey,
} from "./lineWords.ts";
import { focusOnMount } from "../../../ui/page/focusOnMount.ts";
import styles from "./LineList.module.css";

interface Props {
  readonly lines: readonly ReadLine[];
  /** What is to be said of a line, by its number. */
  readonly messages: ReadonlyMap<number, string>;
  readonly corrections: readonly Said[];
  readonly onCorrect: (said: Said) => void;
  /** Takes back the last correction. */
  readonly onUndo: () => void;
}

/** What acts outside the list, too. */
const screenKeys: readonly KeyRow<{ readonly undo: () => void }>[] = [
  {
    id: "undo",
    keys: ["Mod+Z"],
    words: "Undo the last correction",
    alsoIn: [],
    repeats: true,
    act: ({ undo }) => undo(),
  },
];
const viewNow = () => window;
const keyState = () => ({ singleKeys: true, isShared: false, isReading: false });

/** More lines than this are drawn when they are asked for. */
const PART = 1000;

/**
 * The source, each line with what it became. One line has the focus; a letter or a button says what it is, of
 * several at once where the choice was drawn out with Shift. Letters act only in the list (WCAG 2.1.4).
 */
export function LineList({ lines, messages, corrections, onCorrect, onUndo }: Props) {
  const [range, setRange] = useState({ from: 0, to: 0 });
  const [shown, setShown] = useState(PART);
  const [said, say] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const alikeButton = useRef<HTMLButtonElement>(null);
  const numbers = questionNumbers(lines);
  const relabelled = useMemo(() => saidAfter(corrections), [corrections]);
  const latest = corrections.at(-1);
  const alike = useMemo(() => linesAlike(lines, corrections), [lines, corrections]);
  const last = Math.min(lines.length, shown) - 1;
  const first = Math.min(range.from, range.to, last);
  const end = Math.min(Math.max(range.from, range.to), last);
  const chosen = lines.slice(first, end + 1);
  const isSaid = chosen.some(({ line }) => relabelled.has(line));

  const focusLine = (index: number) => list.current?.children[index]?.querySelector("button")?.focus();
  /** For a button that goes away, or can be pressed no more, with its own press. */
  const focusReached = () => focusLine(Math.min(range.to, last));

  const goTo = (index: number, isDrawnOut: boolean) => {
    const to = Math.max(0, Math.min(last, index));
    setRange(({ from }) => ({ from: isDrawnOut ? from : to, to }));
    focusLine(to);
  };

  const relabel = (label: LineLabel | null) => {
    const [only] = chosen;
    const like = chosen.length === 1 && label !== null ? only : undefined;
    const numbersChosen = chosen.map(({ line }) => line);
    const correction = { lines: numbersChosen, at: numbersChosen[0] ?? 0, label, like };
    onCorrect(correction);
    const what = chosen.length === 1 ? `Line ${only?.line}` : `${chosen.length} lines`;
    const more = linesAlike(lines, [...corrections, correction]).size;
    say(
      `${what}: ${label === null ? "as it was read" : labelWords[label].word}` +
        (more > 0 ? `. ${quantityToText(more, "more line")} like it: press L to change all` : ""),
    );
  };

  const relabelAlike = () => {
    const { label = null, at = 0 } = latest ?? {};
    if (label === null || alike.size === 0) return;
    focusReached();
    onCorrect({ lines: [...alike], at, label, like: undefined });
    say(`${quantityToText(alike.size, "line")}: ${labelWords[label].word}`);
  };

  const undo = () => {
    if (latest === undefined) return;
    if (corrections.length === 1 || document.activeElement === alikeButton.current) focusReached();
    onUndo();
    say("Last correction undone");
  };
  useKeys(viewNow, screenKeys, { undo }, keyState);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: range.to + 1,
      ArrowUp: range.to - 1,
      PageDown: range.to + 10,
      PageUp: range.to - 10,
      Home: 0,
      End: last,
    };
    const key = keyOf(event.nativeEvent);
    const step = steps[event.key];
    const label = labelOfKey(key);
    if (step !== undefined) goTo(step, event.shiftKey);
    else if ((key === "Backspace" || key === "Delete") && isSaid) relabel(null);
    else if (label !== undefined && !event.repeat) relabel(label);
    else if (key === alikeKey && !event.repeat) relabelAlike();
    else if (key === undoKey && !event.repeat) undo();
    else return;
    event.preventDefault();
  };

  const indexOf = (target: EventTarget) => {
    const item = target instanceof Element ? target.closest("li") : null;
    return item ? Array.from(list.current?.children ?? []).indexOf(item) : -1;
  };

  const onFocus = (event: FocusEvent) => {
    const index = indexOf(event.target);
    setRange((before) => (before.to === index ? before : { from: index, to: index }));
  };

  return (
    <section aria-labelledby="lines" className={styles.section}>
      <div className={styles.head}>
        {/* What was pasted or read into went away, with the focus. */}
        <h2 id="lines" tabIndex={-1} ref={focusOnMount}>
          Line by line
        </h2>
        <div
          role="toolbar"
          aria-label={
            chosen.length === 1 ? "What the chosen line is" : `What the ${chosen.length} chosen lines are`
          }
          className={styles.labels}
        >
          {lineLabels.map((label) => (
            <button
              key={label}
              type="button"
              className={styles.label}
              data-label={label}
              aria-pressed={chosen.length > 0 && chosen.every((line) => line.label === label)}
              aria-keyshortcuts={labelWords[label].key}
              onClick={() => relabel(label)}
            >
              {labelWords[label].word} <kbd>{labelWords[label].key.toUpperCase()}</kbd>
            </button>
          ))}
          <button
            type="button"
            className={styles.label}
            disabled={!isSaid}
            onClick={() => {
              focusReached();
              relabel(null);
            }}
          >
            Reset to detected <kbd>⌫</kbd>
          </button>
        </div>
        {latest !== undefined && (
          <div className="row small">
            {latest.label !== null && alike.size > 0 && (
              <button
                ref={alikeButton}
                type="button"
                className={styles.label}
                aria-keyshortcuts={alikeKey}
                onClick={relabelAlike}
              >
                All {alike.size} like this: {labelWords[latest.label].word}{" "}
                <kbd>{alikeKey.toUpperCase()}</kbd>
              </button>
            )}
            <button
              type="button"
              className={styles.label}
              aria-keyshortcuts={`${undoKey} ${toAriaKeys("Mod+Z")}`}
              title="Undo (Ctrl or ⌘ + Z)"
              onClick={undo}
            >
              Undo <kbd>{undoKey.toUpperCase()}</kbd>
            </button>
            <span className="soft">{quantityToText(corrections.length, "correction")}</span>
          </div>
        )}
        <p className="small soft" id="lines-help">
          <span className={styles.byKey}>
            Use ↑ ↓ to move and Shift to select several lines. A letter sets the type.
          </span>
          <span className={styles.byTouch}>Tap a line, then what it is.</span> Lines below may change too.
        </p>
        <p role="status" className="heard">
          {said}
        </p>
      </div>
      <ol
        ref={list}
        className={`card ${styles.lines}`}
        aria-labelledby="lines"
        aria-describedby="lines-help"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onMouseDown={(event) => {
          // The focus of a press would begin the choice anew.
          if (event.shiftKey) event.preventDefault();
        }}
        onClick={(event) => {
          const index = indexOf(event.target);
          if (index >= 0) goTo(index, event.shiftKey);
        }}
      >
        {lines.slice(0, shown).map((line, index) => (
          <Line
            key={line.line}
            number={line.line}
            text={line.text}
            label={line.label}
            words={lineToWords(line, numbers[index] ?? 0)}
            message={messages.get(line.line)}
            isChosen={index >= first && index <= end}
            isReached={index === Math.min(range.to, last)}
            isRelabelled={relabelled.has(line.line)}
            isAlike={alike.has(line.line)}
          />
        ))}
      </ol>
      <p className="row small soft">
        {lines.length > shown && `${lines.length - shown} more lines are read, and not shown.`}
        <ShowMore
          items="ol button"
          count={Math.min(PART, lines.length - shown)}
          onMore={() => setShown(shown + PART)}
        />
      </p>
    </section>
  );
}

interface LineProps {
  readonly number: number;
  readonly text: string;
  readonly label: LineLabel;
  readonly words: string;
  readonly message: string | undefined;
  readonly isChosen: boolean;
  /** It is where the Tab key comes to. */
  readonly isReached: boolean;
  readonly isRelabelled: boolean;
  /** The last correction can be made of it, too. */
  readonly isAlike: boolean;
}

const Line = memo(function Line(props: LineProps) {
  const { number, text, label, words, message, isChosen, isReached, isRelabelled, isAlike } = props;
  return (
    <li
      className={styles.line}
      data-label={label}
      data-chosen={isChosen || undefined}
      data-alike={isAlike || undefined}
    >
      <button
        type="button"
        className={styles.row}
        tabIndex={isReached ? 0 : -1}
        aria-current={isReached ? "true" : undefined}
      >
        <span className={`soft figures ${styles.number}`}>
          <span className="heard">Line </span>
          {number}
        </span>
        <span className={styles.text} dir="auto">
          {text}
        </span>
        <span className={styles.became}>
          {words}
          {isRelabelled && <span className="soft"> · yours</span>}
          {isAlike && <span className="soft"> · like it</span>}
        </span>
        {message !== undefined && <span className={`small soft ${styles.message}`}>{message}</span>}
      </button>
    </li>
  );
});

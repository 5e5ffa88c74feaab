import { useId, useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { linesToTexts } from "../../../domain/guides/guideEditing.ts";
import { LONGEST_TEXT, MOST_OF_QUESTION } from "../../../domain/text/limits.ts";
import { capitalised } from "../../../domain/text/capitalised.ts";
import { focusAfter } from "../../../ui/page/focusAfter.ts";
import { RowButtons } from "../../../ui/rows/RowButtons.tsx";
import { useReorder } from "../../../ui/rows/useReorder.ts";
import styles from "./GuideEditorFields.module.css";

interface Row {
  readonly id: string;
  readonly text: string;
}

interface Props {
  readonly heading: string;
  /** One of them: "area". */
  readonly word: string;
  readonly rows: readonly Row[];
  readonly hint?: ReactNode;
  readonly register: (index: number) => UseFormRegisterReturn;
  /** Puts rows with those texts in, the first one as number `index`; the last one gets the focus. */
  readonly onInsert: (index: number, texts: readonly string[]) => void;
  /** Puts another text into a row. */
  readonly onReplace: (index: number, text: string) => void;
  readonly onRemove: (index: number) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onSay: (text: string) => void;
  /** What each row has besides its text. */
  readonly more?: readonly ReactNode[];
}

/** A list of short texts: Enter makes another, several pasted lines become several, Alt and the arrow keys move one. */
export function GuideEditorRows(props: Props) {
  const { heading, word, rows, hint, register, onInsert, onReplace, onRemove, onMove, onSay, more } = props;
  const headingId = useId();
  const addButton = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLOListElement>(null);

  const move = (from: number, to: number) => {
    if (to < 0 || to >= rows.length) return;
    const text = fieldAt(list.current, from)?.value.trim();
    onMove(from, to);
    onSay(
      `${text === undefined || text === "" ? `This ${word}` : `“${text}”`}: place ${to + 1} of ${rows.length}`,
    );
  };
  const { rowFor, gripFor } = useReorder(list, move);

  const remove = (index: number, focusOn: number) => {
    // The row goes with what had the focus.
    focusAfter(
      () => {
        onRemove(index);
        onSay(`${capitalised(word)} ${index + 1} removed`);
      },
      () => fieldAt(list.current, Math.max(focusOn, 0)) ?? addButton.current,
    );
  };

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    rowFor(index).onKeyDown(event);
    if (event.defaultPrevented) return;
    if (!(event.target instanceof HTMLTextAreaElement) || event.nativeEvent.isComposing) return;
    if (event.target !== fieldAt(list.current, index)) return;
    const { value, selectionStart, selectionEnd } = event.target;
    const isAtEdge =
      selectionStart === selectionEnd && selectionEnd === (event.key === "ArrowUp" ? 0 : value.length);
    if (isAtEdge && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      fieldAt(list.current, index + (event.key === "ArrowUp" ? -1 : 1))?.focus();
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onInsert(index + 1, [""]);
    } else if (event.key === "Backspace" && value === "") {
      event.preventDefault();
      remove(index, index - 1);
    }
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>, index: number) => {
    const texts = linesToTexts(event.clipboardData.getData("text/plain"));
    const [first, ...others] = texts;
    if (first === undefined || others.length === 0) return;
    event.preventDefault();
    if (rows.length + others.length > MOST_OF_QUESTION) {
      onSay(`Nothing was pasted: a question can have ${MOST_OF_QUESTION} ${word}s at most`);
      return;
    }
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    onReplace(index, value.slice(0, selectionStart) + first + value.slice(selectionEnd));
    onInsert(index + 1, others);
    onSay(`${texts.length} ${word}s pasted`);
  };

  return (
    <div className={styles.group}>
      <div className="row">
        <h2 id={headingId} className="heading">
          {heading}
        </h2>
        {rows.length > 0 && <span className="small soft figures">{rows.length}</span>}
      </div>
      {hint}
      {rows.length > 0 && (
        <ol ref={list} className={`card ${styles.rows}`} aria-labelledby={headingId}>
          {rows.map(({ id, text }, index) => {
            const { onChange, onBlur, name, ref } = register(index);
            return (
              <li
                key={id}
                className={styles.row}
                {...rowFor(index)}
                onKeyDown={(event) => onKeyDown(event, index)}
              >
                <span className="grip" title="Drag to move" {...gripFor(index)} />
                <textarea
                  className={styles.rowText}
                  aria-label={`${capitalised(word)} ${index + 1}`}
                  dir="auto"
                  rows={linesFor(text)}
                  maxLength={LONGEST_TEXT}
                  name={name}
                  ref={ref}
                  onChange={(event) => void onChange(event)}
                  onBlur={(event) => void onBlur(event)}
                  onPaste={(event) => onPaste(event, index)}
                />
                {more?.[index]}
                <span className={styles.rowButtons}>
                  <RowButtons
                    word={`${word} ${index + 1}`}
                    isFirst={index === 0}
                    isLast={index === rows.length - 1}
                    onMove={(step) => move(index, index + step)}
                    onRemove={() => remove(index, index)}
                  />
                </span>
              </li>
            );
          })}
        </ol>
      )}
      <button
        ref={addButton}
        type="button"
        className={styles.add}
        onClick={() => onInsert(rows.length, [""])}
      >
        + Add {/^[aeiou]/u.test(word) ? "an" : "a"} {word}
      </button>
    </div>
  );
}

function fieldAt(list: HTMLElement | null, index: number): HTMLTextAreaElement | null | undefined {
  return list?.children[index]?.querySelector("textarea");
}

const CHARACTERS_OF_A_LINE = 64;

/** @returns how many lines the text needs, for browsers in which a field does not grow by itself */
function linesFor(text: string): number {
  return Math.max(1, Math.ceil(text.length / CHARACTERS_OF_A_LINE));
}
